import RunnerCore
import Wording

/// The tree of a decision: the rules that were tried, the order number, the sales and why (not).
struct DecisionTree {
    let visit: Visit
    let card: DecisionCard

    /// What the template shows.
    var fields: Fields {
        let candidates = card.candidates ?? []
        return [
            "summary": summary, "rules": (card.rules ?? []).map(rule),
            "number": card.orderNumber.map(shown) ?? visit.say("none", "geen"),
            "total": visit.speaker.count(card.total ?? candidates.count),
            "sales": candidates.map(sale),
        ]
    }

    private var summary: String {
        let outcome =
            switch card.outcome {
            case "book": Phrase(en: "It is booked", nl: "Er wordt geboekt")
            case "review": Phrase(en: "A person chooses", nl: "Een mens kiest")
            case "wait": Phrase(en: "It waits", nl: "Er wordt gewacht")
            case "skip": Phrase(en: "There is nothing to book", nl: "Er is niets te boeken")
            case "error": Phrase(en: "A person must act", nl: "Een mens moet iets doen")
            default: Phrase(card.outcome)
            }
        var text = visit.say(outcome)
        if let sale = card.sale { text += visit.say(" on ", " op ") + name(sale) }
        let titles = (card.reasons ?? []).map { visit.say(ReasonWords.of($0.code).title) }
        if !titles.isEmpty { text += ": " + titles.joined(separator: ", ").lowercased() }
        if let rule = card.rule { text += visit.say(" (rule ", " (regel ") + rule + ")" }
        return text + "."
    }

    private func rule(_ rule: DecisionCard.Rule) -> Fields {
        guard let failed = rule.failed else {
            return [
                "name": rule.id, "style": "good", "text": visit.say("applies", "is van toepassing"),
            ]
        }
        let found = failed.found.isEmpty ? visit.say("nothing", "niets") : shown(failed.found)
        return [
            "name": rule.id, "style": "calm",
            "text": visit.say(
                "no: \(failed.key) is \(found), not \(failed.wanted)",
                "nee: \(failed.key) is \(found), niet \(failed.wanted)"),
        ]
    }

    private func sale(_ candidate: DecisionCard.Candidate) -> Fields {
        let verdict: (Phrase, String) =
            switch candidate.then {
            case "book": (Phrase(en: "fits", nl: "past"), "good")
            case "review": (Phrase(en: "perhaps", nl: "misschien"), "ask")
            default: (Phrase(en: "does not fit", nl: "past niet"), "calm")
            }
        var lines: [Fields] = Self.criteria.compactMap { key, title in
            candidate.criteria[key].map { word in
                line(
                    title, visit.say(StateWords.criterion(key, word)),
                    StateWords.criterionStyle(word))
            }
        }
        for word in candidate.obstacles ?? [] {
            lines.append(
                line(
                    Phrase(en: "cannot be paid", nl: "kan niet"),
                    visit.say(StateWords.obstacle(word)), "bad"))
        }
        for miss in candidate.misses ?? [] {
            lines.append(
                line(
                    Phrase(en: "in the way", nl: "staat in de weg"),
                    shown(miss.text(in: visit.speaker.language)), "bad"))
        }
        if let row = candidate.row {
            lines.append(
                line(
                    Phrase(en: "row of match.decide", nl: "rij van match.decide"), "\(row)",
                    "calm"))
        }
        return [
            "name": name(candidate.sale) + (candidate.customer.map { " · " + shown($0) } ?? ""),
            "verdict": visit.say(verdict.0), "style": verdict.1, "lines": lines,
            "isOpen": candidate.then != nil,
        ]
    }

    /// The criteria in the order in which people look at them.
    static let criteria: [(key: String, title: Phrase)] = [
        ("amount", Phrase(en: "amount", nl: "bedrag")),
        ("order_number", Phrase(en: "order number", nl: "bestelnummer")),
        ("email", Phrase(en: "e-mail", nl: "e-mail")),
    ]

    private func line(_ name: Phrase, _ text: String, _ style: String) -> Fields {
        ["name": visit.say(name), "text": text, "style": style]
    }

    private func name(_ sale: DecisionCard.Sale) -> String { shown(sale.code + " " + sale.number) }
}
