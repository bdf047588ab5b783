import ArgumentParser
import ByteText
import DomainModel
import FoundationEssentials
import RuleEngine

/// The command `ccvmap explain`: the match card of one payment.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show why a payment was decided as it was, and what would change it.",
        discussion: """
            Examples:
              ccvmap explain C24061514 --payments payments.json --open-items open-items.xml
              ccvmap explain C24061514 --connection webshop --since 2026-11-01

            All payments are decided, as dry-run does, because an earlier one may
            have taken the sale. Nothing is sent.
            Exit codes: 0 explained, 1 there is no such payment or a file cannot be read,
            2 wrong usage or rules.
            """)

    @Argument(help: "CCV's reference of the payment.")
    var reference: String

    @OptionGroup var inputs: DecisionInputs

    @Option(help: "The language of the card: en or nl.")
    var lang = Language.en

    @Flag(help: "Print the card as JSON: the object of dry-run --decisions.")
    var json = false

    func run() async throws {
        var times = StageTimes()
        let progress = ProgressLine()
        let crew = Threads.crew(ProcessInfo.processInfo.activeProcessorCount)
        var engine = try await inputs.engine(crew: crew, progress: progress, times: &times)
            .engine
        let positions = engine.payments.rows.indices.filter { position in
            let slice = engine.payments.rows[position].reference
            return engine.payments.texts[slice].elementsEqual(reference.utf8)
        }
        if positions.isEmpty { throw absent }
        let total = engine.payments.rows.count
        engine.run { progress.show("deciding", done: $0, of: total) }
        progress.clear()
        try show(positions, of: engine)
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
