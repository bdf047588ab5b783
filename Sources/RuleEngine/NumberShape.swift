import ByteText

/// What a number looks like: letters and signs as written, and runs of digits with a name.
public struct NumberShape: Sendable, Equatable {
    /// A piece of the shape.
    public enum Piece: Sendable, Equatable {
        /// Text as written in the rules.
        case literal([UInt8])
        /// A run of digits, by the name of its placeholder.
        case digits(String)
    }

    /// The pieces in order.
    public var pieces: [Piece]

    /// Takes a proved shape.
    public init(_ pieces: [Piece]) { self.pieces = pieces }

    /// The runs of digits by name; nil when the number has another shape.
    func digits(of form: NumberForm) -> [String: [UInt8]]? {
        let bytes = Array(form.bytes)
        var captured: [String: [UInt8]] = [:]
        var position = 0
        for piece in pieces {
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
