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
        reportUnreachable(readable)
        if readable.count == match.rows.count { reportIdleAliases(readable) }
        let used = Set(declaration.select.compactMap { $0.findSaleThen?.value })
        for (declared, row) in readable {
            reportWithoutIndex(declared, row)
            reportUnequalBooking(declared, row, templates.filter { used.contains($0.0.name) })
        }
        let from = match.windowFrom?.value ?? -100_000
        let to = match.windowTo?.value ?? 100_000
        if from > to, let place = match.windowTo {
            report(
                .keysConflict, at: place.range, "sale_dated ends before it begins",
                help: "write  { from: 30 days before payment, to: 30 days after payment }")
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

    /// Pairs of paid and open amounts that tell all rows of a table apart: equal, a cent off, and
    /// at and behind the edge of every tolerance.
    private func samples(_ rows: [MatchRule.Row]) -> [(paid: Int64, open: Int64)] {
        let open: Int64 = 1_000_000
        var differences: Set<Int64> = [0, 1, 900_000]
        for tolerance in rows.compactMap(\.tolerance) {
            for edge in [tolerance.minorUnits, open / 10_000 * tolerance.basisPoints] {
                differences.formUnion([edge, edge + 1])
            }
        }
        return differences.filter { $0 < open }.flatMap { [(open + $0, open), (open - $0, open)] }
    }

    /// A row is reachable when some combination of results fits no row before it.
    private mutating func reportUnreachable(_ rows: [(MatchDeclaration.Row, MatchRule.Row)]) {
        let amounts = samples(rows.map(\.1))
        for (index, (declared, row)) in rows.enumerated() where index > 0 {
            // A row that asks for more than the three criteria leaves something to those below.
            let earlier = rows[..<index].map(\.1).filter { !$0.isNarrowed }
            let isReachable = amounts.contains { paid, open in
                let amount: AmountResult =
                    paid == open ? .equalsOpen : paid < open ? .less : .more
                guard row.fits(amount, paid: paid, open: open) else { return false }
                return row.orderNumber.contains { number in
                    row.email.contains { email in
                        !earlier.contains {
                            $0.fits(amount, paid: paid, open: open)
                                && $0.orderNumber.contains(number)
                                && $0.email.contains(email)
                        }
                    }
                }
            }
            guard !isReachable else { continue }
            let shadow = rows[..<index].first { _, other in
                !other.amount.isDisjoint(with: row.amount)
                    && !other.orderNumber.isDisjoint(with: row.orderNumber)
                    && !other.email.isDisjoint(with: row.email)
            }
            report(
                .unreachable, at: declared.range,
                "the row can never apply: earlier rows take all it fits",
                help: "move it up, or remove it",
                notes: shadow.map { [Diagnostic.Note("this row comes first", at: $0.0.range)] }
                    ?? [])
        }
    }

    /// An alias that no row takes, or a row for aliases without any, would silently do nothing.
    private mutating func reportIdleAliases(_ rows: [(MatchDeclaration.Row, MatchRule.Row)]) {
        if let alias = declaration.aliases.first {
            let isTaken = rows.contains { $0.1.orderNumber.contains(.alias) }
            let isRead = !declaration.aliases.contains {
                hasError(in: $0.payment.range) || hasError(in: $0.sale.range)
            }
            guard isRead, !isTaken else { return }
            return report(
                .unreachable, at: alias.payment.range,
                "the alias can never apply: no row of match.decide takes order_number: alias",
                help: "write  order_number: [same, alias]  in a row")
        }
        for (declared, row) in rows where row.orderNumber == [.alias] {
            report(
                .unreachable, at: declared.range,
                "the row can never apply: there are no aliases",
                help: "name them in order_number.aliases, or remove the row")
        }
    }

    private mutating func reportWithoutIndex(
        _ declared: MatchDeclaration.Row, _ row: MatchRule.Row
    ) {
        guard row.orderNumber.contains(.missing) || row.orderNumber.contains(.differs),
            !row.needsEqualAmounts
        else { return }
        report(
            .rowWithoutIndex, at: declared.range,
            "the row would hold each payment against every sale",
            help: "add  order_number: same  or  amount: equals_open")
    }

    private mutating func reportUnequalBooking(
        _ declared: MatchDeclaration.Row, _ row: MatchRule.Row,
        _ templates: [(TemplateDeclaration, CompiledTemplate?)]
    ) {
        guard row.then == .book, !row.needsEqualAmounts else { return }
        let usesSale = templates.contains { _, template in
            template.map { !$0.balancesForAnyAmounts } ?? false
        }
        guard usesSale else { return }
        report(
            .bookWithoutEqualAmounts, at: declared.range,
            "the row books although payment and open amount may differ, and no line of the"
                + " template takes the difference",
            help: "add  amount: equals_open  to the row, or a line with"
                + "  amount: item.open - payment.amount  to the template")
    }
}
