import DomainModel
import LedgerViews
import People
import RunnerCore
import Wording

/// The front page: first the proof that everything is there, then what needs a person.
struct FrontPage {
    /// The days of the proof; `?dagen=30` shows a month.
    static let shortProof: Int32 = 7
    static let longProof: Int32 = 30

    let room: PageRoom
    let visit: Visit

    /// The page that an address asks for.
    func page() async throws -> Page {
        let today = visit.speaker.zone.date(of: visit.now)
        let month = try room.views.completeness(
            of: visit.connections, from: today.adding(days: 1 - Self.longProof), to: today)
        var fields = try proof(month, today)
        fields["todo"] = try todo()
        fields.merge(try found()) { _, own in own }
        fields.merge(await runs()) { _, own in own }
        fields["runs"] = try room.views.runs(of: visit.connections, limit: 5).map(run)
        fields["shops"] = try shops()
        let days = (0..<Self.longProof).map { today.adding(days: $0 + 1 - Self.longProof) }
        fields["charts"] = [
            FlowChart(visit: visit, rows: month, days: days).fields,
            AgeChart(
                visit: visit, rows: try room.views.unsettled(of: visit.connections), today: today
            ).fields,
        ]
        return Page(template: "front", title: Place.front.title, place: .front, fields: fields)
    }

    private func proof(_ month: [CompletenessView], _ today: CalendarDate) throws -> Fields {
        let isLong = visit.query["dagen"] == "\(Self.longProof)"
        let days = isLong ? Self.longProof : Self.shortProof
        let first = today.adding(days: 1 - days)
        let table = ProofTable(visit: visit, rows: month.filter { $0.day >= first })
        let other = isLong ? Self.shortProof : Self.longProof
        let whole = ProofTable(visit: visit, rows: month)
        let rows = table.fields
        return [
            "verdict": verdict(whole), "hasProof": !rows.isEmpty, "proof": rows,
            "proofCaption": visit.say(
                "The last \(days) days, by day and method",
                "De laatste \(days) dagen, per dag en betaalmethode"),
            "longer": [
                "href": room.address(
                    visit.path, visit.query, replacing: [("dagen", "\(other)")]),
                "text": visit.say("Show \(other) days", "Toon \(other) dagen"),
            ], "until": try until(),
        ]
    }

    private func verdict(_ table: ProofTable) -> Fields {
        table.isComplete
            ? [
                "style": "good",
                "text": visit.say(
                    "Difference 0.00: all that was paid in the last 30 days stands somewhere.",
                    "Verschil 0,00: alles wat de laatste 30 dagen is betaald staat ergens."),
            ]
            : [
                "style": "bad",
                "text": visit.say(
                    "There is a difference: see the red rows.",
                    "Er is een verschil: zie de rode regels."),
            ]
    }

    private func until() throws -> [Fields] {
        let chosen = try chosen()
        guard !chosen.isEmpty else {
            return [
                [
                    "name": "ccvmap",
                    "text": visit.say(
                        "nothing was fetched yet; the first run does it",
                        "nog niets opgehaald; de eerste run doet dat"),
                ]
            ]
        }
        return chosen.map { connection in
            let moment = visit.speaker.moment(connection.fetchedUntil)
            return [
                "name": connection.name,
                "text": moment.isEmpty
                    ? visit.say("nothing was fetched yet", "nog niets opgehaald")
                    : visit.say("complete up to \(moment)", "compleet tot \(moment)"),
            ]
        }
    }

    private func chosen() throws -> [ConnectionView] {
        try room.views.connections().filter {
            visit.connections.isEmpty || visit.connections.contains($0.name)
        }
    }

    private func todo() throws -> [Fields] {
        try [Place.errors, .review].flatMap { place -> [Fields] in
            guard let tab = place.tab else { return [] }
            return try room.views.causes(in: tab, of: visit.connections).map { cause in
                [
                    "title": visit.say(ReasonWords.of(cause.reason).title),
                    "where": visit.say(place.title),
                    "count": visit.speaker.count(cause.tallies.reduce(0) { $0 + $1.count }),
                    "amount": visit.speaker.money(cause.tallies),
                    "href": room.address(
                        place.path,
                        [
                            ("verbinding", visit.query["verbinding"]), ("reden", cause.reason),
                        ]),
                ]
            }
        }
    }

    /// What the night found.
    private func found() throws -> Fields {
        let drifted = try room.views.causes(in: .errors, of: visit.connections)
            .filter { $0.reason == "drifted" }.flatMap(\.tallies)
        let provisional = try room.views.provisional(of: visit.connections)
        return [
            "drift": [
                "href": room.address(
                    Place.errors.path,
                    [("verbinding", visit.query["verbinding"]), ("staat", "drifted")]),
                "text": tally(drifted),
            ],
            "hasProvisional": provisional != nil,
            "provisional": tally(provisional ?? []),
        ]
    }

    private func tally(_ tallies: [AmountTally]) -> String {
        let count = tallies.reduce(0) { $0 + $1.count }
        let money = visit.speaker.money(tallies)
        return visit.speaker.count(count) + (money.isEmpty ? "" : " · " + money)
    }

    private func runs() async -> Fields {
        let next = await room.actions.nextRun()
        let moment = visit.speaker.moment(next)
        return [
            "nextRun": next == nil
                ? visit.say("No run is planned.", "Er is geen run gepland.")
                : visit.say(
                    "The next run begins at \(moment).", "De volgende run begint \(moment)."),
            "canRun": room.actions.abilities.contains(.runNow) && visit.may(.decide),
        ]
    }

    private func run(_ run: RunView) -> Fields {
        let result = RunWords(visit: visit, run: run)
        return [
            "began": visit.speaker.moment(run.began), "name": shown(run.connection),
            "style": result.style, "result": result.title, "detail": result.detail,
        ]
    }

    private func shops() throws -> [Fields] {
        try room.views.connections().map { connection in
            let tallies = try room.views.tallies(of: [connection.name])
            func count(_ tab: Tab) -> String {
                visit.speaker.count((tallies[tab] ?? []).reduce(0) { $0 + $1.count })
            }
            let limit = visit.now.milliseconds - PageFrame.staleAfterMilliseconds
            let isStale = connection.fetchedUntil.map { $0.milliseconds < limit } ?? true
            let last = connection.lastRun.map { RunWords(visit: visit, run: $0) }
            let moment = visit.speaker.moment(connection.fetchedUntil)
            return [
                "name": shown(connection.name), "office": shown(connection.office),
                "href": room.address("/", [("verbinding", connection.name)]),
                "untilStyle": isStale ? "bad" : "good",
                "untilText": moment.isEmpty ? visit.say("never", "nooit") : moment,
                "open": count(.open), "review": count(.review), "errors": count(.errors),
                "report": count(.report),
                "lastRun": last.map { $0.title + " " + $0.began } ?? "",
            ]
        }
    }
}

/// What became of a run, in words.
struct RunWords {
    let visit: Visit
    let run: RunView

    /// When it began.
    var began: String { visit.speaker.moment(run.began) }

    /// In a word.
    var title: String {
        guard let report = run.report else {
            return run.ended == nil
                ? visit.say("under way, or broken off", "bezig, of afgebroken")
                : visit.say("ended", "afgelopen")
        }
        return report.isIncomplete
            ? visit.say("incomplete", "niet compleet") : visit.say("complete", "compleet")
    }

    /// A class of the style sheet.
    var style: String {
        guard let report = run.report else { return "calm" }
        return report.isIncomplete ? "bad" : "good"
    }

    /// How many payments it fetched, booked and left to people.
    var detail: String {
        guard let report = run.report else { return "" }
        func count(_ states: [PaymentState]) -> String {
            visit.speaker.count(states.reduce(0) { $0 + (report.states[$1]?.count ?? 0) })
        }
        let fetched = visit.speaker.count(report.fetched)
        let booked = count([.posted, .reconciled])
        let people = count([.review, .failed, .parked])
        return visit.say(
            "\(fetched) fetched, \(booked) booked, \(people) for a person",
            "\(fetched) opgehaald, \(booked) geboekt, \(people) voor een mens")
    }
}
