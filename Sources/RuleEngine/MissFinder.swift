import ByteText
import DomainModel
import Wording

/// Finds the smallest change that would have booked a sale.
struct MissFinder {
    let engine: DecisionEngine
    let subject: Matcher.Subject
    let number: PaymentNumber

    private var weakNumber: WeakNumber {
        WeakNumber(items: items, payments: engine.payments, reader: engine.reader)
    }

    private var rules: MatchRule { engine.rules.match }
    private var items: OpenItemTable { engine.items }

    /// What stands in the way, and what the nearest row with `book` asks for besides.
    func misses(of candidate: Candidate) -> [SaleTrial.Miss] {
        if candidate.then(rules) == .book { return [] }
        let ofObstacles = Obstacles.all.filter { candidate.obstacles.contains($0.obstacle) }
            .map { SaleTrial.Miss(criterion: $0.word, phrase: phrase($0, candidate)) }
        return ofObstacles + ofNearestRow(candidate)
    }

    private func ofNearestRow(_ candidate: Candidate) -> [SaleTrial.Miss] {
        rules.rows.filter { $0.then == .book }.map { misses(of: candidate, for: $0) }
            .min { $0.count < $1.count } ?? []
    }

    private func misses(of candidate: Candidate, for row: MatchRule.Row) -> [SaleTrial.Miss] {
        let sale = items.rows[candidate.item]
        var misses: [SaleTrial.Miss] = []
        // Of a closed sale or a credit nothing can be paid, whatever the amount.
        let isOpen = candidate.obstacles.isDisjoint(with: [.closed, .credit])
        if isOpen, !row.fits(candidate.amount, paid: subject.row.amount, open: sale.openValue) {
            misses.append(.init(criterion: "amount", phrase: amount(sale, row)))
        }
        if !row.orderNumber.contains(candidate.number) {
            misses.append(.init(criterion: "order_number", phrase: orderNumber(candidate, sale)))
        }
        if !row.email.contains(candidate.email) {
            misses.append(.init(criterion: "email", phrase: email(candidate, sale)))
        }
        let days = sale.date.daysSinceEpoch &- subject.date.daysSinceEpoch
        if let most = row.daysApart, days.magnitude > most.magnitude {
            misses.append(.init(criterion: "days_apart", phrase: apart(days, Int32(most))))
        }
        if let statuses = row.statuses, !statuses.contains(sale.status) {
            misses.append(
                .init(
                    criterion: "sale_is",
                    phrase: Phrase(
                        en: "its status is another", nl: "de status is een andere")))
        }
        if let customers = row.customers, !customers.contains(items.text(sale.customer)) {
            misses.append(
                .init(
                    criterion: "customer",
                    phrase: Phrase(
                        en: "its customer \(items.text(sale.customer)) is not one of the row",
                        nl: "klant \(items.text(sale.customer)) is niet een van de rij")))
        }
        return misses
    }

    private func amount(_ sale: OpenItemRow, _ row: MatchRule.Row) -> Phrase {
        let currency = subject.row.currency
        let apart = subject.row.amount.subtractingReportingOverflow(sale.openValue).partialValue
        let difference = Phrase.amount(Int64(clamping: apart.magnitude), currency)
        let paid = Phrase.amount(subject.row.amount, currency)
        let open = Phrase.amount(sale.openValue, currency)
        return Phrase(
            en: "the amount differs by \(difference.en): paid \(paid.en), open \(open.en)",
            nl: "het bedrag verschilt \(difference.nl): betaald \(paid.nl), open \(open.nl)")
            + (row.tolerance.map { tolerance in
                let words = tolerance.words.joined(separator: ", ")
                return Phrase(en: "; the row allows \(words)", nl: "; de rij staat toe: \(words)")
            } ?? Phrase(""))
    }

    private func orderNumber(_ candidate: Candidate, _ sale: OpenItemRow) -> Phrase {
        let paid = "\"" + engine.payments.text(number.text) + "\""
        let invoice = "\"" + items.text(sale.invoiceNumber) + "\""
        switch candidate.number {
        case .contained: return weakNumber.phrase(number, sale)
        case .missing where !number.isPresent:
            return Phrase(
                en: "the payment names no order number; the sale has \(invoice)",
                nl: "de betaling noemt geen bestelnummer; de verkoop heeft \(invoice)")
        case .missing:
            return Phrase(
                en: "the sale names no order number; the payment has \(paid)",
                nl: "de verkoop noemt geen bestelnummer; de betaling heeft \(paid)")
        case .differs where !weakNumber.hasDigits(number, sale):
            return Phrase(
                en: "the order number is \(paid), that of the sale \(invoice)",
                nl: "het bestelnummer is \(paid), dat van de verkoop \(invoice)")
        case .differs:
            return Phrase(
                en: "the order number \(paid) was found as \(invoice)",
                nl: "het bestelnummer \(paid) werd gevonden als \(invoice)")
        case .same, .alias:
            return Phrase(
                en: "the order number \(paid) is \(candidate.number.rawValue), which the row does"
                    + " not take",
                nl: "het bestelnummer \(paid) is \(candidate.number.rawValue), en dat neemt de rij"
                    + " niet")
        }
    }

    private func email(_ candidate: Candidate, _ sale: OpenItemRow) -> Phrase {
        if candidate.email == .notGiven {
            return Phrase(
                en: "the payment or the customer has no e-mail address",
                nl: "de betaling of de klant heeft geen e-mailadres")
        }
        let payer = engine.payments.text(subject.email)
        var addresses: [String] = []
        engine.catalogue.forEachEmail(of: sale) {
            addresses.append(String(decoding: $0, as: UTF8.self))
        }
        let known = addresses.prefix(3).joined(separator: ", ") + (addresses.count > 3 ? ", …" : "")
        return Phrase(
            en: "the payer's address \(payer) is none of the customer's: \(known)",
            nl: "het adres van de betaler, \(payer), is geen adres van de klant: \(known)")
    }

    private func apart(_ days: Int32, _ most: Int32) -> Phrase {
        Phrase(
            en: "sale and payment lie \(days.magnitude) days apart, the row allows \(most)",
            nl: "verkoop en betaling liggen \(days.magnitude) dagen uit elkaar, de rij staat"
                + " \(most) toe")
    }

    private typealias Named = (obstacle: Obstacles, word: String, sentence: Phrase)

    private func phrase(_ named: Named, _ candidate: Candidate) -> Phrase {
        let sale = items.rows[candidate.item]
        switch named.obstacle {
        case .dated: return dated(sale)
        case .currency:
            let paid = subject.row.currency.text
            let open = sale.currency.isPresent ? sale.currency.text : "?"
            return Phrase(
                en: "the payment is in \(paid), the sale in \(open)",
                nl: "de betaling is in \(paid), de verkoop in \(open)")
        case .used:
            let taker = engine.taker(of: candidate.item, usedAt: engine.usedAt)
            return Phrase(
                en: "the earlier payment \(taker) was booked on it",
                nl: "de eerdere betaling \(taker) is erop geboekt")
        case .daybook:
            let daybook = items.text(sale.daybook)
            return Phrase(
                en: "its daybook \(daybook) is not one of match.daybooks",
                nl: "het dagboek \(daybook) is niet een van match.daybooks")
        case .account where sale.account.isPresent:
            let account = items.text(sale.account)
            return Phrase(
                en: "its account \(account) is not one of accounts.debtors",
                nl: "de rekening \(account) is niet een van accounts.debtors")
        default: return named.sentence
        }
    }

    private func dated(_ sale: OpenItemRow) -> Phrase {
        let days = sale.date.daysSinceEpoch &- subject.date.daysSinceEpoch
        let isBefore = days < 0
        let limit = isBefore ? rules.windowFromDays : rules.windowToDays
        let allowed = isBefore ? max(0, -limit) : max(0, limit)
        return Phrase(
            en: "the sale is dated \(days.magnitude) days \(isBefore ? "before" : "after") the"
                + " payment, the window is \(allowed)",
            nl: "de verkoop is \(days.magnitude) dagen \(isBefore ? "voor" : "na") de betaling"
                + " gedateerd, het venster is \(allowed)")
    }
}
