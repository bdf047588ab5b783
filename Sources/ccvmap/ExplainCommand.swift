import ArgumentParser
import ByteText
import DomainModel
import FoundationEssentials
import RuleEngine
import RunnerCore

/// The command `ccvmap explain`: the match card of one payment.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show why a payment was decided as it was, and what would change it.",
        discussion: """
            Examples:
              ccvmap explain C24061514
              ccvmap explain C24061514 --run 12 --rules-of now
              ccvmap explain C24061514 --payments payments.json --open-items open-items.xml
              ccvmap explain C24061514 --connection webshop --since 2026-11-01

            Without files and dates the last decision in the ledger is made again from what the
            ledger kept of it; a payment that it does not know is looked up live. All payments are
            decided, as dry-run does, because an earlier one may have taken the sale. Nothing is
            sent.
            Exit codes: 0 explained, 1 there is no such payment or a file cannot be read,
            2 wrong usage or rules.
            """)

    @Argument(help: "CCV's reference of the payment.")
    var reference: String

    @OptionGroup var inputs: DecisionInputs

    @Option(help: "From the ledger: the decision of this run. (default: the last one)")
    var run: Int64?

    @Option(help: "From the ledger: with the rules of then or of now.")
    var rulesOf: RulesOf?

    @Option(help: "The language of the card: en or nl.")
    var lang = Language.en

    @Flag(help: "Print the card as JSON: the object of dry-run --decisions.")
    var json = false

    func validate() throws {
        if wantsLedger, let flag = inputs.sourceFlag {
            throw ValidationError("--run and --rules-of are for the ledger; leave out \(flag)")
        }
    }

    func run() async throws {
        var times = StageTimes()
        let progress = ProgressLine()
        let crew = Threads.crew(ProcessInfo.processInfo.activeProcessorCount)
        if let past = try past() {
            return try explain(try past.engine(rulesOf: rulesOf ?? .then, crew: crew), past)
        }
        let engine = try await inputs.engine(crew: crew, progress: progress, times: &times)
            .engine
        try explain(engine, nil, progress)
    }

    private var wantsLedger: Bool { run != nil || rulesOf != nil }

    /// The decision in the ledger; nil when the payment is to be looked up elsewhere.
    private func past() throws -> LedgerExplanation? {
        guard inputs.sourceFlag == nil, wantsLedger || inputs.choice.options.isThere else {
            return nil
        }
        let live = try inputs.choice.open()
        let past = try LedgerExplanation(reference, run: run, on: live)
        guard past == nil, wantsLedger else { return past }
        throw CommandFault.failed(
            "\(TerminalCell.clean(reference)): the ledger has no decision about this payment",
            help: "copy the reference from  ccvmap payments")
    }

    private func explain(
        _ prepared: DecisionEngine, _ past: LedgerExplanation?, _ progress: ProgressLine? = nil
    ) throws {
        var engine = prepared
        let positions = engine.payments.rows.indices.filter { position in
            let slice = engine.payments.rows[position].reference
            return engine.payments.texts[slice].elementsEqual(reference.utf8)
        }
        if positions.isEmpty { throw absent }
        let total = engine.payments.rows.count
        if engine.verdicts.isEmpty {
            engine.run { progress?.show("deciding", done: $0, of: total) }
        }
        progress?.clear()
        if let past { tell(past, engine) }
        try show(positions, of: engine)
        if let past, rulesOf != .now { try compare(past, positions, engine) }
    }

    private func tell(_ past: LedgerExplanation, _ engine: DecisionEngine) {
        Console.error(
            "from the ledger: run \(past.run.value), as of \(engine.asOf.isoText), rules of "
                + "\((rulesOf ?? .then).rawValue) (\(engine.rules.revision))")
    }

    /// What was decided then must come out again.
    private func compare(
        _ past: LedgerExplanation, _ positions: [Int], _ engine: DecisionEngine
    ) throws {
        guard let kept = try past.kept() else { return }
        var explainer = engine.explainer(forCards: true)
        // What an earlier version kept has its sentences in English only.
        let forms = [true, false].map { DecisionJSON(engine, hasDutch: $0) }
        let isSame = positions.contains { position in
            let card = explainer.card(position)
            return forms.contains { form in
                var again = JSONWriter()
                form.write(card, to: &again)
                return again.bytes == kept
            }
        }
        if !isSame {
            Console.error(
                "note: another decision came out than the one that was kept; either this program"
                    + " decides otherwise than the one of then, or an entry that stood in the"
                    + " books then was deleted")
        }
    }

    private func show(_ positions: [Int], of engine: DecisionEngine) throws {
        var explainer = engine.explainer(forCards: true)
        let text = MatchCardText(engine, language: lang.output)
        let lines = DecisionJSON(engine)
        var output = JSONWriter()
        var cards: [String] = []
        for position in positions {
            let card = explainer.card(position)
            if json {
                lines.write(card, to: &output)
                output.newline()
            } else {
                cards.append(text.lines(card).map(TerminalCell.clean).joined(separator: "\n"))
            }
        }
        let bytes = json ? output.bytes : Array((cards.joined(separator: "\n\n") + "\n").utf8)
        try Console.output(bytes[...])
    }

    private var absent: CommandFault {
        CommandFault.failed(
            "\(TerminalCell.clean(reference)): no payment of"
                + " \(inputs.payments ?? "CCV in this period") has this reference",
            help: "copy the reference from  ccvmap dry-run --format table  or from CCV")
    }
}
