import DomainModel
import RuleEngine
import RuleSyntax
import SourceDiagnostics
import Wording

/// The proofs over the rows of `match.decide`, taken together.
extension CompilationPasses {
    /// Every row reached, every word of a row and every column of use, no order that books
    /// silently what a later row would have a person look at.
    ///
    /// The rows of `refused` book what they cannot: what follows from them is no further mistake.
    mutating func proveTable(
        _ rows: [(MatchDeclaration.Row, MatchRule.Row)], _ match: MatchDeclaration,
        _ table: DecisionTable, refused: Set<Int>
    ) {
        guard let borders = borders(of: match) else { return }
        // A column can be idle because a row is in vain; that row has a message.
        let isSound = refused.isEmpty && rows.indices.allSatisfy(table.isReached)
        for (declared, _) in rows { reportNarrowTolerances(declared) }
        let idle = reportIdleColumns(rows, table, isReported: isSound)
        for (index, (declared, row)) in rows.enumerated() {
            if !table.isReached(index) {
                reportUnreached(rows, index, table, refused)
                continue
            }
            // What is left of a table whose booking row changes is not known yet.
            if index >= refused.min() ?? .max { continue }
            if !idle.contains(.daysApart) && !idle.contains(.saleIs) {
                reportWideCriteria(declared, row, borders, match)
            }
            reportTakenWords(rows, index, table, except: idle)
            reportOrder(rows, index, table)
        }
    }

    /// Every case that the rows tell apart; nil when what lets sales in is wrong itself.
    func table(of rows: [MatchRule.Row], _ match: MatchDeclaration) -> DecisionTable? {
        borders(of: match).flatMap { DecisionTable(rows, within: $0) }
    }

    private func borders(of match: MatchDeclaration) -> DecisionTable.Borders? {
        let from = Int32(match.windowFrom?.value ?? -100_000)
        let to = Int32(match.windowTo?.value ?? 100_000)
        guard from <= to, !match.saleIs.isEmpty, !isRefused(match.range) else { return nil }
        let nearest = from <= 0 && to >= 0 ? 0 : min(abs(from), abs(to))
        return DecisionTable.Borders(
            statuses: Set(match.saleIs.map { $0.value == .provisional ? .provisional : .final }),
            days: nearest...max(abs(from), abs(to)), hasAliases: !declaration.aliases.isEmpty,
            collectiveCustomers: declaration.collectiveCustomers.map(\.value))
    }

    private mutating func reportUnreached(
        _ rows: [(MatchDeclaration.Row, MatchRule.Row)], _ index: Int, _ table: DecisionTable,
        _ refused: Set<Int>
    ) {
        let (declared, row) = rows[index]
        // A row for aliases without any has its message.
        if row.orderNumber == [.alias], declaration.aliases.isEmpty { return }
        guard table.fitsAnything(index) else {
            return report(.rowFitsNoSale, at: declared.range)
        }
        let taker = table.taker(of: index) { _, _, _ in true }
        if taker.map(refused.contains) ?? false { return }
        let other = taker.map { rows[$0].1.then }
        report(
            .rowShadowed(
                Phrase(row.then.word),
                other: other == row.then ? nil : other.map { Phrase($0.word) }),
            at: declared.range,
            notes: taker.map { [Diagnostic.Note(.rowComesFirst, at: rows[$0].0.range)] } ?? [])
    }

    /// Words of a list that earlier rows leave nothing for.
    private mutating func reportTakenWords(
        _ rows: [(MatchDeclaration.Row, MatchRule.Row)], _ index: Int, _ table: DecisionTable,
        except idle: Set<DecisionTable.Column>
    ) {
        let declared = rows[index].0
        typealias Test = (AmountResult, NumberResult, EmailResult) -> Bool
        var words: [(word: String, place: SourceRange, test: Test)] = []
        if let amounts = declared.amount, amounts.count > 1, !idle.contains(.amount) {
            for amount in amounts {
                guard case .result(let word) = amount.value,
                    let result = AmountResult(rawValue: word.rawValue)
                else { continue }
                words.append((word.rawValue, amount.range, { found, _, _ in found == result }))
            }
        }
        if let numbers = declared.orderNumber, numbers.count > 1, !idle.contains(.orderNumber) {
            for number in numbers where number.value != .alias || !declaration.aliases.isEmpty {
                let result = NumberResult(rawValue: number.value.rawValue)
                words.append(
                    (number.value.rawValue, number.range, { _, found, _ in found == result }))
            }
        }
        if let emails = declared.email, emails.count > 1, !idle.contains(.email) {
            for email in emails {
                let result = EmailResult(rawValue: email.value.rawValue)
                words.append(
                    (email.value.rawValue, email.range, { _, _, found in found == result }))
            }
        }
        for (word, place, test) in words where !table.isReached(index, where: test) {
            guard let taker = table.taker(of: index, where: test) else { continue }
            report(
                .wordTakenByRows(word), at: place,
                notes: [Diagnostic.Note(.rowComesFirst, at: rows[taker].0.range)])
        }
    }

    /// A row with `book` above one with `review` for some of the same sales, which asks for
    /// something that the upper one does not mention.
    ///
    /// That the clear cases are booked first and the rest goes to a person is what a table is for;
    /// but a condition that only the lower row names reads as an exception and is none.
    private mutating func reportOrder(
        _ rows: [(MatchDeclaration.Row, MatchRule.Row)], _ index: Int, _ table: DecisionTable
    ) {
        guard rows[index].1.then == .review else { return }
        let asked = columns(of: rows[index].0)
        let earlier = rows[..<index].indices.first {
            let its = columns(of: rows[$0].0)
            // Without the number that the upper row asks for, it is for the sales left over.
            return rows[$0].1.then == .book && !asked.isSubset(of: its)
                && (asked.contains(.orderNumber) || !its.contains(.orderNumber))
                && table.overlaps($0, with: index)
        }
        guard let earlier, !hasError(in: rows[earlier].0.range),
            !hasError(in: rows[index].0.range)
        else { return }
        let more = asked.subtracting(columns(of: rows[earlier].0)).map(\.key).sorted()
        report(
            .orderDecides(more), at: rows[index].0.range,
            notes: [Diagnostic.Note(.rowComesFirst, at: rows[earlier].0.range)])
    }

    /// Columns that lead to the same whatever stands in them; said at the first row that asks.
    private mutating func reportIdleColumns(
        _ rows: [(MatchDeclaration.Row, MatchRule.Row)], _ table: DecisionTable, isReported: Bool
    ) -> Set<DecisionTable.Column> {
        var idle: Set<DecisionTable.Column> = []
        for column in DecisionTable.Column.allCases {
            // A row that never applies has a message of its own.
            let asked = rows.indices.filter(table.isReached).compactMap {
                Self.place(of: column, in: rows[$0].0)
            }.first
            guard let asked, table.isIdle(column) else { continue }
            idle.insert(column)
            let isSaid = diagnostics.contains { $0.code == .neverDecides && $0.range == asked }
            if isReported, !isSaid { report(.columnNeverDecides(column.key), at: asked) }
        }
        return idle
    }

    private func columns(of row: MatchDeclaration.Row) -> Set<DecisionTable.Column> {
        Set(DecisionTable.Column.allCases.filter { Self.place(of: $0, in: row) != nil })
    }

    private static func place(
        of column: DecisionTable.Column, in row: MatchDeclaration.Row
    ) -> SourceRange? {
        switch column {
        case .amount: row.amount?.first?.range
        case .orderNumber: row.orderNumber?.first?.range
        case .email: row.email?.first?.range
        case .daysApart: row.daysApart?.range
        case .saleIs: row.saleIs?.first?.range
        case .customer: row.customers?.first?.range
        }
    }

    /// Bounds of a row that are no narrower than those of `match`.
    private mutating func reportWideCriteria(
        _ declared: MatchDeclaration.Row, _ row: MatchRule.Row,
        _ borders: DecisionTable.Borders, _ match: MatchDeclaration
    ) {
        if let days = declared.daysApart, match.windowTo != nil,
            days.value >= Int(borders.days.upperBound)
        {
            report(
                .criterionHoldsAlways("days_apart", because: "match.sale_dated"), at: days.range,
                notes: match.windowTo.map { [Diagnostic.Note(.otherStandsHere, at: $0.range)] }
                    ?? [])
        }
        if let statuses = row.statuses, statuses.isSuperset(of: borders.statuses),
            let place = declared.saleIs?.first?.range, let other = match.saleIs.first
        {
            report(
                .criterionHoldsAlways("sale_is", because: "match.sale_is"), at: place,
                notes: [Diagnostic.Note(.otherStandsHere, at: other.range)])
        }
    }

    /// Addresses that are looked for and then not asked about.
    mutating func proveEmail(_ templates: [CompiledTemplate]) {
        guard let first = declaration.emailFrom?.first, let match = declaration.match,
            !isRefused(match.range), templates.count == sources.templates.count
        else { return }
        let isPrinted = templates.contains { $0.lines.contains(where: \.printsEmail) }
        let isSelected = declaration.select.contains { $0.when?.hasEmail != nil }
        if isPrinted || isSelected || match.rows.contains(where: { $0.email != nil }) { return }
        report(.emailNeverAsked, at: first.range)
    }

    /// Of two tolerances of one kind in a row the wider one counts.
    private mutating func reportNarrowTolerances(_ row: MatchDeclaration.Row) {
        var widest: [Bool: (value: Int64, text: String, place: SourceRange)] = [:]
        for test in row.amount ?? [] {
            let isPercent: Bool
            let digits: String
            switch test.value {
            case .result: continue
            case .within(let text): (isPercent, digits) = (false, text)
            case .withinPercent(let text): (isPercent, digits) = (true, text)
            }
            guard let value = try? MinorUnits.parse(digits, digits: 2) else { continue }
            let text = isPercent ? "within \(digits) %" : "within \(digits)"
            guard let other = widest[isPercent] else {
                widest[isPercent] = (value, text, test.range)
                continue
            }
            let isWider = value > other.value
            report(
                .narrowerTolerance(isWider ? other.text : text, isWider ? text : other.text),
                at: isWider ? other.place : test.range,
                notes: [Diagnostic.Note(.otherStandsHere, at: isWider ? test.range : other.place)])
            if isWider { widest[isPercent] = (value, text, test.range) }
        }
    }
}

extension DecisionTable.Column {
    /// The key of a row that asks for it.
    fileprivate var key: String {
        switch self {
        case .amount: "amount"
        case .orderNumber: "order_number"
        case .email: "email"
        case .daysApart: "days_apart"
        case .saleIs: "sale_is"
        case .customer: "customer"
        }
    }
}

extension CompiledTemplate.Line {
    /// Whether the payer's address stands in one of its texts.
    fileprivate var printsEmail: Bool {
        [account, customer, description, invoiceNumber].contains { text in
            text?.parts.contains { part in
                if case .fields(let fields) = part { fields.contains(.email) } else { false }
            } ?? false
        }
    }
}
