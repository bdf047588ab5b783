/// Numbers with zeros in front.
enum FixedDigits {
    /// The number, at least so wide; not negative.
    static func text(_ value: Int, width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
