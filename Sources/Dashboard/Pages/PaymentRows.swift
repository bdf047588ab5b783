import DomainModel
import LedgerViews
import People
import RunnerCore
import Wording

/// Payments as rows of a list.
struct PaymentRows {
    let room: PageRoom
    let visit: Visit

    /// A row; the address of the list is on its page, so that a payment leads back to it.
    func row(_ payment: PaymentSummary) -> Fields {
        let speaker = visit.speaker
        let words = ReasonWords.of(payment.reason)
        let customer = [payment.customer, payment.customerName].filter { !$0.isEmpty }
        let isDutch = speaker.language == .dutch && !payment.textDutch.isEmpty
        var row: Fields = [
            "connection": payment.connection, "reference": shown(payment.reference),
            "href": room.address(of: payment.reference, payment.connection),
            "problemHref": room.address(of: payment.reference, payment.connection, "/melding"),
            "showsConnection": visit.connections.isEmpty,
            "day": payment.created.isPresent
                ? speaker.day(speaker.zone.date(of: payment.created)) : "",
            "amount": speaker.money(payment.amount, payment.currency),
            "method": payment.method, "order": shown(payment.orderNumber),
            "customer": shown(customer.joined(separator: " ")),
            "state": visit.say(StateWords.title(payment.state)),
            "stateStyle": StateWords.style(payment.state),
            "hasReason": !payment.reason.isEmpty, "reason": visit.say(words.title),
            "text": shown(isDutch ? payment.textDutch : payment.text),
            "textLang": isDutch ? "nl" : "en", "memo": payment.memo?.text ?? "",
            "rule": payment.rule, "revision": payment.revision,
            "shortRevision": Self.short(payment.revision),
            "canProcess": payment.canBeProcessed && visit.may(.decide),
            "since": speaker.moment(payment.since),
            "isChanged": payment.alarm != nil,
            "waits": payment.waitsUntil.map(speaker.day) ?? "", "final": visit.say(final(payment)),
        ]
        let isReconciled = payment.state == .reconciled
        row["reconciled"] = visit.say(isReconciled ? "yes" : "no", isReconciled ? "ja" : "nee")
        row["reconciledStyle"] = isReconciled ? "good" : "going"
        return row
    }

    /// Whether its entry was final when it was read last.
    func final(_ payment: PaymentSummary) -> Phrase {
        switch payment.isFinal {
        case nil: Phrase(en: "not read yet", nl: "nog niet gelezen")
        case true?: Phrase(en: "final", nl: "definitief")
        case false?: Phrase(en: "provisional", nl: "concept")
        }
    }

    /// The first eight digits of a revision.
    static func short(_ revision: String) -> String {
        let digits = revision.hasPrefix("sha256:") ? revision.dropFirst(7) : revision[...]
        return String(digits.prefix(8))
    }
}
