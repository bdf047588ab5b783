import Dashboard
import DomainModel
import RunnerCore
import Synchronization
import Wording

/// Records what the pages of the rules do, and answers what a test says.
final class RulesDouble: RuleActions, Sendable {
    /// Something that was asked for.
    enum Done: Sendable, Equatable {
        case proposal(RuleChange, String, Int)
        case save(RuleOrder, String, ActNote)
    }

    struct State: Sendable {
        var done: [Done] = []
        var facts = RulesDouble.sample
        var proposal: RuleProposal?
        var outcome = RuleSaveOutcome.saved(7)
        var versions: [RuleVersionFacts] = []
    }

    static let hostile = "</textarea><script>alert(1)</script>\" onfocus=\"x"

    private let state = Mutex(State())

    let connections = ["webshop"]
    var done: [Done] { state.withLock { $0.done } }

    func change(_ work: (inout State) -> Void) { state.withLock { work(&$0) } }

    func rules(of connection: String, in language: OutputLanguage) async -> RuleFacts? {
        connection == "webshop" ? state.withLock { $0.facts } : nil
    }

    func proposal(
        _ change: RuleChange, to connection: String, days: Int
    ) async -> RuleProposal? {
        state.withLock { state in
            state.done.append(.proposal(change, connection, days))
            return state.proposal
        }
    }

    func save(
        _ order: RuleOrder, to connection: String, _ note: ActNote
    ) async -> RuleSaveOutcome {
        state.withLock { state in
            state.done.append(.save(order, connection, note))
            return state.outcome
        }
    }

    func versions(
        of connection: String, before number: Int64?, count: Int
    ) async -> [RuleVersionFacts] { state.withLock { $0.versions } }

    static let sample: RuleFacts = {
        var facts = RuleFacts()
        facts.stand = "sha256:0011"
        facts.revision = "sha256:0011"
        facts.sentences = "Winkel\n- Het geld staat op een kruispost.\n"
        facts.files = [
            RuleFacts.File(
                name: "rules/shop.yaml", text: "\n  office: NLA001 # <b>vet</b>\n", fault: nil),
            RuleFacts.File(
                name: "templates/memo.yaml", text: "",
                fault: Phrase(en: "too large", nl: "te groot")),
        ]
        facts.fields = [
            field("w0", "office", "", .text, "NLA001"),
            field("w1", "book_from", "", .day, "2026-01-01"),
            field("w2", "sale_from", "", .number("days before payment"), "30"),
            field("w3", "post_as", "memo", .choice(["provisional", "final"]), "provisional"),
            field("w4", "debtors", "", .list, "1300, 1310"),
            field("w5", "suspense", "ideal", .text, "2101"),
            field("w6", "suspense", hostile, .text, hostile),
        ]
        facts.takesAccounts = true
        facts.alsoOf = ["winkel-be"]
        facts.problems = [problem("ask", isError: false)]
        return facts
    }()

    static func field(
        _ identifier: String, _ key: String, _ subject: String, _ form: RuleField.Form,
        _ text: String
    ) -> RuleField {
        RuleField(
            identifier: identifier, key: key, subject: subject, form: form, text: text,
            file: "rules/shop.yaml", isRemovable: key == "suspense")
    }

    static func problem(_ text: String, isError: Bool) -> RuleProblem {
        RuleProblem(
            file: "rules/shop.yaml", line: 12, column: 5, isError: isError, code: "CM0203",
            text: Phrase(text), help: Phrase("typ <office>"), excerpt: "\toffice: [<x>]",
            carets: "\t        ^^^^^")
    }

    /// A proposal that can be saved.
    static let ready: RuleProposal = {
        var proposal = RuleProposal(.ready, stand: "sha256:0011")
        proposal.files = [
            RuleProposal.File(
                position: 0, text: "\n  office: NLA002 # <b>vet</b>\n",
                difference: RuleFileDifference(
                    name: "rules/shop.yaml",
                    lines: [
                        .removed(2, "  office: NLA001"), .added(2, "  office: <NLA002>"), .gap(3),
                    ]))
        ]
        var trial = RuleTryout(days: 14)
        trial.total = 9
        trial.decided = 9
        trial.counts = [RuleTryout.Count(outcome: "book", now: 4, then: 3)]
        trial.changed = 250
        trial.changes = [
            RuleTryout.Change(
                reference: "C-<1>", amount: 123_450, currency: "EUR",
                created: SampleLedger.now, state: .posted,
                now: RuleTryout.Verdict(outcome: "book", reason: "", sale: "VRK 1"),
                then: RuleTryout.Verdict(outcome: "error", reason: "no_sale", sale: ""),
                entry: [Phrase("regel 1, rekening: 2101 → 2199")])
        ]
        proposal.trial = trial
        return proposal
    }()
}
