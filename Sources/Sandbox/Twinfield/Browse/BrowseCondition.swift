internal import BooksModel
internal import DomainModel

/// A filter on one field: equal, between or like.
struct BrowseCondition {
    private enum Test {
        case text(from: String, to: String)
        case equalText(String)
        case pattern(FinderPattern)
        case number(from: Int64, to: Int64)
        case moment(from: Int64, to: Int64)
        case statuses(Set<String>)
    }

    let field: BrowseField
    private let test: Test

    /// The span of a filter on the moment of input, for the books' own index.
    var inputSpan: (first: Instant, last: Instant)? {
        guard field == .inputDate, case .moment(let from, let to) = test else { return nil }
        return (Instant(milliseconds: from), Instant(milliseconds: to))
    }

    /// Makes a filter; nil when the values cannot be of this field.
    ///
    /// An empty end of `between` is open.
    init?(_ field: BrowseField, _ filter: BrowseDefinition.Operator, from: String, to: String) {
        self.field = field
        switch (field.cellType.description, filter) {
        case (_, .none): return nil
        case ("Decimal", _), ("Value", _):
            let digits = field == .number ? 0 : 2
            let first = Self.amount(from, digits, otherwise: .min)
            let last = Self.amount(filter == .equal ? from : to, digits, otherwise: .max)
            guard let first, let last else { return nil }
            test = .number(from: first, to: last)
        case ("Datetime", _):
            guard let first = Self.moment(from, otherwise: .min, isEnd: false),
                let last = Self.moment(filter == .equal ? from : to, otherwise: .max, isEnd: true)
            else { return nil }
            test = .moment(from: first, to: last)
        case (_, .like): test = .pattern(FinderPattern(from))
        case (_, .equal) where field == .status:
            guard let statuses = Self.statuses(from) else { return nil }
            test = .statuses(statuses)
        case (_, .equal): test = .equalText(from)
        case (_, .between): test = .text(from: from, to: to)
        }
    }

    /// `normal` is provisional and final; nothing here is a draft or in use.
    private static func statuses(_ word: String) -> Set<String>? {
        switch word {
        case "normal": ["temporary", "final"]
        case "temporary", "final", "draft", "inuse": [word]
        default: nil
        }
    }

    private static func amount(_ text: String, _ digits: Int, otherwise: Int64) -> Int64? {
        guard !text.isEmpty else { return otherwise }
        return try? MinorUnits.parse(text, digits: digits)
    }

    /// A day as an end means all of that day.
    private static func moment(_ text: String, otherwise: Int64, isEnd: Bool) -> Int64? {
        guard !text.isEmpty else { return otherwise }
        guard let moment = Stamp.moment(text)?.milliseconds else { return nil }
        let span: Int64 = text.utf8.count == 8 ? 86_400_000 : 1000
        return isEnd ? moment + span - 1 : moment
    }

    /// Whether a row passes.
    func accepts(_ row: BrowseRow, _ source: BrowseSource) -> Bool {
        switch test {
        case .number(let from, let to):
            let value = source.number(field, row)
            return from <= value && value <= to
        case .moment(let from, let to):
            let value = source.moment(field, row)
            return from <= value && value <= to
        case .equalText(let text): return source.text(field, row) == text
        case .statuses(let statuses): return statuses.contains(source.text(field, row))
        case .pattern(let pattern): return pattern.matches(source.text(field, row))
        case .text(let from, let to):
            let text = source.text(field, row)
            return (from.isEmpty || text >= from) && (to.isEmpty || text <= to)
        }
    }
}
