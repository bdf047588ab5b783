import DomainModel
import RuleEngine
import RuleSyntax
import SourceDiagnostics

extension CompilationPasses {
    /// `match`: windows in order, rows reachable, nothing booked with a difference left over.
    mutating func compileMatch(
        templates: [(TemplateDeclaration, CompiledTemplate?)]
    ) -> MatchRule? {
        guard let match = declaration.match else { return nil }
        let rows = match.rows.compactMap { row in
            outcome(row.then).map { (row, compileRow(row, then: $0)) }
        }
        // A row that was refused in part may fit less than what is left of it says.
        let readable = rows.filter { !isRefused($0.0.range) }
        if readable.count == match.rows.count { reportIdleAliases(readable) }
        let used = Set(declaration.select.compactMap { $0.findSaleThen?.value })
        // What never applies books nothing either.
        let table =
            readable.count == match.rows.count ? table(of: readable.map(\.1), match) : nil
        let reached = readable.indices.filter { table?.isReached($0) ?? true }
        let booking = templates.filter { used.contains($0.0.name) }
        var unequal: Set<Int> = []
        for index in reached {
            let (declared, row) = readable[index]
            reportWithoutIndex(declared, row)
            if reportUnequalBooking(declared, row, booking) { unequal.insert(index) }
        }
        let first = readable.first?.0.then
        if let first, readable.count == match.rows.count, !used.isEmpty,
            readable.allSatisfy({ $0.1.then != .book })
        {
            report(.noRowBooks, at: first.range)
        }
        if let table { proveTable(readable, match, table, refused: unequal) }
        let from = match.windowFrom?.value ?? -100_000
        let to = match.windowTo?.value ?? 100_000
        if from > to, let place = match.windowTo {
            report(.windowSwapped, at: place.range)
        }
        guard !rows.isEmpty, let days = match.waitAtMostDays,
            let afterWaiting = outcome(match.afterWaiting)
        else { return nil }
        return MatchRule(
            statuses: Set(match.saleIs.map { $0.value == .provisional ? .provisional : .final }),
            daybooks: match.daybooks?.map(\.value), windowFromDays: Int32(from),
            windowToDays: Int32(to), rows: rows.map(\.1),
            severalFit: outcome(match.severalFit) ?? .review,
            alreadyPaidSale: outcome(match.alreadyPaidSale) ?? .review,
            waitAtMostDays: Int32(days.value), afterWaiting: afterWaiting)
    }

    private func compileRow(_ row: MatchDeclaration.Row, then: Outcome) -> MatchRule.Row {
        let (amount, tolerance) = amounts(row.amount)
        return MatchRule.Row(
            amount: amount, tolerance: tolerance, orderNumber: results(row.orderNumber),
            email: results(row.email), daysApart: row.daysApart.map { Int32($0.value) },
            statuses: row.saleIs.map { statuses in
                Set(statuses.map { $0.value == .provisional ? .provisional : .final })
            }, customers: row.customers?.map(\.value), then: then)
    }

    /// The results that a criterion of a row fits; all of them when the row does not say.
    private func results<Word: RawRepresentable, Result>(_ words: [Located<Word>]?) -> Set<Result>
    where
        Word.RawValue == String, Result: RawRepresentable & CaseIterable & Hashable,
        Result.RawValue == String
    {
        guard let words else { return Set(Result.allCases) }
        return Set(words.compactMap { Result(rawValue: $0.value.rawValue) })
    }

    /// The results and the tolerance that a row asks for; a tolerance includes equal amounts.
    private func amounts(
        _ tests: [Located<AmountTestDeclaration>]?
    ) -> (Set<AmountResult>, AmountTolerance?) {
        guard let tests else { return (Set(AmountResult.allCases), nil) }
        var results: Set<AmountResult> = []
        var tolerance: AmountTolerance?
        for test in tests {
            switch test.value {
            case .result(let word):
                if let result = AmountResult(rawValue: word.rawValue) { results.insert(result) }
            case .within(let text):
                results.insert(.equalsOpen)
                tolerance = tolerance ?? AmountTolerance()
                tolerance?.minorUnits = (try? MinorUnits.parse(text, digits: 2)) ?? 0
            case .withinPercent(let text):
                results.insert(.equalsOpen)
                tolerance = tolerance ?? AmountTolerance()
                tolerance?.basisPoints = (try? MinorUnits.parse(text, digits: 2)) ?? 0
            }
        }
        return (results, tolerance)
    }

    /// An alias that no row takes, or a row for aliases without any, would silently do nothing.
    private mutating func reportIdleAliases(_ rows: [(MatchDeclaration.Row, MatchRule.Row)]) {
        if let alias = declaration.aliases.first {
            let isTaken = rows.contains { $0.1.orderNumber.contains(.alias) }
            let isRead = !declaration.aliases.contains {
                hasError(in: $0.payment.range) || hasError(in: $0.sale.range)
            }
            guard isRead, !isTaken else { return }
            return report(.aliasWithoutRow, at: alias.payment.range)
        }
        for (declared, row) in rows {
            guard let word = declared.orderNumber?.first(where: { $0.value == .alias }) else {
                continue
            }
            if row.orderNumber == [.alias] {
                report(.rowWithoutAliases, at: declared.range)
            } else if declared.range.path == declaration.range.path {
                report(.wordWithoutAliases, at: word.range)
            }
        }
    }

    private mutating func reportWithoutIndex(
        _ declared: MatchDeclaration.Row, _ row: MatchRule.Row
    ) {
        guard row.orderNumber.contains(.missing) || row.orderNumber.contains(.differs),
            !row.needsEqualAmounts
        else { return }
        report(.everySale, at: declared.range)
    }
}
