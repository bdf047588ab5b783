internal import DomainModel

/// Makes an entry out of a `<transaction>`, posted or read: elements have other names and signs in
/// each (API reference, 3.6 (b)).
struct EntryBuilder {
    private let transaction: AnswerElement
    private let header: AnswerElement
    private let currency: CurrencyCode

    /// Takes a transaction.
    init(_ transaction: AnswerElement) {
        self.transaction = transaction
        header = transaction.first("header") ?? AnswerElement(name: "header", line: 0)
        currency = CurrencyCode(header.text("currency").utf8) ?? .absent
    }

    /// The number that Twinfield gave; nil when there is none, or not one alone, or no number.
    var number: String? {
        let numbers = transaction.children("header").flatMap { $0.children("number") }
        guard let first = numbers.first, numbers.allSatisfy({ $0.text == first.text }),
            AnswerElement.number(first.text) != nil
        else { return nil }
        return first.text
    }

    /// Whether anything stands where the number of a saved entry would.
    var hasAnyNumber: Bool {
        transaction.children("header").contains { header in
            header.children("number").contains { !$0.text.isEmpty || !$0.children.isEmpty }
        }
    }

    /// Whether the parts of the entry are there once, so that its content is beyond doubt.
    var isPlain: Bool {
        transaction.children("header").count == 1 && transaction.children("lines").count <= 1
    }

    /// The entry, with the number that it has.
    func entry(number: String) -> EntryAnswer {
        EntryAnswer(
            office: header.text("office"), code: header.text("code"), number: number,
            status: Self.status(transaction.attribute("location")),
            date: CalendarDate(header.text("date").utf8), period: header.text("period"),
            currency: currency, origin: header.text("origin"),
            inputDate: header.text("inputdate"), invoiceNumber: header.text("invoicenumber"),
            // Never those deeper down: a matched line holds lines of other entries.
            lines: (transaction.first("lines")?.children("line") ?? []).map(line),
            warnings: transaction.messages())
    }

    /// The status that a word stands for.
    static func status(_ word: String?) -> OpenItemRow.Status {
        switch word {
        case "final": .final
        case "temporary": .provisional
        case "draft": .draft
        default: .other
        }
    }

    private func line(_ element: AnswerElement) -> EntryLine {
        let side: MemoLine.Side? =
            switch element.text("debitcredit") {
            case "debit": .debit
            case "credit": .credit
            default: nil
            }
        let value = signedValue(element.text("value"), side)
        let status = element.first("matchstatus").map(\.text)
        return EntryLine(
            id: element.number(of: "id"), type: element.attribute("type") ?? "",
            account: element.text("dim1"), customer: element.text("dim2"),
            project: element.text("dim3"), side: side, value: value,
            open: open(element, value: value, side: side),
            invoiceNumber: element.text("invoicenumber"), description: element.text("description"),
            matchStatus: status.flatMap(Self.matchStatus),
            matches: element.children("matches").flatMap { $0.children("set") }.map(match))
    }

    static func matchStatus(_ word: String) -> OpenItemRow.MatchStatus? {
        switch word {
        case "": nil
        case "available": .available
        case "matched": .matched
        default: .other
        }
    }

    private func amount(_ text: String) -> Int64? {
        AmountText.amount(text, digits: currency.minorDigits)
    }

    /// The value is unsigned, and its side says which way it goes.
    private func signedValue(_ text: String, _ side: MemoLine.Side?) -> Int64? {
        guard let side, let value = amount(text) else { return nil }
        return side == .credit ? -value : value
    }

    /// The open amount: signed as `valueopen`, unsigned as `openvalue`.
    ///
    /// It goes the way of the value, as a part of it, so an unsigned one takes its sign. One that
    /// is signed the other way is not understood.
    private func open(_ element: AnswerElement, value: Int64?, side: MemoLine.Side?) -> Int64? {
        let names = ["valueopen", "openvalue", "basevalueopen", "openbasevalue"]
        guard let text = names.lazy.map({ element.text($0) }).first(where: { !$0.isEmpty }),
            let open = amount(text)
        else { return nil }
        guard open != 0 else { return 0 }
        let isNegative = value.map { $0 < 0 } ?? (side == .credit)
        if open < 0 { return isNegative ? open : nil }
        return isNegative ? -open : open
    }

    private func match(_ set: AnswerElement) -> EntryMatch {
        let lines = set.first("lines")?.children("line") ?? []
        return EntryMatch(
            date: CalendarDate(set.text("matchdate").utf8), matched: amount(set.text("matchvalue")),
            counterparts: lines.map { line in
                EntryMatch.Counterpart(
                    code: line.text("code"), number: line.text("number"),
                    line: AnswerElement.number(line.text("line")),
                    matched: amount(line.text("matchvalue")))
            })
    }
}
