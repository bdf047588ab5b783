import Crypto

/// Tells whether what is saved is what was shown.
enum RuleDigest {
    /// A digest of texts by positions; line ends do not count, as browsers change them.
    static func text(_ files: [(Int, String)]) -> String {
        var hash = SHA256()
        for (position, text) in files.sorted(by: { $0.0 < $1.0 }) {
            // CRLF is one character in Swift, and another than LF.
            let plain = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            hash.update(data: Array("\(position) \(plain.utf8.count)\n".utf8))
            hash.update(data: Array(plain.utf8))
        }
        return hash.finalize().map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}
