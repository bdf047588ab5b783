internal import FoundationEssentials

/// Answers of the login service in JSON.
enum JSONAnswer {
    /// A value as JSON with its keys in order; it must not be kept by caches (RFC 6749, 5.1).
    static func of(_ value: some Encodable, status: Int = 200) -> WireAnswer {
        WireAnswer(
            status: status,
            headers: [
                .init("Content-Type", "application/json; charset=utf-8"),
                .init("Cache-Control", "no-store"),
                .init("Pragma", "no-cache"),
            ],
            body: bytes(of: value))
    }

    /// An error in the words of OAuth, such as `invalid_grant`.
    static func error(_ code: String, status: Int = 400) -> WireAnswer {
        of(["error": code], status: status)
    }

    /// A value as JSON; values here hold texts, numbers and lists only, which always encode.
    static func bytes(of value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(value)).map(Array.init) ?? []
    }
}
