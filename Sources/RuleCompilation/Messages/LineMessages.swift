import RuleSyntax
import SourceDiagnostics
import Wording

/// What is said about lines with conditions.
extension Message {
    static func linesLeaveGap(_ gap: Phrase, lines: [String]) -> Message {
        let names = Words.and(lines.map { Phrase($0) })
        return Message(
            .linesLeaveGap,
            en: "a payment \(gap.en) gets none of the lines \(names.en), so its entry does not"
                + " balance and it becomes an error",
            nl: "een betaling \(gap.nl) krijgt geen van de regels \(names.nl), dus haar boeking is"
                + " niet in evenwicht en ze wordt een fout",
            help: Phrase(
                en: "widen a  when  to it, add a line for it, or keep it out with a rule of select",
                nl: "maak een  when  er ruimer voor, voeg er een regel voor toe, of houd haar tegen"
                    + " met een regel van select"))
    }

    static func lineOfNoMethod(_ line: String, _ methods: [String]) -> Message {
        let names = methods.joined(separator: ", ")
        return Message(
            .neverDecides, en: "line \(line) stands in no entry: methods has no \(names)",
            nl: "regel \(line) staat in geen boeking: in methods staat geen \(names)",
            help: Phrase(
                en: "remove the line, or add \(names) to methods",
                nl: "verwijder de regel, of zet \(names) in methods"))
    }

    static func fixedDebtor(_ line: String, _ debtor: String) -> Message {
        Message(
            .reconciledWithoutDebtor,
            en:
                "line \(line) is lettered off against the sale and has the debtor \(debtor)"
                + " whatever the sale; Twinfield letters off lines of one debtor",
            nl: "regel \(line) wordt afgeletterd tegen de verkoop en heeft altijd debiteur"
                + " \(debtor); Twinfield lettert regels van één debiteur af",
            help: .write("dim2: \"{item.customer}\""))
    }

    static func moneyBackBooked(_ types: [String], hasTypes: Bool) -> Message {
        let names = types.joined(separator: ", ")
        return Message(
            .moneyBackBooked,
            en: "the rule books money that goes back to the payer as a payment: \(names)",
            nl: "de regel boekt geld dat terug naar de betaler gaat als betaling: \(names)",
            help: hasTypes
                ? Phrase(
                    en: "take \(names) out of type, or put a rule for it above this one",
                    nl: "haal \(names) uit type, of zet er een regel voor boven deze")
                : Phrase(
                    en: "add  type: [sale, capture]  to when",
                    nl: "zet  type: [sale, capture]  in when"))
    }
}
