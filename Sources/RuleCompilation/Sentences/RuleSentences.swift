import ByteText
import DomainModel
public import RuleEngine
public import Wording

/// A rule set as sentences that somebody who never saw YAML can read and sign.
///
/// Made from the compiled rules, so it says what holds, with what is absent filled in.
public struct RuleSentences {
    let rules: CompiledRuleSet
    private let methods: [String]?
    private var lines: [Phrase] = []

    /// Puts a rule set into sentences; `methods` are those that the rules name, nil for all.
    public init(_ rules: CompiledRuleSet, methods: [String]?) {
        self.rules = rules
        self.methods = methods
        writeHead()
        writeSelect()
        writeDays()
        writeAccounts()
        writeNumbers()
        writeMatch()
        for template in rules.templates { write(template) }
        writeSignature()
    }

    /// The sentences in one language, with a line end.
    ///
    /// Texts of the rules stand in them without line ends and without what would turn a line
    /// around: what is signed must be what is read.
    public func text(in language: OutputLanguage) -> String {
        lines.map { ShownText.oneLine($0.text(in: language)) }.joined(separator: "\n") + "\n"
    }

    mutating func heading(_ title: Phrase) {
        lines += [Phrase(""), title, Phrase("")]
    }

    /// A sentence of its own.
    mutating func say(_ en: String, _ nl: String) {
        lines.append(Phrase("- ") + Phrase(en: en, nl: nl))
    }

    /// A numbered sentence; numbers are what people refer to.
    mutating func say(_ number: Int, _ sentence: Phrase) {
        lines.append(Phrase("\(number). ") + sentence)
    }

    /// A part of the sentence above.
    mutating func add(_ part: Phrase) {
        lines.append(Phrase("  - ") + part)
    }

    private mutating func writeHead() {
        lines = [
            Phrase(rules.name),
            Phrase(
                en: "Administration \(rules.office) in Twinfield, revision \(rules.revision)",
                nl: "Administratie \(rules.office) in Twinfield, revisie \(rules.revision)"),
        ]
    }

    private mutating func writeSelect() {
        heading(Phrase(en: "Which payments count", nl: "Welke betalingen tellen"))
        say(
            "The first of these rules that applies to a payment decides:",
            "De eerste van deze regels die op een betaling past, beslist:")
        for (index, rule) in rules.select.enumerated() {
            say(index + 1, sentence(of: rule))
        }
    }

    private func sentence(of rule: SelectRule) -> Phrase {
        let condition = ConditionSentence.all(rule.tests)
        let when =
            rule.tests.isEmpty
            ? Phrase(en: "In every other case the payment ", nl: "In elk ander geval ")
            : Phrase(en: "When \(condition.en), the payment ", nl: "Als \(condition.nl), ")
        let result: Phrase
        switch rule.action {
        case .outcome(let outcome, let reason):
            let because =
                rule.because.isEmpty
                ? Phrase(en: " (reason: \(reason.rawValue))", nl: " (reden: \(reason.rawValue))")
                : Phrase(" (\(reason.rawValue): \(rule.because))")
            result = Words.then(outcome, "de betaling") + because
        case .findSale(let template):
            let name = rules.templates[template].name
            result = Phrase(
                en: "is booked with the entry \(name) when its sale is found",
                nl:
                    "wordt de betaling geboekt met de boeking \(name), zodra haar verkoop"
                    + " is gevonden"
            )
        }
        return when + result + Phrase(" [\(rule.id)].")
    }

    private mutating func writeDays() {
        heading(Phrase(en: "Which day a payment has", nl: "Op welke dag een betaling valt"))
        let moments = Words.list(
            rules.bookingDate.moments.map(Words.moment),
            last: Words.otherwise, between: Words.otherwise)
        say(
            "The day of a payment is that of \(moments.en), on the clock of"
                + " \(rules.timeZone.name).",
            "De dag van een betaling is die van \(moments.nl), op de klok van"
                + " \(rules.timeZone.name).")
        if rules.bookingDate.moments.contains(.lastUpdate) { writeLastUpdate() }
        say(
            "What was paid before \(rules.bookFrom.isoText) is shown and never booked.",
            "Wat voor \(rules.bookFrom.isoText) is betaald, wordt getoond en nooit geboekt.")
        let missing = Words.then(rules.landingPage.childMissing)
        let differ = Words.then(rules.landingPage.amountsDiffer, "elk van beide")
        say(
            "A payment page whose payment is not there \(missing.en); when the amounts of the two"
                + " differ, each \(differ.en).",
            "Is de betaling van een betaalpagina er niet, dan \(missing.nl); verschillen de"
                + " bedragen"
                + " van de twee, dan \(differ.nl).")
    }

    private mutating func writeLastUpdate() {
        guard let moved = rules.bookingDate.lastUpdateInAnotherMonth else {
            return say(
                "When the day is that of the last change, it counts even in another month than the"
                    + " creation.",
                "Is de dag die van de laatste wijziging, dan telt hij ook in een andere maand dan"
                    + " het aanmaken.")
        }
        let after = Words.then(moved, "de betaling")
        say(
            "When the day is that of the last change and lies in another month than the creation,"
                + " the payment \(after.en).",
            "Is de dag die van de laatste wijziging en ligt hij in een andere maand dan het"
                + " aanmaken, dan \(after.nl).")
    }

    private mutating func writeAccounts() {
        heading(Phrase(en: "Which accounts are used", nl: "Welke rekeningen worden gebruikt"))
        let debtors = Words.or(rules.accounts.debtors.map { Phrase($0) })
        say(
            "Sales stand on the debtors' account \(debtors.en); nothing is booked on a sale that"
                + " stands elsewhere.",
            "Verkopen staan op debiteurenrekening \(debtors.nl); op een verkoop die ergens anders"
                + " staat, wordt niets geboekt.")
        say(
            "The money of a payment stands on the suspense account of its method; a payment by a"
                + " method that is not named here is an error:",
            "Het geld van een betaling staat op de kruispost van haar betaalmethode; een betaling"
                + " met een methode die hier niet staat is een fout:")
        for row in rules.accounts.suspense { add(Words.account(row)) }
        if let methods {
            let names = methods.joined(separator: ", ")
            say(
                "This shop uses the methods \(names).",
                "Deze winkel gebruikt de methoden \(names).")
        } else {
            say(
                "This shop may use every method that CCV knows.",
                "Deze winkel kan elke methode gebruiken die CCV kent.")
        }
    }

    private mutating func writeSignature() {
        lines += [
            Phrase(""),
            Phrase(
                en: "Read and agreed:  ____________________   Date:  ____________",
                nl: "Gelezen en akkoord:  ____________________   Datum:  ____________"),
        ]
    }
}
