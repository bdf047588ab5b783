import DomainModel
import LedgerViews
import Wording

/// The proof that nothing is missing: per day and method what CCV says was paid, and where it is.
struct ProofTable {
    let visit: Visit
    let rows: [CompletenessView]

    private struct Key: Hashable {
        var day: CalendarDate
        var method: String
        var currency: String
    }

    /// The rows of all connections together, the newest day first.
    private var merged: [(key: Key, view: CompletenessView)] {
        var byKey: [Key: CompletenessView] = [:]
        for row in rows {
            let key = Key(day: row.day, method: row.method, currency: row.paid.currency)
            byKey[key] = byKey[key].map { $0.adding(row) } ?? row
        }
        return byKey.map { (key: $0.key, view: $0.value) }.sorted {
            ($1.key.day, $0.key.method, $0.key.currency)
                < ($0.key.day, $1.key.method, $1.key.currency)
        }
    }

    /// Whether every euro stands somewhere.
    var isComplete: Bool { rows.allSatisfy { $0.difference == 0 } }

    /// What the template shows: a row for each day and method, and the sum of each currency.
    var fields: [Fields] {
        let merged = merged
        var sums: [String: CompletenessView] = [:]
        for row in merged {
            sums[row.key.currency] = sums[row.key.currency].map { $0.adding(row.view) } ?? row.view
        }
        let total = sums.sorted { $0.key < $1.key }.map { currency, view in
            self.row(visit.say("Total", "Totaal"), currency, view, style: "total")
        }
        return total
            + merged.map { row in
                self.row(visit.speaker.day(row.key.day), row.key.method, row.view, style: "")
            }
    }

    private func row(
        _ day: String, _ method: String, _ view: CompletenessView, style: String
    ) -> Fields {
        let texts = PageText.table(visit.speaker.language)
        let columns: [(String, AmountTally, Bool)] = [
            ("paid_at_ccv", view.paid, false), ("booked", view.booked, false),
            ("waiting", view.waiting, false), ("in_review", view.review, false),
            ("in_errors", view.errors, false), ("settled", view.settled, false),
            ("skipped", view.skipped, false),
        ]
        var cells: [Fields] = columns.map { key, tally, _ in
            [
                "label": texts[key] ?? "", "hasCount": tally.count > 0,
                "count": visit.speaker.count(tally.count), "isBad": false,
                "amount": tally.count == 0
                    ? "–" : visit.speaker.money(tally.amount, view.paid.currency),
            ]
        }
        cells.append([
            "label": texts["difference"] ?? "", "hasCount": false, "count": "",
            "isBad": view.difference != 0,
            "amount": visit.speaker.money(view.difference, view.paid.currency),
        ])
        return ["day": day, "method": method, "style": style, "cells": cells]
    }
}

extension CompletenessView {
    /// Both together; of the currency of the first.
    func adding(_ other: CompletenessView) -> CompletenessView {
        var sum = self
        sum.paid.add(other.paid)
        sum.booked.add(other.booked)
        sum.waiting.add(other.waiting)
        sum.review.add(other.review)
        sum.errors.add(other.errors)
        sum.settled.add(other.settled)
        sum.skipped.add(other.skipped)
        return sum
    }
}

extension AmountTally {
    fileprivate mutating func add(_ other: AmountTally) {
        count += other.count
        amount &+= other.amount
    }
}
