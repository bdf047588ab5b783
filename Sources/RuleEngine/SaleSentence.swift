import DomainModel

/// The sentences of decisions about sales.
struct SaleSentence {
    let items: OpenItemTable
    let payments: PaymentTable

    /// How a sale is named: daybook, number and line, and its invoice number.
    func name(_ item: Int) -> String {
        let row = items.rows[item]
        let key = [row.daybook, row.number].map(items.text).joined(separator: " ")
        let invoice = items.text(row.invoiceNumber)
        return key + " line " + items.text(row.line)
            + (invoice.isEmpty ? "" : " (invoice \(invoice))")
    }

    func disagree(_ number: PaymentNumber) -> String {
        "the payment names two order numbers: \(quoted(payments.text(number.text))) and "
            + quoted(payments.text(number.disagreeing))
    }

    func several(_ candidates: [Candidate]) -> String {
        "\(candidates.count) sales fit: "
            + candidates.prefix(5).map { name($0.item) }.joined(separator: ", ")
            + (candidates.count > 5 ? ", …" : "")
    }

    func rival(_ rival: Candidate, of sale: Candidate) -> String {
        let why =
            rival.email == .same && sale.email == .notGiven
            ? " has the same number, and its customer has the payer's address"
            : rival.obstacles == .closed
                ? " has the same number and is closed: it may be the sale that was paid"
                : " has the number of the payment too, and at least as nearly"
        return name(sale.item) + " fits, but " + name(rival.item) + why
    }

    func weakness(_ candidate: Candidate, _ payment: PaymentRow) -> String {
        var parts: [String] = []
        let row = items.rows[candidate.item]
        if candidate.amount != .equalsOpen {
            let difference = MinorUnits.text(
                abs(payment.amount - row.openValue), digits: row.currency.minorDigits)
            parts.append(
                "the payment is \(difference) \(candidate.amount == .less ? "less" : "more") than"
                    + " the open amount \(money(row.openValue, row.currency))")
        }
        switch candidate.number {
        case .same, .alias: break
        case .contained: parts.append("the order number is only contained in it")
        case .missing: parts.append("the payment or the sale names no order number")
        case .differs: parts.append("the order numbers differ")
        }
        if candidate.email == .differs {
            parts.append("the payer's e-mail address is none of the customer's")
        }
        if parts.isEmpty { parts.append("a row of match.decide asks for a person") }
        return name(candidate.item) + ": " + parts.joined(separator: "; ")
    }

    func used(_ candidate: Candidate, by payment: PaymentRow) -> String {
        name(candidate.item) + " was already paid by the earlier payment "
            + payments.text(payment.reference)
    }

    func currency(_ candidate: Candidate, _ payment: PaymentRow) -> String {
        let currency = items.rows[candidate.item].currency
        let ofSale = currency.isPresent ? currency.text : "an unknown one"
        return name(candidate.item) + " fits but for its currency: the payment is in "
            + "\(payment.currency.text), the sale in \(ofSale)"
    }

    func alreadyPaid(_ candidate: Candidate, by counter: Candidate?) -> String {
        if let counter { return settled(candidate, by: counter) }
        return name(candidate.item) + " has the order number of the payment and is closed already:"
            + " paid twice, or credited?"
    }

    /// A credit of a daybook of sales is a credit note; any other is a payment.
    func settled(_ sale: Candidate, by counter: Candidate) -> String {
        let how = counter.obstacles.contains(.daybook) ? "already paid by" : "credited by"
        return name(sale.item) + " was \(how) " + name(counter.item)
    }

    func pair(_ pair: PairFinder.Pair, _ payment: PaymentRow) -> String {
        "the payment of \(money(payment.amount, payment.currency)) is the sum of two sales of"
            + " customer \(items.text(items.rows[pair.first].customer)): "
            + [pair.first, pair.second].map(name).sorted().joined(separator: " and ")
    }

    var crowd: String {
        "more than \(Matcher.crowd) sales share what the payment says, so that it tells none of"
            + " them apart"
    }

    var crowdOfOtherAmounts: String {
        "more than \(Matcher.crowd) sales have the order number of the payment, and none of them"
            + " its amount"
    }

    func noSale(
        _ number: PaymentNumber, _ payment: PaymentRow, _ isLate: Bool, _ deadline: CalendarDate
    ) -> String {
        let what =
            number.isPresent
            ? "order number " + quoted(payments.text(number.text))
            : "this payment (no order number)"
        return "no open sale of \(money(payment.amount, payment.currency)) found for \(what); "
            + (isLate ? "waited until" : "waiting until") + " \(deadline.isoText)"
    }

    func notEligible(_ candidate: Candidate, _ rules: MatchRule) -> String {
        let why =
            candidate.obstacles.isEmpty
            ? "amount \(candidate.amount.rawValue), order number \(candidate.number.rawValue), "
                + "e-mail \(candidate.email.rawValue) fit no row of match.decide"
            : candidate.obstacles.sentence
        return name(candidate.item) + ": " + why
    }

    private func money(_ amount: Int64, _ currency: CurrencyCode) -> String {
        currency.text + " " + MinorUnits.text(amount, digits: currency.minorDigits)
    }

    private func quoted(_ text: String) -> String { "\"" + text + "\"" }
}
