/// An amount of money in the smallest unit of its currency (cents), read from digits.
///
/// No floating point touches an amount.
public enum MinorUnits {
    /// Why digits are not an amount.
    public enum Fault: Error, Sendable, Equatable {
        /// Not digits with at most one decimal point (an exponent, a sign in the middle, words).
        case malformed
        /// More decimals than the currency has.
        case tooManyDecimals
        /// Larger than 64 bits hold.
        case tooLarge
    }

    /// Reads `-12`, `12.3`, `12.30`: digits, at most one point, at most `digits` behind it.
    ///
    /// Shape: an optional minus, one digit at least, then optionally a point and one digit at
    /// least; no leading zeros before another digit, no exponent, no separators.
    public static func parse(
        _ text: UnsafeBufferPointer<UInt8>, digits: Int
    ) throws(Fault) -> Int64 {
        var value: Int64 = 0
        var negative = false
        var decimals = -1
        var integers = 0
        var startsWithZero = false
        for index in 0..<text.count {
            let byte = text[index]
            switch byte {
            case UInt8(ascii: "-") where index == 0: negative = true
            case UInt8(ascii: ".") where decimals < 0 && integers > 0: decimals = 0
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if decimals >= 0 {
                    decimals += 1
                } else {
                    if integers == 1 && startsWithZero { throw .malformed }
                    startsWithZero = integers == 0 && byte == UInt8(ascii: "0")
                    integers += 1
                }
                if decimals > digits { continue }
                let (product, overflow) = value.multipliedReportingOverflow(by: 10)
                let (sum, overflow2) = product.addingReportingOverflow(
                    Int64(byte - UInt8(ascii: "0")))
                if overflow || overflow2 { throw .tooLarge }
                value = sum
            default: throw .malformed
            }
        }
        guard integers > 0, decimals != 0 else { throw .malformed }
        if decimals > digits { throw .tooManyDecimals }
        for _ in max(decimals, 0)..<digits {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            if overflow { throw .tooLarge }
            value = product
        }
        return negative ? -value : value
    }

    /// Reads an amount from a text; see `parse(_:digits:)` over bytes.
    public static func parse(_ text: String, digits: Int) throws(Fault) -> Int64 {
        let result = Array(text.utf8).withUnsafeBufferPointer { bytes in
            Result { () throws(Fault) in try parse(bytes, digits: digits) }
        }
        return try result.get()
    }

    /// Writes an amount with a point and all decimals of its currency, such as `119.00`.
    public static func text(_ amount: Int64, digits: Int = 2) -> String {
        let digitsText = String(amount.magnitude)
        guard digits > 0 else { return (amount < 0 ? "-" : "") + digitsText }
        let padded =
            String(repeating: "0", count: max(0, digits + 1 - digitsText.count)) + digitsText
        let split = padded.index(padded.endIndex, offsetBy: -digits)
        return (amount < 0 ? "-" : "") + padded[..<split] + "." + padded[split...]
    }
}
