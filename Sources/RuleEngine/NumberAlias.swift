/// Two ways to write one number: `ORD-{n}` in a payment is `INV-{n}` in a sale.
public struct NumberAlias: Sendable, Equatable {
    /// How the payment writes it.
    public var inPayment: NumberShape
    /// How the sale writes it; its placeholders all stand in `inPayment`.
    public var inSale: NumberShape

    /// Takes a proved alias.
    public init(inPayment: NumberShape, inSale: NumberShape) {
        self.inPayment = inPayment
        self.inSale = inSale
    }

    /// The form of the number in the sale; nil when the payment's has another shape.
    func applied(to form: NumberForm) -> NumberForm? {
        guard let digits = inPayment.digits(of: form) else { return nil }
        var text: [UInt8] = []
        for piece in inSale.pieces {
            switch piece {
            case .literal(let bytes): text += bytes
            case .digits(let name): text += digits[name] ?? []
            }
        }
        var result = NumberForm()
        text.withUnsafeBufferPointer { result.set($0) }
        return result.isEmpty ? nil : result
    }
}
