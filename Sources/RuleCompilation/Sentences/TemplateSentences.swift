import ByteText
import DomainModel
import RuleEngine
import SourceDiagnostics
import Wording

extension RuleSentences {
    /// An entry: its journal and date, each of its lines, and what is lettered off.
    mutating func write(_ template: CompiledTemplate) {
        heading(Phrase(en: "The entry \(template.name)", nl: "De boeking \(template.name)"))
        let status =
            template.destiny == .final
            ? Phrase(en: "final", nl: "definitief") : Phrase(en: "provisional", nl: "concept")
        let date = Self.date(template.date)
        say(
            "It is posted in journal \(template.journal) as \(status.en), dated on \(date.en).",
            "Ze komt in dagboek \(template.journal) als \(status.nl), met als datum \(date.nl).")
        say(
            "When the period is closed it is an error; a date is never moved.",
            "Is de periode gesloten, dan is het een fout; een datum wordt nooit verschoven.")
        for (index, line) in template.lines.enumerated() { say(index + 1, sentence(of: line)) }
        if template.lines.contains(where: { !$0.tests.isEmpty }) {
            say(
                "When the lines that stand together do not balance, because a payment fits no"
                    + " condition of theirs, it is an error.",
                "Zijn de regels samen niet in evenwicht, omdat een betaling aan geen voorwaarde"
                    + " ervan voldoet, dan is ze een fout.")
        }
        guard let reconcile = template.reconcile else {
            return say("Nothing is lettered off.", "Er wordt niets afgeletterd.")
        }
        let line = template.lines[reconcile.line].id
        let day = Self.date(reconcile.date)
        say(
            "Line \(line) is lettered off against the sale, dated on \(day.en).",
            "Regel \(line) wordt afgeletterd tegen de verkoop, met als datum \(day.nl).")
    }

    private func sentence(of line: CompiledTemplate.Line) -> Phrase {
        let side =
            line.side == .debit
            ? Phrase(en: "debit", nl: "debet") : Phrase(en: "credit", nl: "credit")
        let condition = ConditionSentence.all(line.tests)
        var text = Phrase(
            en: "Line \(line.id)" + (line.tests.isEmpty ? "" : ", when \(condition.en)"),
            nl: "Regel \(line.id)" + (line.tests.isEmpty ? "" : ", als \(condition.nl)"))
        text =
            text + Phrase(": ") + side + Phrase(" ") + Self.sum(line.amount)
            + Phrase(en: "; account ", nl: "; rekening ") + Self.text(line.account)
        if let customer = line.customer {
            text = text + Phrase(en: "; debtor ", nl: "; debiteur ") + Self.text(customer)
        }
        if let description = line.description {
            text =
                text + Phrase(en: "; description ", nl: "; omschrijving ") + Self.text(description)
        }
        if let number = line.invoiceNumber {
            text =
                text + Phrase(en: "; invoice number ", nl: "; factuurnummer ") + Self.text(number)
        }
        if line.amount.contains(where: { $0.factor < 0 }) {
            let other =
                line.side == .debit
                ? Phrase(en: "credit", nl: "credit") : Phrase(en: "debit", nl: "debet")
            text =
                text
                + Phrase(
                    en: "; when that is less than zero it stands \(other.en) instead, and when it"
                        + " is zero there is no line",
                    nl: "; is dat minder dan nul, dan staat het \(other.nl), en is het nul, dan is"
                        + " er geen regel")
        }
        return text + Phrase(".")
    }

    private static func date(_ date: CompiledTemplate.EntryDate) -> Phrase {
        switch date {
        case .paidOn: Phrase(en: "the day of the payment", nl: "de dag van de betaling")
        case .saleDate: Phrase(en: "the date of the sale", nl: "de datum van de verkoop")
        case .later:
            Phrase(
                en: "the later of payment and sale", nl: "de laatste van betaling en verkoop")
        }
    }

    private static func sum(_ amount: [(amount: CompiledTemplate.Amount, factor: Int64)]) -> Phrase
    {
        amount.enumerated().reduce(Phrase("")) { text, term in
            let isFirst = term.offset == 0
            let sign: Phrase =
                term.element.factor < 0
                ? Phrase(en: isFirst ? "minus " : " minus ", nl: isFirst ? "min " : " min ")
                : Phrase(en: isFirst ? "" : " plus ", nl: isFirst ? "" : " plus ")
            let name: Phrase =
                switch term.element.amount {
                case .payment:
                    Phrase(en: "the amount of the payment", nl: "het bedrag van de betaling")
                case .itemOpen:
                    Phrase(
                        en: "the open amount of the sale",
                        nl: "het openstaande bedrag van de verkoop")
                }
            return text + sign + name
        }
    }

    /// A text in quotes, its fields in brackets, and what is done to it.
    private static func text(_ text: CompiledTemplate.Text) -> Phrase {
        let parts = text.parts.reduce(Phrase("")) { words, part in
            switch part {
            case .literal(let bytes): words + Phrase(String(decoding: bytes, as: UTF8.self))
            case .fields(let fields):
                words + Phrase("[")
                    + Words.list(
                        fields.map(Words.field), last: Words.otherwise, between: Words.otherwise)
                    + Phrase("]")
            }
        }
        var result = Phrase("“") + parts + Phrase("”")
        if let keep = text.keep {
            result =
                result
                + (keep.end == .first
                    ? Phrase(
                        en: ", of which the first \(keep.count) characters stay",
                        nl: ", waarvan de eerste \(keep.count) tekens blijven")
                    : Phrase(
                        en: ", of which the last \(keep.count) characters stay",
                        nl: ", waarvan de laatste \(keep.count) tekens blijven"))
        }
        switch text.shaping.letters {
        case .asWritten: break
        case .upper: result = result + Phrase(en: ", in capitals", nl: ", in hoofdletters")
        case .lower: result = result + Phrase(en: ", in small letters", nl: ", in kleine letters")
        }
        if text.shaping.trims {
            result =
                result
                + Phrase(en: ", without spaces around it", nl: ", zonder spaties eromheen")
        }
        if text.holdsDay {
            result =
                result
                + Phrase(
                    en: ", days as \(text.shaping.dateFormat.rawValue)",
                    nl: ", dagen als \(text.shaping.dateFormat.rawValue)")
        }
        return result
    }
}

extension Words {
    /// What a placeholder stands for.
    static func field(_ field: CompiledTemplate.Field) -> Phrase {
        switch field {
        case .transactionID: self.field(PaymentTextField.transactionID)
        case .merchantOrderReference: self.field(PaymentTextField.merchantOrderReference)
        case .paymentDescription:
            Phrase(en: "the description of the payment", nl: "de omschrijving van de betaling")
        case .metadata: self.field(PaymentTextField.metadata)
        case .method: Phrase(en: "the method", nl: "de methode")
        case .brand: Phrase(en: "the brand", nl: "het merk")
        case .email: Phrase(en: "the payer's address", nl: "het e-mailadres van de betaler")
        case .orderNumber: Phrase(en: "the order number", nl: "het bestelnummer")
        case .suspenseAccount:
            Phrase(en: "the suspense account of the method", nl: "de kruispost van de methode")
        case .office: Phrase(en: "the administration", nl: "de administratie")
        case .paymentDate: Phrase(en: "the day of the payment", nl: "de dag van de betaling")
        case .itemDate: Phrase(en: "the date of the sale", nl: "de datum van de verkoop")
        case .itemAccount:
            Phrase(
                en: "the debtors' account of the sale", nl: "de debiteurenrekening van de verkoop")
        case .itemCustomer: Phrase(en: "the debtor of the sale", nl: "de debiteur van de verkoop")
        case .itemCustomerName: Phrase(en: "the debtor's name", nl: "de naam van de debiteur")
        case .itemInvoiceNumber:
            Phrase(en: "the invoice number of the sale", nl: "het factuurnummer van de verkoop")
        case .itemDescription:
            Phrase(en: "the description of the sale", nl: "de omschrijving van de verkoop")
        case .itemDaybook: Phrase(en: "the daybook of the sale", nl: "het dagboek van de verkoop")
        case .itemNumber:
            Phrase(en: "the number of the sale", nl: "het boekstuknummer van de verkoop")
        }
    }
}
