import RuleSyntax
import SourceDiagnostics
import Wording

/// What is said about templates: names, lines, amounts.
extension Message {
    static func templateTwice(_ name: String) -> Message {
        Message(
            .templateTwice, en: "the template \(name) stands in two files",
            nl: "het sjabloon \(name) staat in twee bestanden",
            help: Phrase(
                en: "give one of the files another name, or delete it",
                nl: "geef een van de bestanden een andere naam, of verwijder het"))
    }

    static func templateUnused(_ name: String) -> Message {
        Message(
            .neverDecides, en: "the template \(name) is never used: no rule of select names it",
            nl: "het sjabloon \(name) wordt nooit gebruikt: geen regel van select noemt het",
            help: Phrase(
                en: "write  find_sale_then: \(name)  in a rule, or delete the file",
                nl: "schrijf  find_sale_then: \(name)  in een regel, of verwijder het bestand"))
    }

    static let tooFewLines = Message(
        .tooFewLines, en: "an entry has two lines at least",
        nl: "een boeking heeft minstens twee regels",
        help: Phrase(
            en: "add the other side: a line for the payment, a line for the sale",
            nl: "voeg de andere kant toe: een regel voor de betaling, een voor de verkoop"))

    static func unknownName(
        _ name: String, _ what: Phrase, near: String?, known: [String], all: Phrase
    ) -> Message {
        Message(
            .unknownField, en: "there is no \(what.en) \(name)",
            nl: "er is geen \(what.nl) \(name)",
            help: near.map(Phrase.didYouMean) ?? all + Phrase(known.joined(separator: ", ")))
    }

    static func unknownLine(_ name: String, near: String?, known: [String]) -> Message {
        let names = known.joined(separator: ", ")
        return Message(
            .unknownLine, en: "the template has no line \(name)",
            nl: "het sjabloon heeft geen regel \(name)",
            help: near.map(Phrase.didYouMean)
                ?? Phrase(en: "the lines are: \(names)", nl: "de regels zijn: \(names)"))
    }

    static func reconciledSometimes(_ line: String) -> Message {
        Message(
            .keysConflict,
            en: "line \(line) stands in some entries only, so it cannot be lettered off in all of"
                + " them",
            nl: "regel \(line) staat maar in sommige boekingen, dus ze kan niet in alle worden"
                + " afgeletterd",
            help: Phrase(
                en: "take when from that line, or name a line without when",
                nl: "haal when weg uit die regel, of noem een regel zonder when"))
    }

    static func reconciledOtherLine(_ line: String, meant: String) -> Message {
        Message(
            .reconciledOtherLine,
            en: "line \(line) is lettered off against the sale, but line \(meant) is the one on the"
                + " debtors' account",
            nl: "regel \(line) wordt afgeletterd tegen de verkoop, maar regel \(meant) staat op de"
                + " debiteurenrekening",
            help: .write("line: \(meant)"))
    }

    static func reconciledElsewhere(_ account: String, line: String) -> Message {
        Message(
            .reconciledElsewhere,
            en: "line \(line) is lettered off against the sale, but \(account) is none of"
                + " accounts.debtors, on which sales stand",
            nl: "regel \(line) wordt afgeletterd tegen de verkoop, maar \(account) is geen van"
                + " accounts.debtors, waar verkopen op staan",
            help: .write("dim1: \"{item.account}\""))
    }

    static func reconciledWithoutDebtor(_ line: String) -> Message {
        Message(
            .reconciledWithoutDebtor,
            en: "line \(line) is lettered off against the sale and has no debtor; Twinfield letters"
                + " off lines of one debtor",
            nl: "regel \(line) wordt afgeletterd tegen de verkoop en heeft geen debiteur; Twinfield"
                + " lettert regels van één debiteur af",
            help: .add("dim2: \"{item.customer}\""))
    }

    static let neverPositive = Message(
        .templateUnbalanced, en: "the amount of the line is never more than zero",
        nl: "het bedrag van de regel is nooit meer dan nul",
        help: Phrase(
            en: "write the amount without minus, and put the line on the other side",
            nl: "schrijf het bedrag zonder min, en zet de regel aan de andere kant"))

    static func unbalanced(_ path: Phrase?, debit: Phrase, credit: Phrase) -> Message {
        let what =
            path.map { $0 + Phrase(en: " does not balance", nl: " is niet in evenwicht") }
            ?? Phrase(
                en: "the entry can never balance", nl: "de boeking kan nooit in evenwicht zijn")
        return Message(
            .templateUnbalanced, en: "\(what.en): debit \(debit.en), credit \(credit.en)",
            nl: "\(what.nl): debet \(debit.nl), credit \(credit.nl)",
            help: Phrase(
                en: "make the debits and the credits add up, such as  payment.amount  debit and"
                    + "  item.open  credit",
                nl:
                    "maak debet en credit gelijk, zoals  payment.amount  debet en "
                    + " item.open  credit"
            ))
    }
}

/// Entries and sums in words.
extension Phrase {
    static let debtorsStandHere = Phrase(
        en: "accounts.debtors stands here", nl: "accounts.debtors staat hier")

    static func entry(with lines: [String]) -> Phrase {
        let names = lines.joined(separator: ", ")
        switch lines.count {
        case 0: return Phrase(en: "an entry with no line", nl: "een boeking zonder regels")
        case 1:
            return Phrase(
                en: "an entry with only the line \(names)",
                nl: "een boeking met alleen regel \(names)")
        default:
            return Phrase(
                en: "an entry with only the lines \(names)",
                nl: "een boeking met alleen de regels \(names)")
        }
    }

    static let nothing = Phrase(en: "nothing", nl: "niets")
}
