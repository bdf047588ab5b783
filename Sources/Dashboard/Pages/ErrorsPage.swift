import DomainModel
import LedgerViews
import People
import Wording

/// The tab Fouten: by cause, with what to do, and below it all of them as a list.
struct ErrorsPage {
    /// So many payments of a cause stand in its group.
    static let shownOfCause = 5

    let room: PageRoom
    let visit: Visit

    /// The page that an address asks for.
    func page() throws -> Page {
        let request = try ListRequest(visit.query, tab: .errors)
        var fields = try ListPage(room: room, visit: visit, place: .errors).list(request)
        fields["intro"] = visit.say(
            "Payments that a person must mend, by their cause.",
            "Betalingen waar een mens iets aan moet doen, per oorzaak.")
        fields["groups"] = try groups(request)
        return Page(template: "errors", title: Place.errors.title, place: .errors, fields: fields)
    }

    private func groups(_ request: ListRequest) throws -> [Fields] {
        let causes = try room.views.causes(in: .errors, of: visit.connections)
        let chosen = causes.filter {
            request.query.reason == nil || $0.reason == request.query.reason
        }
        return try chosen.enumerated().map { index, cause in try group(cause, at: index) }
    }

    private func group(_ cause: CauseView, at index: Int) throws -> Fields {
        let words = ReasonWords.of(cause.reason)
        let speaker = visit.speaker
        let canProcess = Self.isProcessed(cause.reason) && visit.may(.decide)
        var query = PaymentQuery()
        query.connections = visit.connections
        query.tab = .errors
        query.reason = cause.reason
        query.limit = Self.shownOfCause
        let rows = PaymentRows(room: room, visit: visit)
        let payments = try room.views.payments(query).payments
        var fields: Fields = [
            "anchor": "oorzaak-\(index)", "code": cause.reason,
            "title": visit.say(words.title), "meaning": visit.say(words.meaning),
            "advice": visit.say(words.advice),
            "count": speaker.count(cause.tallies.reduce(0) { $0 + $1.count }),
            "amount": speaker.money(cause.tallies), "rows": payments.map(rows.row),
            "href": room.address(
                visit.path, visit.query, replacing: [("reden", cause.reason), ("na", nil)]),
            "canProcess": groupConnection != nil && canProcess,
            "needsConnection": groupConnection == nil && canProcess,
            "groupConnection": groupConnection ?? "",
            "rulesOfThen": room.actions.abilities.contains(.rulesOfThen), "oldest": false,
        ]
        if let oldest = cause.oldest, oldest.isPresent { fields["oldest"] = speaker.moment(oldest) }
        return fields
    }

    /// Whether payments of a cause can be processed again: not what is, or may be, in the books.
    static func isProcessed(_ reason: String) -> Bool {
        let others = [
            "", "outcome_unknown", "not_reconciled", "reconcile_failed", "changed_after_booking",
            "drifted",
        ]
        return !others.contains(reason)
    }

    /// The connection whose group is processed: the chosen one, or the only one.
    private var groupConnection: String? {
        if let chosen = visit.query["verbinding"] { return chosen }
        let all = (try? room.views.connections()) ?? []
        return all.count == 1 ? all[0].name : nil
    }
}
