public import ByteText

/// A batch of payments in the order of the input: rows of integers beside one store of text.
public struct PaymentTable: Sendable {
    /// One row a payment, in order of the input.
    public var rows = PaymentRows()
    /// The texts of the rows.
    public var texts = TextArena()
    /// The words of the rows: types, statuses, methods, brands.
    public var words = WordTable()

    /// Makes an empty batch.
    public init() {}

    /// The text of a field, for messages and tests.
    public func text(_ slice: TextSlice) -> String { texts.string(slice) }

    /// The bytes of a field.
    public func bytes(_ slice: TextSlice) -> ArraySlice<UInt8> { texts[slice] }
}
