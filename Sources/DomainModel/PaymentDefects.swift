/// What is wrong with one payment record that is otherwise well-formed JSON.
///
/// A defect makes the payment `error`; the payments beside it are decided as usual.
public struct PaymentDefects: OptionSet, Sendable, Hashable {
    /// One bit a defect.
    public let rawValue: UInt16

    /// Takes the bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// No `reference`, or an empty one, or one that is not a text.
    public static let referenceMissing = Self(rawValue: 1 << 0)
    /// No `amount`.
    public static let amountMissing = Self(rawValue: 1 << 1)
    /// `amount` is not a plain decimal number (an exponent, a comma, words, `true`).
    public static let amountMalformed = Self(rawValue: 1 << 2)
    /// `amount` is zero or negative; CCV's amounts are always positive, also of refunds.
    public static let amountNotPositive = Self(rawValue: 1 << 3)
    /// `amount` has more decimals than its currency.
    public static let amountTooManyDecimals = Self(rawValue: 1 << 4)
    /// `amount` does not fit in 64 bits of minor units.
    public static let amountTooLarge = Self(rawValue: 1 << 5)
    /// No `currency`, or not three letters.
    public static let currencyInvalid = Self(rawValue: 1 << 6)
    /// `created` is absent or not a whole number of milliseconds.
    public static let createdInvalid = Self(rawValue: 1 << 7)
    /// `lastUpdate` or `statusFinalDate` is there but not a whole number of milliseconds.
    public static let timeInvalid = Self(rawValue: 1 << 8)
    /// A key that counts stands twice in the object, so that readers may disagree on it.
    public static let keyTwice = Self(rawValue: 1 << 9)
    /// A key that counts holds a value of another kind (an object, a list, a number for a text).
    public static let wrongKind = Self(rawValue: 1 << 10)

    /// Any of the defects of the amount.
    public static let amount: Self = [
        .amountMissing, .amountMalformed, .amountNotPositive, .amountTooManyDecimals,
        .amountTooLarge,
    ]
}
