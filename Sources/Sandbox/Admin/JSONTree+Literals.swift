internal import DomainModel

extension JSONTree: ExpressibleByStringLiteral, ExpressibleByStringInterpolation,
    ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    init(stringLiteral value: String) { self = .text(value) }
    init(integerLiteral value: Int64) { self = .integer(value) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
    init(arrayLiteral elements: JSONTree...) { self = .list(elements) }
    init(nilLiteral: ()) { self = .null }

    init(dictionaryLiteral elements: (String, JSONTree)...) {
        self = .object(Dictionary(elements) { _, last in last })
    }

    /// A number.
    static func count(_ value: Int) -> JSONTree { .integer(Int64(value)) }

    /// A text, or null.
    static func optional(_ text: String?) -> JSONTree { text.map { .text($0) } ?? .null }

    /// An amount as text with its decimals, such as `119.00`.
    static func amount(_ value: Int64, digits: Int = 2) -> JSONTree {
        .text(MinorUnits.text(value, digits: digits))
    }

    /// A moment in UTC, or null.
    static func moment(_ value: Instant?) -> JSONTree { optional(value?.isoText) }
}
