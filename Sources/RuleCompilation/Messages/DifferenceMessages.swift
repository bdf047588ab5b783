import RuleSyntax
import SourceDiagnostics
import Wording

/// What is said about rows that book although the amounts may differ.
extension Message {
    /// `isAmountWritten` is whether the row has the key `amount`.
    static func unequalBooking(_ fault: DifferenceFault, isAmountWritten: Bool) -> Message {
        let what = explanation(fault)
        let amount: Phrase =
            isAmountWritten ? .write("amount: equals_open") : .add("amount: equals_open")
        let template = advice(fault)
        return Message(
            .bookWithoutEqualAmounts,
            en: "the row books although payment and open amount may differ, and \(what.en)",
            nl: "de rij boekt terwijl betaling en openstaand bedrag kunnen verschillen, en"
                + " \(what.nl)",
            help: Phrase(
                en: amount.en + "  in the row, or " + template.en,
                nl: amount.nl + "  in de rij, of " + template.nl))
    }

    private static func explanation(_ fault: DifferenceFault) -> Phrase {
        let name = fault.template
        switch fault.kind {
        case .noLine:
            return Phrase(
                en: "no line of the template \(name) takes the difference",
                nl: "geen regel van het sjabloon \(name) neemt het verschil")
        case .missingInSome(let line, let path):
            return Phrase(
                en: "\(path.en) of the template \(name) lacks line \(line), which takes the"
                    + " difference",
                nl: "\(path.nl) van het sjabloon \(name) mist regel \(line), die het verschil"
                    + " neemt")
        case .wrongSide(let line, _):
            return Phrase(
                en: "line \(line) of the template \(name) has the difference on the wrong side",
                nl: "regel \(line) van het sjabloon \(name) heeft het verschil aan de verkeerde"
                    + " kant")
        case .lineTooMany(let line):
            return Phrase(
                en: "with line \(line) the template \(name) takes the difference once too often",
                nl: "met regel \(line) neemt het sjabloon \(name) het verschil een keer te veel")
        case .other:
            return Phrase(
                en: "the entry of the template \(name) then does not balance",
                nl: "de boeking van het sjabloon \(name) is dan niet in evenwicht")
        }
    }

    private static func advice(_ fault: DifferenceFault) -> Phrase {
        switch fault.kind {
        case .noLine(let side):
            Phrase(
                en: "add a line to the template with  side: \(side)  and  amount: item.open -"
                    + " payment.amount",
                nl: "voeg aan het sjabloon een regel toe met  side: \(side)  en  amount:"
                    + " item.open - payment.amount")
        case .missingInSome(let line, _):
            Phrase(
                en: "take  when  out of line \(line)", nl: "haal  when  uit regel \(line)")
        case .wrongSide(let line, let side):
            Phrase(
                en: "write  side: \(side)  in line \(line)",
                nl: "schrijf  side: \(side)  in regel \(line)")
        case .lineTooMany(let line):
            Phrase(
                en: "remove line \(line) from the template",
                nl: "verwijder regel \(line) uit het sjabloon")
        case .other:
            Phrase(
                en: "make debit and credit equal for any two amounts, with a line that has"
                    + "  amount: item.open - payment.amount",
                nl: "maak debet en credit gelijk voor elke twee bedragen, met een regel met"
                    + "  amount: item.open - payment.amount")
        }
    }
}

extension Phrase {
    static let templateStandsHere = Phrase(
        en: "the template stands here", nl: "het sjabloon staat hier")
}
