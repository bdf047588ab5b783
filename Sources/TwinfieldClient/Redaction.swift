internal import ByteText

/// Takes secrets out of what others wrote, before a person or a log sees it.
struct Redaction: Sendable {
    private let secrets: [String]

    /// Knows the texts that may not be shown; texts shorter than 4 characters are no secrets.
    init(_ secrets: [String]) { self.secrets = secrets.filter { $0.utf8.count > 3 } }

    /// One line of at most so many characters, harmless to a terminal, with `****` for secrets.
    func shown(_ text: String, limit: Int = 300) -> String {
        var result = text
        for secret in secrets { result = Self.replacing(secret, in: result) }
        let line = ShownText.oneLine(result.prefix(limit))
        return result.count > limit ? line + "…" : line
    }

    private static func replacing(_ secret: String, in text: String) -> String {
        var result = text
        for form in Set([secret, FormText.encoded(secret)]) {
            result = result.split(separator: form, omittingEmptySubsequences: false)
                .joined(separator: "****")
        }
        return result
    }
}
