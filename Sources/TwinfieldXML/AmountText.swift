internal import DomainModel

/// Amounts as Twinfield writes them.
enum AmountText {
    /// The digits that count: Twinfield writes two decimals also where a currency has none, so
    /// `500.00` yen is 500.
    static func withoutEmptyDecimals(
        _ text: UnsafeBufferPointer<UInt8>, _ digits: Int
    ) -> UnsafeBufferPointer<UInt8> {
        guard digits == 0, text.count > 3, text[text.count - 3] == UInt8(ascii: "."),
            text[text.count - 2] == UInt8(ascii: "0"), text[text.count - 1] == UInt8(ascii: "0")
        else { return text }
        return UnsafeBufferPointer(rebasing: text.dropLast(3))
    }

    /// The amount in minor units; nil when the text is no amount of so many decimals.
    static func amount(_ text: String, digits: Int) -> Int64? {
        var text = text
        return text.withUTF8 { bytes in
            try? MinorUnits.parse(withoutEmptyDecimals(bytes, digits), digits: digits)
        }
    }
}
