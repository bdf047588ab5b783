import ByteText
import DomainModel

/// The rules of `select`, bound to the words of one batch.
struct BoundSelect {
    private let conditions: [BoundCondition]

    init(_ rules: [SelectRule], words: WordTable) {
        conditions = rules.map { BoundCondition($0.tests, words: words) }
    }

    /// The position of the first rule that applies.
    ///
    /// The last one catches all: it was proved.
    func firstApplying(to row: PaymentRow, in table: PaymentTable) -> Int {
        for position in conditions.indices where conditions[position].holds(row, in: table) {
            return position
        }
        preconditionFailure("select was proved to catch every payment")
    }

    /// A parent names its child; the documented example even lacks its method.
    static func isLandingPageParent(_ row: PaymentRow, _ words: WordTable) -> Bool {
        row.childReference.isPresent
            || (row.method != .absent && words.word(row.method) == "landingpage")
    }
}
