/// Codes of administrations and daybooks, which people write in either case.
///
/// What is taken for another one is left out of a search for duplicates, so too much is the same
/// rather than too little (API reference, 10, rows 3 and 18).
enum TwinfieldCode {
    /// Whether two codes name the same thing: without regard to case and outer spaces.
    static func isSame(_ left: String, _ right: String) -> Bool { form(left) == form(right) }

    private static func form(_ code: String) -> String {
        var text = code.lowercased()[...]
        while text.hasPrefix(" ") { text = text.dropFirst() }
        while text.hasSuffix(" ") { text = text.dropLast() }
        return String(text)
    }
}
