import Crypto
import FoundationEssentials

/// Hands what a browser brings from the dashboard to the command that waits for it.
///
/// The two meet in the database of the dashboard. Its row is found by a digest of the state of the
/// login, and what stands in it is encrypted with another: who reads the file and does not know the
/// state can do nothing with either.
struct LoginEnvelope {
    /// Names the login.
    let id: String
    private let key: SymmetricKey

    /// Takes the state of a login: 256 bits that nobody can guess.
    init(state: String) {
        id = SHA256.hash(data: Data(("ccvmap login id " + state).utf8)).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
        key = SymmetricKey(
            data: SHA256.hash(data: Data(("ccvmap login answer " + state).utf8)))
    }

    /// An encrypted text; nil when this system cannot encrypt.
    func seal(_ text: String) -> String? {
        try? AES.GCM.seal(Data(text.utf8), using: key).combined?.base64EncodedString()
    }

    /// The text of an encrypted one; nil when it is none of this login.
    func open(_ sealed: String) -> String? {
        guard let bytes = Data(base64Encoded: sealed),
            let box = try? AES.GCM.SealedBox(combined: bytes),
            let text = try? AES.GCM.open(box, using: key)
        else { return nil }
        return String(decoding: text, as: UTF8.self)
    }
}
