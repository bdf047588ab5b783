import DomainModel
import Wording

/// The sentences of decisions about sales.
struct SaleSentence {
    let items: OpenItemTable
    let payments: PaymentTable
    var reader: NumberReader?

    /// How a sale is named: daybook, number and line, and its invoice number.
    func name(_ item: Int) -> Phrase {
        let row = items.rows[item]
        let key = [row.daybook, row.number].map(items.text).joined(separator: " ")
        let line = items.text(row.line)
        let invoice = items.text(row.invoiceNumber)
        let name = Phrase(en: key + " line " + line, nl: key + " regel " + line)
        if invoice.isEmpty { return name }
        return name + Phrase(en: " (invoice \(invoice))", nl: " (factuur \(invoice))")
    }

    func disagree(_ number: PaymentNumber) -> Phrase {
        let first = quoted(payments.text(number.text))
        let second = quoted(payments.text(number.disagreeing))
        return Phrase(
            en: "the payment names two order numbers: \(first) and \(second)",
            nl: "de betaling noemt twee bestelnummers: \(first) en \(second)")
    }

    func several(_ candidates: [Candidate]) -> Phrase {
        Phrase(
            en: "\(candidates.count) sales fit: ", nl: "er passen \(candidates.count) verkopen: ")
            + .list(candidates.prefix(5).map { name($0.item) }, separator: ", ")
            + Phrase(candidates.count > 5 ? ", …" : "")
    }

    func rival(_ rival: Candidate, of sale: Candidate) -> Phrase {
        let why =
            rival.email == .same && sale.email == .notGiven
            ? Phrase(
                en: " has the same number, and its customer has the payer's address",
                nl: " heeft hetzelfde nummer, en die klant heeft het e-mailadres van de betaler")
            : rival.obstacles == .closed
                ? Phrase(
                    en: " has the same number and is closed: it may be the sale that was paid",
                    nl: " heeft hetzelfde nummer en is gesloten: misschien is die betaald")
                : Phrase(
                    en: " has the number of the payment too, and at least as nearly",
                    nl: " heeft het nummer van de betaling ook, en minstens zo precies")
        return name(sale.item) + Phrase(en: " fits, but ", nl: " past, maar ") + name(rival.item)
            + why
    }

    func weakness(
        _ candidate: Candidate, _ payment: PaymentRow, _ number: PaymentNumber
    ) -> Phrase {
        var parts: [Phrase] = []
        let row = items.rows[candidate.item]
        if candidate.amount != .equalsOpen {
            let difference = Phrase.amount(abs(payment.amount - row.openValue), row.currency)
            let open = Phrase.money(row.openValue, row.currency)
            let isLess = candidate.amount == .less
            parts.append(
                Phrase(
                    en: "the payment is \(difference.en) \(isLess ? "less" : "more") than the open"
                        + " amount \(open.en)",
                    nl: "de betaling is \(difference.nl) \(isLess ? "minder" : "meer") dan het open"
                        + " bedrag \(open.nl)"))
        }
        if let weak = weakNumber(candidate, number) { parts.append(weak) }
        if candidate.email == .differs {
            parts.append(
                Phrase(
                    en: "the payer's e-mail address is none of the customer's",
                    nl: "het e-mailadres van de betaler is geen adres van de klant"))
        }
        if parts.isEmpty {
            parts.append(
                Phrase(
                    en: "a row of match.decide asks for a person",
                    nl: "een rij van match.decide vraagt om een mens"))
        }
        return name(candidate.item) + Phrase(": ") + .list(parts, separator: "; ")
    }

    private func weakNumber(_ candidate: Candidate, _ number: PaymentNumber) -> Phrase? {
        switch candidate.number {
        case .same, .alias: nil
        case .contained:
            reader.map { reader in
                WeakNumber(items: items, payments: payments, reader: reader)
                    .phrase(number, items.rows[candidate.item])
            }
        case .missing:
            Phrase(
                en: "the payment or the sale names no order number",
                nl: "de betaling of de verkoop noemt geen bestelnummer")
        case .differs:
            Phrase(en: "the order numbers differ", nl: "de bestelnummers verschillen")
        }
    }

    func used(_ candidate: Candidate, by reference: String) -> Phrase {
        name(candidate.item)
            + Phrase(
                en: " was already paid by the earlier payment " + reference,
                nl: " is al betaald door de eerdere betaling " + reference)
    }

    func currency(_ candidate: Candidate, _ payment: PaymentRow) -> Phrase {
        let currency = items.rows[candidate.item].currency
        let paid = payment.currency.text
        return name(candidate.item)
            + Phrase(
                en: " fits but for its currency: the payment is in \(paid), the sale in "
                    + (currency.isPresent ? currency.text : "an unknown one"),
                nl: " past op de valuta na: de betaling is in \(paid), de verkoop in "
                    + (currency.isPresent ? currency.text : "een onbekende"))
    }

    func alreadyPaid(_ candidate: Candidate, by counter: Candidate?) -> Phrase {
        if let counter { return settled(candidate, by: counter) }
        return name(candidate.item)
            + Phrase(
                en: " has the order number of the payment and is closed already: paid twice, or"
                    + " credited?",
                nl: " heeft het bestelnummer van de betaling en is al gesloten: dubbel betaald, of"
                    + " gecrediteerd?")
    }

    /// A credit of a daybook of sales is a credit note; any other is a payment.
    func settled(_ sale: Candidate, by counter: Candidate) -> Phrase {
        let how =
            counter.obstacles.contains(.daybook)
            ? Phrase(en: " was already paid by ", nl: " is al betaald met ")
            : Phrase(en: " was credited by ", nl: " is gecrediteerd met ")
        return name(sale.item) + how + name(counter.item)
    }

    func pair(_ pair: PairFinder.Pair, _ payment: PaymentRow) -> Phrase {
        let amount = Phrase.money(payment.amount, payment.currency)
        let customer = items.text(items.rows[pair.first].customer)
        let names = [pair.first, pair.second].map(name).sorted { $0.en < $1.en }
        return Phrase(
            en: "the payment of \(amount.en) is the sum of two sales of customer \(customer): ",
            nl: "de betaling van \(amount.nl) is de som van twee verkopen aan klant \(customer): ")
            + names[0] + Phrase(en: " and ", nl: " en ") + names[1]
    }

    var crowd: Phrase {
        Phrase(
            en: "more than \(Matcher.crowd) sales share what the payment says, so that it tells"
                + " none of them apart",
            nl: "wat de betaling zegt, past op meer dan \(Matcher.crowd) verkopen, en wijst dus"
                + " geen ervan aan")
    }

    var crowdOfOtherAmounts: Phrase {
        Phrase(
            en: "more than \(Matcher.crowd) sales have the order number of the payment, and none"
                + " of them its amount",
            nl: "meer dan \(Matcher.crowd) verkopen hebben het bestelnummer van de betaling, en"
                + " geen ervan het bedrag")
    }

    func noSale(
        _ number: PaymentNumber, _ payment: PaymentRow, _ isLate: Bool, _ deadline: CalendarDate
    ) -> Phrase {
        let amount = Phrase.money(payment.amount, payment.currency)
        let written = quoted(payments.text(number.text))
        let what =
            number.isPresent
            ? Phrase(en: "order number \(written)", nl: "bestelnummer \(written)")
            : Phrase(
                en: "this payment (no order number)", nl: "deze betaling (geen bestelnummer)")
        return Phrase(
            en: "no open sale of \(amount.en) found for ",
            nl: "geen open verkoop van \(amount.nl) gevonden voor ") + what
            + (isLate
                ? Phrase(en: "; waited until ", nl: "; gewacht tot en met ")
                : Phrase(en: "; waiting until ", nl: "; wacht tot en met "))
            + .date(deadline)
    }

    func notEligible(_ candidate: Candidate, _ rules: MatchRule) -> Phrase {
        let criteria = [
            candidate.amount.rawValue, candidate.number.rawValue, candidate.email.rawValue,
        ]
        let why =
            candidate.obstacles.isEmpty
            ? Phrase(
                en: "amount \(criteria[0]), order number \(criteria[1]), e-mail \(criteria[2]) fit"
                    + " no row of match.decide",
                nl: "bedrag \(criteria[0]), bestelnummer \(criteria[1]), e-mail \(criteria[2])"
                    + " passen op geen rij van match.decide")
            : candidate.obstacles.sentence
        return name(candidate.item) + Phrase(": ") + why
    }

    private func quoted(_ text: String) -> String { "\"" + text + "\"" }
}
