internal import Crypto
internal import DomainModel
internal import FoundationEssentials
internal import People
internal import SecretStore

/// The secret of a second factor, which is only whole while a code is checked.
struct SecondFactor {
    let secret: [UInt8]

    /// A new one.
    init() { secret = RandomBytes.make(OneTimeCode.secretBytes) }

    /// Opens one that was sealed for a purpose.
    init(_ sealed: Data, for purpose: Purpose, _ sealer: SecretSealer) throws {
        secret = try sealer.open(Array(sealed), for: purpose.label)
    }

    /// Whose it is: what is sealed for one opens for no other.
    enum Purpose {
        case person(key: String)
        case invitation(digest: Data)
        case session(id: Int64)

        var label: String {
            switch self {
            case .person(let key): "second factor of person \(key)"
            case .invitation(let digest):
                "second factor of invitation \(digest.base64EncodedString())"
            case .session(let id): "second factor of session \(id)"
            }
        }
    }

    func sealed(for purpose: Purpose, _ sealer: SecretSealer) throws -> Data {
        Data(try sealer.seal(secret, for: purpose.label))
    }

    /// The text that an authenticator app takes.
    var text: String { Base32.text(secret) }

    /// The step of a typed code; throws `PeopleFault.wrongCode`.
    func step(of code: String, at now: Instant, after last: Int64?) throws -> Int64 {
        let key = SymmetricKey(data: secret)
        let codes = OneTimeCode { message in
            Array(HMAC<Insecure.SHA1>.authenticationCode(for: message, using: key))
        }
        guard let step = codes.step(of: code, at: now, after: last) else {
            throw PeopleFault.wrongCode
        }
        return step
    }
}
