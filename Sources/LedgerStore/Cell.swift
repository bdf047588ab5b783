internal import FoundationEssentials
internal import GRDB

/// A value in a row of the ledger.
enum Cell: Equatable {
    case null
    case integer(Int64)
    case text(String)
    case blob([UInt8])

    /// An integer, or nothing.
    static func optional(_ value: Int64?) -> Cell { value.map { .integer($0) } ?? .null }

    /// A text, or nothing.
    static func optional(_ value: String?) -> Cell { value.map { .text($0) } ?? .null }

    /// Yes or no.
    static func flag(_ value: Bool) -> Cell { .integer(value ? 1 : 0) }

    /// As the row of a table holds it.
    init(_ value: DatabaseValue) {
        switch value.storage {
        case .null: self = .null
        case .int64(let number): self = .integer(number)
        // No column takes a number with a point; STRICT refuses one.
        case .double: self = .null
        case .string(let text): self = .text(text)
        case .blob(let data): self = .blob([UInt8](data))
        }
    }

    /// As SQLite takes it.
    var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .blob(let bytes): Data(bytes).databaseValue
        }
    }
}

extension Row {
    /// An integer, or nil for NULL.
    func integer(_ column: String) -> Int64? { self[column] }

    /// A text, or nil for NULL.
    func text(_ column: String) -> String? { self[column] }
}
