internal import BooksModel
internal import DomainModel

/// Writes an entry as the answer to a post, or to a read; they differ (API reference, 3.6 b).
struct EntryWriter {
    let books: Books
    let organisation: Organisation
    let echo: OfficeEcho
    let style: OfficeEcho.DimensionStyle

    /// The answer to a post: the elements of the header in the order of the request, then those
    /// that the server adds.
    func posted(_ entry: Entry, request: XMLNode) -> XMLNode {
        var node = XMLNode(
            "transaction",
            [
                "autobalancevat": request["autobalancevat"],
                "raisewarning": request["raisewarning"], "result": "1",
                "location": entry.status.rawValue,
            ])
        var parts = header(entry)
        var header: [XMLNode] = []
        for child in request.child("header")?.children ?? [] where child.name != "number" {
            guard let index = parts.firstIndex(where: { $0.name == child.name }) else { continue }
            header.append(parts.remove(at: index))
        }
        node.children = [
            XMLNode("header", [:], header + parts),
            XMLNode("lines", [:], entry.lines.map { line($0, of: entry) }),
        ]
        return node
    }

    /// The answer to a read.
    func read(_ entry: Entry) -> XMLNode {
        XMLNode(
            "transaction", ["location": entry.status.rawValue, "result": "1"],
            [
                XMLNode("header", [:], header(entry)),
                XMLNode("lines", [:], entry.lines.map { line($0, of: entry) }),
            ])
    }

    /// Whether an entry is of a daybook of sales or purchases.
    private func isInvoice(_ entry: Entry) -> Bool {
        switch books.daybook(entry.key.daybook)?.category {
        case .sales, .purchase: true
        default: false
        }
    }

    private func header(_ entry: Entry) -> [XMLNode] {
        var parts = [
            echo.office(books.office), echo.daybook(entry.key.daybook, books),
            echo.currency(entry.currency.text, books),
            XMLNode("date", [:], Stamp.date(entry.date)),
            XMLNode("period", [:], entry.period.text),
        ]
        if isInvoice(entry) { parts.append(XMLNode("invoicenumber", [:], entry.invoiceNumber)) }
        if let due = entry.dueDate { parts.append(XMLNode("duedate", [:], Stamp.date(due))) }
        parts.append(XMLNode("origin", [:], entry.origin.rawValue))
        if style == .read { parts.append(XMLNode("originreference")) }
        parts.append(echo.user(entry.userCode, organisation))
        parts.append(XMLNode("regime", [:], entry.regime.rawValue.lowercased()))
        if style == .read {
            parts.append(XMLNode("inputdate", [:], Stamp.moment(entry.inputInstant)))
            parts.append(XMLNode("modificationdate", [:], Stamp.moment(entry.modifiedInstant)))
        }
        for (index, text) in entry.freeTexts.enumerated() where !text.isEmpty {
            parts.append(XMLNode("freetext\(index + 1)", [:], text))
        }
        parts.append(XMLNode("number", [:], entry.key.number))
        return parts
    }

    private func line(_ line: EntryLine, of entry: Entry) -> XMLNode {
        var parts = [echo.dimension("dim1", line.dim1, books, style)]
        if !line.dim2.isEmpty { parts.append(echo.dimension("dim2", line.dim2, books, style)) }
        parts += [
            XMLNode("debitcredit", [:], line.isDebit ? "debit" : "credit"),
            XMLNode("value", [:], Stamp.amount(line.value)),
        ]
        // Recorded empty in journals and statements, and not at all in sales.
        if line.kind == .detail, !(isInvoice(entry) && line.invoiceNumber.isEmpty) {
            parts.append(XMLNode("invoicenumber", [:], line.invoiceNumber))
        }
        if !line.description.isEmpty || line.kind != .vat {
            parts.append(XMLNode("description", [:], line.description))
        }
        if !line.comment.isEmpty { parts.append(XMLNode("comment", [:], line.comment)) }
        if !line.freeCharacter.isEmpty {
            parts.append(XMLNode("freechar", [:], line.freeCharacter))
        }
        if !line.vatCode.isEmpty { parts.append(echo.vatCode(line.vatCode, books)) }
        let rate = books.currency(entry.currency)?.rate ?? BooksCurrency.unitRate
        parts += [
            XMLNode("rate", [:], Stamp.rate(rate)),
            XMLNode("basevalue", [:], Stamp.amount(line.baseValue)),
            XMLNode("reprate", [:], "1"),
            XMLNode("repvalue", [:], Stamp.amount(line.baseValue)),
        ]
        if line.kind == .detail {
            parts.append(XMLNode("currencydate", [:], line.lineDate.map(Stamp.date) ?? ""))
        }
        parts += tax(line, of: entry) + matching(line, of: entry)
        return XMLNode("line", ["type": line.kind.rawValue, "id": String(line.id)], parts)
    }

    private func tax(_ line: EntryLine, of entry: Entry) -> [XMLNode] {
        func sum(_ lines: [EntryLine], _ value: (EntryLine) -> Int64) -> String {
            Stamp.amount(lines.reduce(0) { $0 + value($1) }.magnitudeValue)
        }
        switch line.kind {
        case .detail: return []
        case .total:
            let lines = entry.lines.filter { $0.kind == .vat }
            guard !lines.isEmpty else { return [] }
            return [
                XMLNode("vattotal", [:], sum(lines, \.signedValue)),
                XMLNode("vatbasetotal", [:], sum(lines, \.signedBaseValue)),
            ]
        case .vat:
            let lines = entry.lines.filter { $0.kind == .detail && $0.vatCode == line.vatCode }
            return [
                XMLNode("vatturnover", [:], sum(lines, \.signedValue)),
                XMLNode("vatbaseturnover", [:], sum(lines, \.signedBaseValue)),
            ]
        }
    }

    private func matching(_ line: EntryLine, of entry: Entry) -> [XMLNode] {
        guard line.isMatchable else {
            return line.kind == .vat
                ? [] : [XMLNode("matchstatus", [:], line.matchStatus.rawValue)]
        }
        var parts: [XMLNode] = []
        if let due = line.dueDate, line.kind == .detail {
            parts.append(XMLNode("duedate", [:], Stamp.date(due)))
        }
        parts += [
            XMLNode("matchlevel", [:], String(line.matchLevel ?? 2)),
            style == .post
                ? XMLNode("customersupplier", [:], String(line.matchLevel ?? 2))
                : XMLNode("relation", [:], String(line.matchLevel ?? 2)),
        ]
        parts += open(line, of: entry)
        parts.append(XMLNode("matchstatus", [:], line.matchStatus.rawValue))
        if style == .read { parts += MatchesWriter(books: books).parts(line, of: entry) }
        return parts
    }

    /// Unsigned in the answer to a post; signed in a read, which leaves out the values that equal
    /// the base values (API reference, 3.6 b).
    private func open(_ line: EntryLine, of entry: Entry) -> [XMLNode] {
        guard style == .read else {
            return [
                XMLNode("openvalue", [:], Stamp.amount(line.openValue.magnitudeValue)),
                XMLNode("openbasevalue", [:], Stamp.amount(line.openBaseValue.magnitudeValue)),
                XMLNode("openrepvalue", [:], Stamp.amount(line.openBaseValue.magnitudeValue)),
            ]
        }
        let base = XMLNode("basevalueopen", [:], Stamp.amount(line.openBaseValue))
        guard entry.currency != books.office.baseCurrency else { return [base] }
        return [
            base, XMLNode("repvalueopen", [:], Stamp.amount(line.openBaseValue)),
            XMLNode("valueopen", [:], Stamp.amount(line.openValue)),
        ]
    }
}

extension Int64 {
    /// The amount without its sign.
    fileprivate var magnitudeValue: Int64 { Int64(clamping: magnitude) }
}
