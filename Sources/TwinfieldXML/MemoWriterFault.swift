/// Why an entry is not written: which field of which line Twinfield would refuse.
///
/// The texts were cut and cleaned before; this is the second lock. Nothing of a refused entry is
/// in the document.
public struct MemoWriterFault: Error, Sendable, Equatable {
    /// A field of an entry, by the name of its element.
    public enum Field: String, Sendable {
        /// The administration.
        case office
        /// The journal.
        case code
        /// The currency.
        case currency
        /// The booking date.
        case date
        /// The general ledger account.
        case dim1
        /// The debtor code.
        case dim2
        /// The invoice number.
        case invoicenumber
        /// The description.
        case description
    }

    /// What is wrong with the field.
    public enum Problem: Sendable, Equatable {
        /// It is empty, but must be there.
        case missing
        /// It has more UTF-16 code units than Twinfield's limit.
        case tooLong(units: Int, limit: Int)
        /// It holds a character that XML 1.0 forbids, at a byte of its text from 0.
        case forbiddenCharacter(byteOffset: Int)
        /// It is not UTF-8, at a byte of its text from 0.
        case notUTF8(byteOffset: Int)
        /// The date lies outside the years 1 to 9999.
        case outOfRange
    }

    /// The line of the entry, from 1; nil when the field stands in the header.
    public var line: Int?
    /// The field.
    public var field: Field
    /// What is wrong with it.
    public var problem: Problem

    /// States a fault.
    public init(line: Int? = nil, field: Field, problem: Problem) {
        self.line = line
        self.field = field
        self.problem = problem
    }

    /// The fault as a sentence.
    public var message: String {
        let place = line.map { "line \($0), \(field.rawValue)" } ?? field.rawValue
        return "\(place): \(problem.sentence)"
    }
}

extension MemoWriterFault.Problem {
    /// The problem as the end of a sentence.
    var sentence: String {
        switch self {
        case .missing: "is empty"
        case .tooLong(let units, let limit):
            "has \(units) UTF-16 code units, Twinfield takes \(limit)"
        case .forbiddenCharacter(let offset):
            "holds a character that XML 1.0 forbids (byte \(offset))"
        case .notUTF8(let offset): "is not UTF-8 (byte \(offset))"
        case .outOfRange: "lies outside the years 1 to 9999"
        }
    }
}
