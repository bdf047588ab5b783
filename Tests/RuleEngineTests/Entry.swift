import ByteText
import DomainModel

/// A memo as plain texts, to compare in a test.
struct Entry {
    /// A line of it.
    struct Line: Equatable {
        var account: String
        var customer = ""
        var side: MemoLine.Side
        var amount: Int64
        var invoiceNumber: String
        var description: String
    }

    var office: String
    var journal: String
    var currency: String
    var date: String
    var isProvisional: Bool
    var lines: [Line]

    init(_ memo: MemoDraft) {
        office = memo.office
        journal = memo.journal
        currency = memo.currency.text
        date = memo.date.isoText
        isProvisional = memo.destiny == .provisional
        lines = memo.lines.map { line in
            Line(
                account: memo.texts.string(line.account),
                customer: memo.texts.string(line.customer), side: line.side, amount: line.amount,
                invoiceNumber: memo.texts.string(line.invoiceNumber),
                description: memo.texts.string(line.description))
        }
    }
}
