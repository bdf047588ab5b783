import DomainModel
import LedgerViews
import People
import RunnerCore
import Wording

/// The page of a payment: Meer info.
struct DetailsPage {
    let room: PageRoom
    let visit: Visit

    /// The payment that an address names; throws when there is none.
    func payment() throws -> PaymentView {
        guard let reference = visit.query["id"], let connection = visit.query["verbinding"],
            let payment = try room.views.payment(reference, of: connection)
        else {
            throw PageFault.notFound(
                Phrase(
                    en: "The ledger does not know this payment.",
                    nl: "Deze betaling is niet bekend."))
        }
        return payment
    }

    /// The page that an address asks for.
    func page() async throws -> Page {
        let payment = try payment()
        let summary = payment.summary
        let card = DecisionCard(payment.decision)
        var fields = PaymentRows(room: room, visit: visit).row(summary)
        fields.merge(words(summary)) { _, own in own }
        fields.merge(recorded(summary.text, card)) { _, own in own }
        fields["facts"] = facts(summary)
        fields["events"] = payment.events.map { event($0, card) }
        fields["record"] = shownLines(RecordText.pretty(payment.record))
        if let card { fields["tree"] = DecisionTree(visit: visit, card: card).fields }
        fields["hasTree"] = card != nil
        let choice = try choice(payment, card)
        fields["choice"] = choice
        fields["hasChoice"] = choice != nil
        fields.merge(acts(summary)) { _, own in own }
        fields.merge(await explained(summary)) { _, own in own }
        fields["memoText"] = shownLines(payment.memo ?? "")
        fields["hasMemo"] = payment.memo != nil
        return Page(
            template: "payment",
            title: Phrase(
                en: "Payment \(shown(summary.reference))",
                nl: "Betaling \(shown(summary.reference))"),
            place: nil, fields: fields)
    }

    /// The match card and the XML, made anew when the reader asks for them.
    private func explained(_ summary: PaymentSummary) async -> Fields {
        var fields: Fields = [
            "explainHref": room.address(visit.path, visit.query, replacing: [("kaart", "ja")])
                + "#k-kaart",
            "isExplained": false, "hasCard": false, "hasXML": false,
        ]
        guard visit.query["kaart"] != nil else { return fields }
        fields["isExplained"] = true
        let explanation = await room.actions.explanation(
            of: summary.reference, connection: summary.connection, in: visit.speaker.language)
        fields["hasCard"] = explanation != nil
        fields["card"] = (explanation?.card ?? []).map(shown).joined(separator: "\n")
        fields["hasXML"] = explanation?.xml != nil
        fields["xml"] = shownLines(explanation?.xml ?? "")
        return fields
    }

    private func words(_ summary: PaymentSummary) -> Fields {
        let words = ReasonWords.of(summary.reason)
        return [
            "meaning": visit.say(words.meaning), "advice": visit.say(words.advice),
            "changed": shown(summary.alarm ?? ""),
            "backHref": room.address(
                summary.place.path,
                [
                    ("verbinding", summary.connection),
                    ("reden", summary.place.tab == nil ? nil : summary.reason),
                ]),
        ]
    }

    private func acts(_ summary: PaymentSummary) -> Fields {
        let canProcess = summary.canBeProcessed && visit.may(.decide)
        let canSettle = summary.canBeSettled && visit.may(.decide)
        let canSee = summary.canBeSeen && visit.may(.decide)
        return [
            "canProcess": canProcess, "canSettle": canSettle, "canSee": canSee,
            "hasForms": canProcess || canSettle || canSee,
            "hasNotes": room.actions.abilities.contains(.notes),
            "rulesOfThen": room.actions.abilities.contains(.rulesOfThen),
        ]
    }

    private func choice(_ payment: PaymentView, _ card: DecisionCard?) throws -> Fields? {
        let summary = payment.summary
        guard summary.state == .review || summary.state == .failed || summary.state == .waiting,
            let candidates = card?.candidates?.prefix(8), !candidates.isEmpty
        else { return nil }
        let sales = try room.views.sales(
            Set(candidates.map(\.key)), of: summary.connection)
        return SaleChoice(
            visit: visit, payment: summary, email: RecordText.email(payment.record),
            candidates: Array(candidates), sales: sales
        ).fields
    }

    private func facts(_ summary: PaymentSummary) -> [Fields] {
        let speaker = visit.speaker
        let rows: [(Phrase, String)] = [
            (Phrase(en: "Amount", nl: "Bedrag"), speaker.money(summary.amount, summary.currency)),
            (Phrase(en: "Created at CCV", nl: "Gemaakt bij CCV"), speaker.moment(summary.created)),
            (Phrase(en: "Method", nl: "Betaalmethode"), summary.method),
            (Phrase(en: "Type", nl: "Soort"), summary.type),
            (Phrase(en: "Order number", nl: "Bestelnummer"), summary.orderNumber),
            (Phrase(en: "Description", nl: "Omschrijving"), summary.description),
            (
                Phrase(en: "Customer", nl: "Klant"),
                [summary.customer, summary.customerName].filter { !$0.isEmpty }
                    .joined(separator: " ")
            ),
            (Phrase(en: "Sale", nl: "Verkoop"), summary.sale?.text ?? ""),
            (
                Phrase(en: "Entry in Twinfield", nl: "Boeking in Twinfield"),
                summary.memo?.text ?? ""
            ),
            (
                Phrase(en: "Status in Twinfield", nl: "Status in Twinfield"),
                summary.memo == nil
                    ? "" : visit.say(PaymentRows(room: room, visit: visit).final(summary))
            ),
            (
                Phrase(en: "Waits for a sale until", nl: "Wacht op een verkoop tot en met"),
                summary.waitsUntil.map(speaker.day) ?? ""
            ),
            (
                Phrase(en: "In this state since", nl: "In deze staat sinds"),
                speaker.moment(summary.since)
            ),
            (Phrase(en: "Connection", nl: "Verbinding"), summary.connection),
            (Phrase(en: "Rule", nl: "Regel"), summary.rule),
            (Phrase(en: "Revision of the rules", nl: "Versie van de regels"), summary.revision),
        ]
        return rows.filter { !$0.1.isEmpty }.map {
            ["name": visit.say($0.0), "value": shown($0.1)]
        }
    }

    /// A recorded sentence: in the language of the page when its decision has it so.
    private func recorded(_ text: String, _ card: DecisionCard?) -> Fields {
        let language = visit.speaker.language
        let sentence = card?.sentence(text, in: language)
        return [
            "hasText": !text.isEmpty, "text": shown(sentence ?? text),
            "textLang": sentence == nil ? "en" : language.rawValue,
        ]
    }

    private func event(_ event: PaymentView.Event, _ card: DecisionCard?) -> Fields {
        let run = event.run.map { visit.say(" (run \($0.value))", " (run \($0.value))") } ?? ""
        var fields: Fields = [
            "when": visit.speaker.moment(event.at) + run,
            "what": visit.say(StateWords.event(event.kind)),
            "style": StateWords.eventStyle(event.kind), "hasWho": event.who != nil,
            "who": shown(event.who ?? ""), "hasText": !event.text.isEmpty,
            "text": shown(event.text), "textLang": "",
        ]
        // What people wrote is in their own language.
        guard event.who == nil else { return fields }
        fields.merge(recorded(event.text, card)) { _, own in own }
        if let text = decided(event) {
            fields["text"] = text
            fields["textLang"] = visit.speaker.language.rawValue
        }
        return fields
    }

    /// The words for what a run decided, which is recorded as a state and a reason code.
    private func decided(_ event: PaymentView.Event) -> String? {
        let words = event.text.split(separator: " ")
        guard event.kind == "decided", let first = words.first,
            let state = PaymentState(rawValue: String(first)), words.count <= 2
        else { return nil }
        let title = visit.say(StateWords.title(state))
        guard words.count == 2 else { return title }
        return title + ": " + visit.say(ReasonWords.of(String(words[1])).title)
    }
}
