import DomainModel
import LedgerViews
import Wording

/// What was paid on each of the last days and what became of it, as stacked bars.
struct FlowChart {
    static let barWidth = 18
    static let barStep = 22
    static let plotHeight = 120

    let visit: Visit
    let rows: [CompletenessView]
    let days: [CalendarDate]

    private struct Day {
        var booked = 0
        var waiting = 0
        var needing = 0
        var settled = 0

        var all: Int { booked + waiting + needing + settled }
    }

    /// What the template shows.
    var fields: Fields {
        let speaker = visit.speaker
        let byDay = tallies
        let most = max(1, byDay.map(\.all).max() ?? 1)
        let names = Self.series.map { visit.say($0.name) }
        let total = byDay.reduce(0) { $0 + $1.all }
        return [
            "caption": visit.say("Payments per day", "Betalingen per dag"),
            "summary": visit.say(
                "\(speaker.count(total)) payments in \(days.count) days, at most \(most) a day",
                "\(speaker.count(total)) betalingen in \(days.count) dagen,"
                    + " hoogstens \(most) per dag"
            ),
            "width": days.count * Self.barStep + 30, "height": Self.plotHeight + 34,
            "lines": [
                ["y": 12, "textY": 10, "text": speaker.count(most)],
                ["y": 12 + Self.plotHeight, "textY": 10 + Self.plotHeight, "text": "0"],
            ],
            "bars": zip(days, byDay).enumerated().flatMap { index, pair in
                bars(pair.0, pair.1, at: index, most: most)
            },
            "ticks": days.enumerated().filter { $0.offset % 7 == 0 }.map { index, day -> Fields in
                [
                    "x": 30 + index * Self.barStep, "y": Self.plotHeight + 28,
                    "text": speaker.day(day),
                ]
            },
            "legend": Self.series.map { ["style": $0.style, "name": visit.say($0.name)] },
            "heads": [visit.say("Day", "Datum")] + names,
            "table": zip(days, byDay).map { day, tally -> Fields in
                [
                    "name": speaker.day(day),
                    "cells": Self.series.map { speaker.count(tally[keyPath: $0.count]) },
                ]
            },
        ]
    }

    private struct Series {
        let style: String
        let name: Phrase
        let count: any KeyPath<Day, Int> & Sendable
    }

    private static let series: [Series] = [
        Series(style: "c-good", name: Phrase(en: "booked", nl: "geboekt"), count: \.booked),
        Series(
            style: "c-calm",
            name: Phrase(en: "settled or skipped", nl: "met de hand of overgeslagen"),
            count: \.settled),
        Series(style: "c-going", name: Phrase(en: "waiting", nl: "wacht"), count: \.waiting),
        Series(
            style: "c-bad", name: Phrase(en: "needs a person", nl: "mens nodig"), count: \.needing),
    ]

    private var tallies: [Day] {
        var byDay: [CalendarDate: Day] = [:]
        for row in rows {
            byDay[row.day, default: Day()].booked += row.booked.count
            byDay[row.day, default: Day()].waiting += row.waiting.count
            byDay[row.day, default: Day()].needing += row.review.count + row.errors.count
            byDay[row.day, default: Day()].settled += row.settled.count + row.skipped.count
        }
        return days.map { byDay[$0] ?? Day() }
    }

    private func bars(_ day: CalendarDate, _ tally: Day, at index: Int, most: Int) -> [Fields] {
        var below = 0
        var bars: [Fields] = []
        for series in Self.series {
            let count = tally[keyPath: series.count]
            guard count > 0 else { continue }
            // The edges are rounded, not the heights: parts of a bar always meet.
            let bottom = 12 + Self.plotHeight - below * Self.plotHeight / most
            below += count
            let top = 12 + Self.plotHeight - below * Self.plotHeight / most
            bars.append([
                "style": series.style, "x": 30 + index * Self.barStep, "y": top,
                "w": Self.barWidth, "h": max(1, bottom - top),
                "tip": "\(visit.speaker.day(day)): \(count) \(visit.say(series.name))",
            ])
        }
        return bars
    }
}
