/// Whether an answer is about the administration that was asked for (API reference, 10, row 18).
enum OfficeName {
    /// Whether two codes name the same administration: without regard to case and outer spaces.
    static func isSame(_ left: String, _ right: String) -> Bool { form(left) == form(right) }

    private static func form(_ code: String) -> String {
        var text = code.lowercased()[...]
        while text.hasPrefix(" ") { text = text.dropFirst() }
        while text.hasSuffix(" ") { text = text.dropLast() }
        return String(text)
    }
}
