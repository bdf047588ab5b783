import ArgumentParser
import ByteText
import DomainModel
import FoundationEssentials
import RuleEngine

/// The command `ccvmap explain`: the match card of one payment.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show why a payment was decided as it was, and what would change it.",
        discussion: """
            Example:
              ccvmap explain C24061514 --payments payments.json --open-items open-items.xml

            All payments of the files are decided, as dry-run does, because an earlier one may
            have taken the sale. Nothing is sent.
            Exit codes: 0 explained, 1 there is no such payment or a file cannot be read,
            2 wrong usage or rules.
            """)

    @Argument(help: "CCV's reference of the payment.")
    var reference: String

    @Option(help: "A rules file, or the folder of the rules.")
    var rules = "rules"

    @Option(help: "CCV's payments: a JSON array, or one object a line; - is stdin.")
    var payments: String?

    @Option(help: "Twinfield's answer to browse 100 (XML), or NDJSON; - is stdin.")
    var openItems: String?

    @Option(help: "Customers with their e-mail addresses: <dimensions>, or NDJSON.")
    var customers: String?

    @Option(help: "Decide as if it were this day or moment, such as 2026-11-20.")
    var asOf: String?

    @Option(help: "The language of the card: en or nl.")
    var lang = Language.en

    @Flag(help: "Print the card as JSON: the object of dry-run --decisions.")
    var json = false

    func validate() throws {
        let inputs = [payments, openItems, customers].compactMap(\.self)
        if inputs.count(where: { $0 == "-" }) > 1 {
            throw ValidationError("only one of the files can be stdin (-)")
        }
        if (payments == nil) != (openItems == nil) {
            throw ValidationError("give both --payments and --open-items")
        }
    }

    func run() throws {
        guard let payments, let openItems else {
            throw CommandFault.usage(
                "there is no ledger yet, so the payments must come from files",
                help: "add  --payments FILE --open-items FILE")
        }
        let ruleSet = try RuleSetLoader(path: rules).loadOrExplain()
        let instant = try AsOf.instant(asOf, zone: ruleSet.timeZone)
        let progress = ProgressLine()
        let crew = Threads.crew(ProcessInfo.processInfo.activeProcessorCount)
        let records = try RecordLoader(
            payments: payments, openItems: openItems, customers: customers,
            office: ruleSet.office, crew: crew, progress: progress
        ).load()
        var engine = DecisionEngine(
            rules: ruleSet, payments: records.payments, items: records.items,
            customers: records.customers, asOf: instant, crew: crew)
        let positions = engine.payments.rows.indices.filter { position in
            let slice = engine.payments.rows[position].reference
            return engine.payments.texts[slice].elementsEqual(reference.utf8)
        }
        if positions.isEmpty { throw absent(payments) }
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

    private func absent(_ path: String) -> CommandFault {
        CommandFault.failed(
            "\(TerminalCell.clean(reference)): no payment of \(path) has this reference",
            help: "copy the reference from  ccvmap dry-run --format table  or from CCV")
    }
}
