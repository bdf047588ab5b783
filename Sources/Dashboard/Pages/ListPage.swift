import DomainModel
import LedgerViews
import People
import RunnerCore
import Wording

/// A list of payments: the tabs Open, Te beoordelen and Rapportage, and the search in all.
struct ListPage {
    let room: PageRoom
    let visit: Visit
    let place: Place

    /// The page that an address asks for.
    func page() throws -> Page {
        let request = try ListRequest(visit.query, tab: place.tab)
        var fields = try list(request)
        fields["intro"] = visit.say(intro)
        let causes = place == .open || place == .review ? try causes(request) : []
        fields["causes"] = causes
        fields["hasCauses"] = !causes.isEmpty
        return Page(template: "list", title: place.title, place: place, fields: fields)
    }

    /// The rows with filter, order and paging.
    func list(_ request: ListRequest) throws -> Fields {
        let page = try room.views.payments(request.query)
        let rows = PaymentRows(room: room, visit: visit)
        var fields: Fields = [
            "rows": page.payments.map { payment in
                var row = rows.row(payment)
                let isJudged = payment.state == .review && visit.may(.decide)
                row["isReview"] = isJudged
                row["isError"] = place == .errors || (payment.state == .review && !isJudged)
                return row
            }, "hasRows": !page.payments.isEmpty, "isReport": place == .report,
            "isOpen": place == .open, "hasActs": place == .review || place == .errors,
            "found": found(page, request), "sort": sort(request),
            "filter": try filter(request),
            "export": room.address(
                "/export.csv", visit.query, replacing: [("na", nil), ("tab", place.rawValue)]),
            "isCut": page.isCut,
            "hasPages": page.next != nil || page.previous != nil || request.query.after != nil,
        ]
        if let next = page.next { fields["next"] = here([("na", next)]) }
        if let previous = page.previous {
            fields["previous"] = here([("na", previous)])
        } else if request.query.after != nil {
            fields["previous"] = here([("na", nil)])
        }
        return fields
    }

    private func here(_ fields: [(String, String?)]) -> String {
        room.address(visit.path, visit.query, replacing: fields)
    }

    private var intro: Phrase {
        switch place {
        case .open:
            Phrase(
                en: "Not paid yet, waiting for a sale, or about to be booked. Nothing to do.",
                nl: "Nog niet betaald, wacht op een verkoop, of wordt zo geboekt. Niets te doen.")
        case .review:
            Phrase(
                en: "There are sales that may be the one; a person chooses.",
                nl: "Er zijn verkopen die het kunnen zijn; een mens kiest.")
        case .report:
            Phrase(
                en: "In the books: with the number in Twinfield, and whether it is reconciled.",
                nl: "Staat in de boeken: met het nummer in Twinfield, en of het is afgeletterd.")
        default:
            Phrase(
                en: "Every payment that is known, also those with nothing to book.",
                nl: "Elke bekende betaling, ook waar niets te boeken is.")
        }
    }

    private func found(_ page: PaymentPage, _ request: ListRequest) -> String {
        let shown = visit.speaker.count(page.payments.count)
        guard let total = page.total else {
            return visit.say("\(shown) on this page", "\(shown) op deze bladzijde")
        }
        let all = visit.speaker.count(total)
        return visit.say("\(shown) of \(all) payments", "\(shown) van \(all) betalingen")
    }

    private func sort(_ request: ListRequest) -> Fields {
        let orders: [(PaymentQuery.Order, String)] = [
            (.created, "datum"), (.amount, "bedrag"), (.since, "sinds"),
        ]
        var fields: Fields = [:]
        for (order, word) in orders {
            let isOwn = request.query.order == order
            var column: Fields = [
                "href": here([
                    ("volgorde", word), ("na", nil),
                    ("richting", isOwn && request.query.isDescending ? "op" : nil),
                ])
            ]
            if isOwn { column["aria"] = request.query.isDescending ? "descending" : "ascending" }
            fields[order.rawValue] = column
        }
        return fields
    }

    private func filter(_ request: ListRequest) throws -> Fields {
        let query = request.query
        let kept = ["verbinding", "volgorde", "richting", "aantal"]
        let states = PaymentState.allCases.filter { place.states.contains($0) }
        var reasons = place.tab == nil ? [] : try causeCodes(request)
        if let reason = query.reason, !reasons.contains(reason) { reasons.append(reason) }
        return [
            "hidden": kept.compactMap { name in
                visit.query[name].map { ["name": name, "value": $0] }
            }, "zoek": query.search, "van": query.from?.isoText ?? "",
            "tot": query.to?.isoText ?? "",
            "methods": try room.views.methods(of: query.connections).map { method -> Fields in
                ["value": method, "selected": method == query.method]
            },
            "states": states.map { state -> Fields in
                [
                    "value": state.rawValue, "name": visit.say(StateWords.title(state)),
                    "selected": state == query.state,
                ]
            },
            "reasons": reasons.map { reason -> Fields in
                [
                    "value": reason, "name": visit.say(ReasonWords.of(reason).title),
                    "selected": reason == query.reason,
                ]
            }, "isFiltered": request.isFiltered,
            "clear": room.address(visit.path, [("verbinding", visit.query["verbinding"])]),
        ]
    }

    private func causeCodes(_ request: ListRequest) throws -> [String] {
        guard let tab = place.tab else { return [] }
        return try room.views.causes(in: tab, of: request.query.connections).map(\.reason)
            .filter { !$0.isEmpty }
    }

    private func causes(_ request: ListRequest) throws -> [Fields] {
        guard let tab = place.tab else { return [] }
        return try room.views.causes(in: tab, of: request.query.connections)
            .filter { !$0.reason.isEmpty }
            .map { cause in
                [
                    "title": visit.say(ReasonWords.of(cause.reason).title),
                    "count": visit.speaker.count(cause.tallies.reduce(0) { $0 + $1.count }),
                    "amount": visit.speaker.money(cause.tallies),
                    "isCurrent": cause.reason == request.query.reason,
                    "href": here([("reden", cause.reason), ("na", nil)]),
                ]
            }
    }
}

extension Place {
    /// The states that can occur there, for a choice.
    var states: Set<PaymentState> {
        switch self {
        case .open: [.open, .waiting, .due, .intended]
        case .review: [.review]
        case .report: [.posted, .reconciled, .resolved]
        case .errors: [.failed, .parked, .drifted, .posted]
        case .all, .front, .configuration: Set(PaymentState.allCases)
        }
    }
}
