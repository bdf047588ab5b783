import DomainModel
import LedgerViews
import Wording

/// How old is what is not settled, as one bar for each age.
struct AgeChart {
    static let plotWidth = 500
    static let rowHeight = 30

    let visit: Visit
    let rows: [UnsettledView]
    let today: CalendarDate

    private struct Age {
        let name: Phrase
        let most: Int32
    }

    private static let ages: [Age] = [
        Age(name: Phrase(en: "up to 1 day", nl: "tot 1 dag"), most: 1),
        Age(name: Phrase(en: "2–7 days", nl: "2–7 dagen"), most: 7),
        Age(name: Phrase(en: "8–14 days", nl: "8–14 dagen"), most: 14),
        Age(name: Phrase(en: "15–30 days", nl: "15–30 dagen"), most: 30),
        Age(name: Phrase(en: "older", nl: "ouder"), most: .max),
    ]

    private static let tabs: [(tab: Tab, style: String, name: Phrase)] = [
        (.open, "c-going", Phrase(en: "open", nl: "open")),
        (.review, "c-ask", Phrase(en: "to review", nl: "te beoordelen")),
        (.errors, "c-bad", Phrase(en: "errors", nl: "fouten")),
    ]

    /// What the template shows.
    var fields: Fields {
        let speaker = visit.speaker
        let counts = tallies
        let most = max(1, counts.map { $0.reduce(0, +) }.max() ?? 1)
        let total = counts.reduce(0) { $0 + $1.reduce(0, +) }
        return [
            "caption": visit.say("Age of what is open", "Ouderdom van wat open staat"),
            "summary": visit.say(
                "\(speaker.count(total)) payments are not settled",
                "\(speaker.count(total)) betalingen zijn niet afgehandeld"),
            "width": Self.plotWidth + 160, "height": Self.ages.count * Self.rowHeight + 8,
            "lines": [Fields](),
            "bars": counts.enumerated().flatMap { index, row in
                bars(row, at: index, most: most)
            },
            "ticks": Self.ages.enumerated().map { index, age -> Fields in
                ["x": 0, "y": index * Self.rowHeight + 20, "text": visit.say(age.name)]
            },
            "legend": Self.tabs.map { ["style": $0.style, "name": visit.say($0.name)] },
            "heads": [visit.say("Age", "Ouderdom")] + Self.tabs.map { visit.say($0.name) },
            "table": zip(Self.ages, counts).map { age, row -> Fields in
                ["name": visit.say(age.name), "cells": row.map(speaker.count)]
            },
        ]
    }

    /// By age, then by tab.
    private var tallies: [[Int]] {
        var counts = [[Int]](
            repeating: [Int](repeating: 0, count: Self.tabs.count), count: Self.ages.count)
        for row in rows {
            let days = today.daysSinceEpoch - row.day.daysSinceEpoch
            guard let tab = Self.tabs.firstIndex(where: { $0.tab == row.tab }),
                let age = Self.ages.firstIndex(where: { days <= $0.most })
            else { continue }
            counts[age][tab] += row.tally.count
        }
        return counts
    }

    private func bars(_ row: [Int], at index: Int, most: Int) -> [Fields] {
        var before = 0
        var bars: [Fields] = []
        for (tab, count) in zip(Self.tabs, row) where count > 0 {
            let left = before * Self.plotWidth / most
            before += count
            let right = before * Self.plotWidth / most
            bars.append([
                "style": tab.style, "x": 110 + left, "y": index * Self.rowHeight + 4,
                "w": max(2, right - left), "h": Self.rowHeight - 8,
                "tip": "\(visit.say(Self.ages[index].name)): \(count) \(visit.say(tab.name))",
            ])
        }
        return bars
    }
}
