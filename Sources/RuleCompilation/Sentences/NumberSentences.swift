import DomainModel
import RuleEngine
import SourceDiagnostics
import Wording

extension RuleSentences {
    /// Where order numbers and addresses are read, and how they are compared.
    mutating func writeNumbers() {
        heading(
            Phrase(
                en: "How a payment and a sale are recognised",
                nl: "Waaraan een betaling en een verkoop worden herkend"))
        let rule = rules.orderNumber
        let payment = Words.and(rule.inPayment.map(Words.field))
        let sale = Words.and(
            rule.inSale.map {
                $0 == .invoiceNumber
                    ? Phrase(en: "the invoice number", nl: "het factuurnummer")
                    : Phrase(en: "the description", nl: "de omschrijving")
            })
        say(
            "The order number of a payment is read in \(payment.en), that of a sale in \(sale.en).",
            "Het bestelnummer van een betaling staat in \(payment.nl), dat van een verkoop in"
                + " \(sale.nl).")
        quote(
            rule.ignoredInFront, "In front of a number this does not count: ",
            "Voor een nummer telt dit niet mee: ")
        quote(
            rule.invoiceWords, "These of them introduce an invoice number: ",
            "Hiervan staan deze voor een factuurnummer: ")
        quote(
            rule.notBehind, "A number behind one of these is not that of the order: ",
            "Een nummer achter een van deze is niet dat van de order: ")
        quote(
            rule.noNumbers, "This is no order number, though a shop may write it: ",
            "Dit is geen bestelnummer, al kan een winkel het schrijven: ")
        quote(
            rule.shapes.map(\.written), "The shop's own numbers look like: ",
            "De eigen nummers van de winkel zien eruit als: ")
        for alias in rule.aliases {
            say(
                "\(alias.inPayment.written) of a payment is \(alias.inSale.written) of a sale.",
                "\(alias.inPayment.written) van een betaling is \(alias.inSale.written) van een"
                    + " verkoop.")
        }
        if !rule.shapes.isEmpty || !rule.aliases.isEmpty {
            say(
                "What stands between { and } in these is any digits; the same name, the same"
                    + " digits.",
                "Wat hierin tussen { en } staat, zijn willekeurige cijfers; dezelfde naam,"
                    + " dezelfde cijfers.")
        }
        let disagree = Words.then(rule.ifTheyDisagree)
        say(
            "A payment that names two different numbers \(disagree.en).",
            "Noemt een betaling twee verschillende nummers, dan \(disagree.nl).")
        let email = Words.list(
            rules.emailSources.map(Words.field), last: Words.otherwise, between: Words.otherwise)
        say(
            "The payer's e-mail address is read in \(email.en).",
            "Het e-mailadres van de betaler staat in \(email.nl).")
        quote(
            rules.collectiveCustomers, "The addresses of these debtors say nothing: ",
            "De adressen van deze debiteuren zeggen niets: ")
    }

    private mutating func quote(_ texts: [String], _ en: String, _ nl: String) {
        guard !texts.isEmpty else { return }
        let list = texts.map { "“\($0)”" }.joined(separator: ", ")
        say(en + list + ".", nl + list + ".")
    }

    /// Which sales count, and the table that decides.
    mutating func writeMatch() {
        heading(Phrase(en: "When a payment is booked", nl: "Wanneer een betaling wordt geboekt"))
        let match = rules.match
        let statuses = Words.statuses(match.statuses)
        let daybooks = match.daybooks.map { $0.joined(separator: ", ") }
        say(
            "Sales that can be paid are \(statuses.en)"
                + (daybooks.map { ", of the daybook \($0)." } ?? ", of every daybook."),
            "Een verkoop kan worden betaald als ze \(statuses.nl) is"
                + (daybooks.map { " en in dagboek \($0) staat." } ?? "; elk dagboek telt."))
        if match.windowFromDays > -100_000 || match.windowToDays < 100_000 {
            let from = Words.offset(match.windowFromDays)
            let to = Words.offset(match.windowToDays)
            say(
                "They are dated from \(from.en) to \(to.en).",
                "Ze is gedateerd van \(from.nl) tot en met \(to.nl).")
        }
        say(
            "A sale gets the first of these rows that it fits; one that fits none is not"
                + " looked at:",
            "Een verkoop krijgt de eerste van deze rijen waar ze op past; past ze op geen, dan telt"
                + " ze niet mee:")
        for (index, row) in match.rows.enumerated() { say(index + 1, Words.row(row)) }
        let several = Words.then(match.severalFit)
        let paid = Words.then(match.alreadyPaidSale)
        say(
            "When two sales fit, the payment \(several.en); when its sale is paid already, it"
                + " \(paid.en).",
            "Passen er twee verkopen, dan \(several.nl); is de verkoop al betaald, dan \(paid.nl).")
        let after = Words.then(match.afterWaiting)
        say(
            "A payment without a sale waits until \(match.waitAtMostDays) days after its day; then"
                + " it \(after.en).",
            "Een betaling zonder verkoop wacht tot \(match.waitAtMostDays) dagen na haar dag;"
                + " daarna \(after.nl).")
    }
}

extension NumberShape {
    /// The shape as written in the rules.
    fileprivate var written: String {
        pieces.map { piece in
            switch piece {
            case .literal(let bytes): String(decoding: bytes, as: UTF8.self)
            case .digits(let name): "{\(name)}"
            }
        }.joined()
    }
}
