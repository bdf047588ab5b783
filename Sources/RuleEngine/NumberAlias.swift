import ByteText

/// Two ways to write one number: `ORD-{n}` in a payment is `INV-{n}` in a sale.
public struct NumberAlias: Sendable, Equatable {
    /// A piece of either side.
    public enum Piece: Sendable, Equatable {
        /// Text as written in the rules.
        case literal([UInt8])
        /// A run of digits, by the name of its placeholder.
        case digits(String)
    }

    /// How the payment writes it.
    public var inPayment: [Piece]
    /// How the sale writes it; its placeholders all stand in `inPayment`.
    public var inSale: [Piece]

    /// Takes a proved alias.
    public init(inPayment: [Piece], inSale: [Piece]) {
        self.inPayment = inPayment
        self.inSale = inSale
    }

    /// The form of the number in the sale; nil when the payment's has another shape.
    func applied(to form: NumberForm) -> NumberForm? {
        guard let digits = captured(from: form) else { return nil }
        var text: [UInt8] = []
        for piece in inSale {
            switch piece {
            case .literal(let bytes): text += bytes
            case .digits(let name): text += digits[name] ?? []
            }
        }
        var result = NumberForm()
        text.withUnsafeBufferPointer { result.set($0) }
        return result.isEmpty ? nil : result
    }

    private func captured(from form: NumberForm) -> [String: [UInt8]]? {
        let bytes = Array(form.bytes)
        var captured: [String: [UInt8]] = [:]
        var position = 0
        for piece in inPayment {
            switch piece {
            case .literal(let words):
                var literal = NumberForm()
                words.withUnsafeBufferPointer { literal.set($0) }
                guard bytes[position...].starts(with: literal.bytes) else { return nil }
                position += literal.count
            case .digits(let name):
                // Between two runs of digits the form keeps a sign.
                if position < bytes.count, bytes[position] == 0x2D { position += 1 }
                let run = bytes[position...].prefix { $0 >= 0x30 && $0 <= 0x39 }
                guard !run.isEmpty else { return nil }
                captured[name] = Array(run)
                position += run.count
            }
        }
        return position == bytes.count ? captured : nil
    }
}
