/// Named amounts added and subtracted, as written: `payment.amount - item.open`.
public struct AmountExpression: Sendable, Equatable {
    /// One name with its sign.
    public struct Term: Sendable, Equatable {
        /// The name of an amount.
        public var name: Located<String>
        /// Whether it is subtracted.
        public var isSubtracted: Bool
    }

    /// The terms in order; at least one.
    public var terms: [Term]

    /// Takes an expression apart; nil when it is not names joined by `+` and `-`.
    static func parse(_ scalar: YAMLScalar) -> AmountExpression? {
        var terms: [Term] = []
        var isSubtracted = false
        var expectsName = true
        var offset = 0
        let bytes = Array(scalar.text.utf8)
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == 0x20 {
                offset += 1
            } else if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") {
                guard !expectsName || (terms.isEmpty && byte == UInt8(ascii: "-") && !isSubtracted)
                else { return nil }
                isSubtracted = byte == UInt8(ascii: "-")
                expectsName = true
                offset += 1
            } else {
                guard expectsName else { return nil }
                let start = offset
                while offset < bytes.count, ![0x20, 0x2B, 0x2D].contains(bytes[offset]) {
                    offset += 1
                }
                let name = String(decoding: bytes[start..<offset], as: UTF8.self)
                terms.append(
                    Term(
                        name: Located(name, at: scalar.range(of: start..<offset)),
                        isSubtracted: isSubtracted))
                isSubtracted = false
                expectsName = false
            }
        }
        return terms.isEmpty || expectsName ? nil : AmountExpression(terms: terms)
    }
}
