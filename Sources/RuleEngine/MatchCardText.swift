import ByteText
import DomainModel
public import Wording

/// A match card as text for a terminal, in one language.
public struct MatchCardText {
    private let engine: DecisionEngine
    private let language: OutputLanguage

    /// Prepares to write the cards of a batch.
    public init(_ engine: DecisionEngine, language: OutputLanguage) {
        self.engine = engine
        self.language = language
    }

    /// The lines of a card, without line ends; texts of strangers stand in them as they are.
    public func lines(_ card: MatchCard) -> [String] {
        var lines = payment(card) + [""] + decision(card)
        if !card.rules.isEmpty { lines += ["", say("Rules of select", "Regels van select")] }
        lines += card.rules.map(rule)
        guard card.looksForSale else {
            return lines + ["", say("No sale was looked for.", "Er is geen verkoop gezocht.")]
        }
        lines += [""] + number(card) + [""]
        lines += card.crowds.map(crowd)
        if card.sales.isEmpty {
            lines.append(
                card.crowds.isEmpty
                    ? say(
                        "No sale shares its order number, its amount or the payer's address.",
                        "Geen verkoop deelt bestelnummer, bedrag of het adres van de betaler.")
                    : say(
                        "No other sale shares anything with it.",
                        "Verder deelt geen verkoop iets ermee."))
            return lines
        }
        lines.append(
            say("Sales, nearest first", "Verkopen, de naaste eerst")
                + (card.salesTotal > card.sales.count
                    ? " (\(card.sales.count) / \(card.salesTotal))" : ""))
        for (index, sale) in card.sales.enumerated() { lines += self.sale(sale, at: index + 1) }
        return lines + [""] + table()
    }

    private func say(_ en: String, _ nl: String) -> String {
        Phrase(en: en, nl: nl).text(in: language)
    }

    private func payment(_ card: MatchCard) -> [String] {
        let row = engine.payments.rows[card.decision.payment]
        let payments = engine.payments
        let words = [row.type, row.status, row.method, row.brand]
            .filter { $0 != .absent }.map(payments.words.original)
        let amount =
            row.defects.isDisjoint(with: .amount)
            ? Phrase.money(row.amount, row.currency).text(in: language)
            : say("no usable amount", "geen bruikbaar bedrag")
        var lines = [
            say("Payment ", "Betaling ") + payments.text(row.reference) + ": "
                + (words + [amount]).joined(separator: ", ")
        ]
        if let date = card.bookingDate {
            lines.append(
                say("  booking date  ", "  boekdatum     ") + Phrase.date(date).text(in: language))
        }
        let texts = [
            (
                say("  order         ", "  bestelling    "),
                payments.text(row.merchantOrderReference)
            ),
            (say("  description   ", "  omschrijving  "), payments.text(row.description)),
            (say("  e-mail        ", "  e-mail        "), card.email),
        ]
        return lines + texts.filter { !$0.1.isEmpty }.map { $0.0 + $0.1 }
    }

    private func decision(_ card: MatchCard) -> [String] {
        let verdict = card.decision.verdict
        let rule = verdict.rule.map { engine.rules.select[Int($0)].id }
        var lines = [
            say("Decision: ", "Besluit: ") + word(verdict.outcome)
                + (rule.map { say(" (rule ", " (regel ") + $0 + ")" } ?? "")
                + (verdict.item.map { say(" on ", " op ") + name(Int($0)) } ?? "")
        ]
        lines += card.decision.reasons.map { "  \($0.code): " + $0.phrase.text(in: language) }
        lines += card.decision.warnings.map { "  \($0.code): " + $0.phrase.text(in: language) }
        if let lead = card.lead { lines.append("  " + lead.text(in: language)) }
        return lines
    }

    private func word(_ outcome: Outcome) -> String {
        switch outcome {
        case .book: say("book", "boeken (book)")
        case .review: say("review: a person decides", "een mens beslist (review)")
        case .wait: say("wait", "wachten (wait)")
        case .skip: say("skip: nothing to book", "niets te boeken (skip)")
        case .error: say("error: a person must act", "een mens moet iets doen (error)")
        }
    }

    private func rule(_ trial: RuleTrial) -> String {
        guard let failure = trial.failure else {
            return "  ✓ " + trial.id + say(": applies", ": geldt")
        }
        let found = failure.found.isEmpty ? say("nothing", "niets") : failure.found
        return "  ✗ \(trial.id): \(failure.key) "
            + say("is \(found), not \(failure.wanted)", "is \(found), niet \(failure.wanted)")
    }

    private func number(_ card: MatchCard) -> [String] {
        guard let number = card.number else {
            return [
                say(
                    "Order number: the payment names none",
                    "Bestelnummer: de betaling noemt er geen")
            ]
        }
        var lines = [
            say("Order number: ", "Bestelnummer: ") + number.text
                + say(", compared as ", ", vergeleken als ") + number.compared
        ]
        if !number.lender.isEmpty {
            lines.append(
                say("  taken from payment ", "  overgenomen van betaling ") + number.lender)
        }
        if !number.aliases.isEmpty {
            lines.append(
                say("  by aliases also ", "  door aliassen ook ")
                    + number.aliases.joined(separator: ", "))
        }
        if !number.second.isEmpty {
            lines.append(
                say("  a second number: ", "  een tweede nummer: ") + number.second)
        }
        if number.isDoubtful {
            lines.append(
                say(
                    "  it may be something else: a day, a phone number, a quantity",
                    "  het kan iets anders zijn: een dag, een telefoonnummer, een aantal"))
        }
        return lines
    }

    private func sale(_ sale: SaleTrial, at place: Int) -> [String] {
        let candidate = sale.candidate
        let items = engine.items
        let row = items.rows[candidate.item]
        let customer = [row.customer, row.customerName].map(items.text).filter { !$0.isEmpty }
        let open = Phrase.money(row.openValue, row.currency).text(in: language)
        var lines = [
            "  \(place). " + name(candidate.item) + ": "
                + ([customer.joined(separator: " "), Phrase.date(row.date).text(in: language)]
                + [say("open ", "open ") + open]).joined(separator: ", ")
        ]
        if row.description.isPresent {
            lines.append(
                say("     description ", "     omschrijving ") + items.text(row.description))
        }
        let then = candidate.then(engine.rules.match)
        let outcome = then.map { " → " + $0.word } ?? ""
        lines.append(
            say("     amount ", "     bedrag ") + candidate.amount.rawValue
                + say(" · order_number ", " · bestelnummer ") + candidate.number.rawValue
                + (sale.isLoose
                    ? say(" (but for zeros or signs)", " (op nullen of tekens na)") : "")
                + say(" · email ", " · e-mail ") + candidate.email.rawValue
                + (candidate.row.map { say(" · row ", " · rij ") + "\($0 + 1)" + outcome }
                    ?? say(" · fits no row", " · past op geen rij")))
        lines.append(
            say("     found by ", "     gevonden op ") + foundBy(sale))
        lines += sale.misses.map { miss in
            say("     in the way: ", "     staat in de weg: ")
                + miss.phrase.text(in: language)
        }
        return lines
    }

    private func crowd(_ evidence: SaleTrial.Evidence) -> String {
        let what = word(evidence)
        return say(
            "More than \(Matcher.crowd) sales share its \(what): they are not listed for that.",
            "Meer dan \(Matcher.crowd) verkopen delen dit: \(what). Daarop staan ze hier niet.")
    }

    private func word(_ evidence: SaleTrial.Evidence) -> String {
        switch evidence {
        case .orderNumber: say("order number", "bestelnummer")
        case .amount: say("amount", "bedrag")
        case .email: say("e-mail", "e-mail")
        case .similarNumber: say("similar number", "nummer dat erop lijkt")
        }
    }

    private func foundBy(_ sale: SaleTrial) -> String {
        let words = sale.foundBy.map(word)
        return words.isEmpty
            ? say("the sum of two sales", "de som van twee verkopen")
            : words.joined(separator: ", ")
    }

    /// The rows of the decision table, as the rules write them.
    private func table() -> [String] {
        [say("Rows of match.decide", "Rijen van match.decide")]
            + engine.rules.match.rows.enumerated().map { index, row in
                "  \(index + 1). " + row.text + " → " + row.then.word
            }
    }

    private func name(_ item: Int) -> String {
        SaleSentence(items: engine.items, payments: engine.payments).name(item).text(in: language)
    }
}

extension MatchRule.Row {
    /// What the row asks for, in the words of the rules.
    fileprivate var text: String {
        var parts: [String] = []
        if amount.count < AmountResult.allCases.count || tolerance != nil {
            let words = AmountResult.allCases.filter(amount.contains).map(\.rawValue)
            parts.append("amount " + (words + (tolerance?.words ?? [])).joined(separator: "|"))
        }
        if orderNumber.count < NumberResult.allCases.count {
            let words = NumberResult.allCases.filter(orderNumber.contains).map(\.rawValue)
            parts.append("order_number " + words.joined(separator: "|"))
        }
        if email.count < EmailResult.allCases.count {
            let words = EmailResult.allCases.filter(email.contains).map(\.rawValue)
            parts.append("email " + words.joined(separator: "|"))
        }
        if let daysApart { parts.append("days_apart \(daysApart)") }
        if let customers { parts.append("customer " + customers.joined(separator: "|")) }
        if let statuses {
            let words = statuses.map { $0 == .provisional ? "provisional" : "final" }.sorted()
            parts.append("sale_is " + words.joined(separator: "|"))
        }
        return parts.joined(separator: ", ")
    }
}

extension AmountTolerance {
    /// As the rules write it; the wider one of two counts.
    var words: [String] {
        var words: [String] = []
        if minorUnits > 0 { words.append("within \(MinorUnits.text(minorUnits, digits: 2))") }
        if basisPoints > 0 { words.append("within \(MinorUnits.text(basisPoints, digits: 2)) %") }
        return words
    }
}
