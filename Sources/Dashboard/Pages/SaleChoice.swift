import DomainModel
import LedgerViews
import RunnerCore
import Wording

/// The sales that a payment may pay, side by side with the payment.
struct SaleChoice {
    let visit: Visit
    let payment: PaymentSummary
    let email: String
    let candidates: [DecisionCard.Candidate]
    let sales: [SaleKey: SaleView]

    /// The text of a form for the line of a sale: `VRK/202600017/1`, its parts written as in an
    /// address.
    static func text(_ key: SaleKey) -> String {
        [key.entry.daybook, key.entry.number, key.line].map(FormFields.encoded)
            .joined(separator: "/")
    }

    /// The line of a sale from the text of a form; nil for any other text.
    static func key(_ text: String?) -> SaleKey? {
        let parts = (text ?? "").split(separator: "/", omittingEmptySubsequences: false)
            .map { FormFields.decoded($0.utf8) }
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 40 }) else {
            return nil
        }
        return SaleKey(daybook: parts[0], number: parts[1], line: parts[2])
    }

    /// What the template shows.
    var fields: Fields {
        [
            "sales": candidates.enumerated().map { index, candidate -> Fields in
                [
                    "id": "verkoop-\(index)", "key": Self.text(candidate.key),
                    "name": shown(candidate.key.text), "isOnly": candidates.count == 1,
                ]
            }, "lines": lines,
            "addressDiffers": candidates.contains { $0.criteria["email"] == "differs" },
        ]
    }

    private var lines: [Fields] {
        let speaker = visit.speaker
        let created = payment.created
        let day = created.isPresent ? speaker.day(speaker.zone.date(of: created)) : ""
        return [
            line(
                Phrase(en: "Amount, open", nl: "Bedrag, open"),
                speaker.money(payment.amount, payment.currency), "amount"
            ) { $0.map { speaker.money($0.open, $0.currency) } },
            line(
                Phrase(en: "Order or invoice number", nl: "Bestel- of factuurnummer"),
                payment.orderNumber, "order_number"
            ) { $0?.invoiceNumber },
            line(Phrase(en: "Description", nl: "Omschrijving"), payment.description, nil) {
                $0?.description
            },
            line(Phrase(en: "E-mail", nl: "E-mail"), email, "email") {
                $0?.emails.joined(separator: ", ")
            },
            line(Phrase(en: "Customer", nl: "Klant"), "", nil) {
                $0.map { $0.customer + " " + $0.customerName }
            },
            line(Phrase(en: "Day", nl: "Datum"), day, nil) { $0?.date.map(speaker.day) },
            line(Phrase(en: "Status", nl: "Status"), "", nil) { sale in
                sale.map { visit.say(status($0)) }
            },
            obstacles,
        ]
    }

    private func status(_ sale: SaleView) -> Phrase {
        if sale.isGone { return Phrase(en: "not open any more", nl: "staat niet meer open") }
        return sale.isFinal
            ? Phrase(en: "final", nl: "definitief") : Phrase(en: "provisional", nl: "concept")
    }

    private func line(
        _ name: Phrase, _ own: String, _ criterion: String?, _ text: (SaleView?) -> String?
    ) -> Fields {
        let cells = candidates.map { candidate -> Fields in
            let word = criterion.flatMap { candidate.criteria[$0] }
            return [
                "text": shown(text(sales[candidate.key]) ?? ""),
                "style": word.map(StateWords.criterionStyle) ?? "calm", "hasMark": word != nil,
                "mark": word.map { visit.say(StateWords.criterion(criterion ?? "", $0)) } ?? "",
            ]
        }
        return ["name": visit.say(name), "payment": shown(own), "cells": cells]
    }

    private var obstacles: Fields {
        let cells = candidates.map { candidate -> Fields in
            let words = (candidate.obstacles ?? []).map { visit.say(StateWords.obstacle($0)) }
            let misses = (candidate.misses ?? []).map { shown($0.text(in: visit.speaker.language)) }
            let text = (words + misses).joined(separator: "; ")
            return ["text": text, "style": text.isEmpty ? "good" : "bad", "hasMark": false]
        }
        return [
            "name": visit.say("In the way", "Staat in de weg"), "payment": "", "cells": cells,
        ]
    }
}

extension DecisionCard.Candidate {
    /// The line of the sale.
    var key: SaleKey { SaleKey(daybook: sale.code, number: sale.number, line: sale.line) }
}
