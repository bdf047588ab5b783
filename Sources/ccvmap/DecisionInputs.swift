import ArgumentParser
import RuleEngine

/// The options of the commands that decide payments from files.
struct DecisionInputs: ParsableArguments {
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

    /// The files that are named, `-` among them.
    var paths: [String] { [payments, openItems, customers].compactMap(\.self) }

    func validate() throws {
        if paths.count(where: { $0 == "-" }) > 1 {
            throw ValidationError("only one of the files can be stdin (-)")
        }
        if (payments == nil) != (openItems == nil) {
            throw ValidationError("give both --payments and --open-items")
        }
    }

    /// Reads the rules and the files, and prepares to decide.
    func engine(
        crew: Crew, progress: ProgressLine, times: inout StageTimes
    ) throws -> DecisionEngine {
        guard let payments, let openItems else {
            throw CommandFault.usage(
                "there are no connections yet, so the payments must come from files",
                help: "add  --payments FILE --open-items FILE")
        }
        let ruleSet = try RuleSetLoader(path: rules).loadOrExplain()
        let instant = try AsOf.instant(asOf, zone: ruleSet.timeZone)
        times.end("rules")
        let records = try RecordLoader(
            payments: payments, openItems: openItems, customers: customers,
            office: ruleSet.office, crew: crew, progress: progress
        ).load()
        times.end("read")
        let engine = DecisionEngine(
            rules: ruleSet, payments: records.payments, items: records.items,
            customers: records.customers, asOf: instant, crew: crew)
        times.end("index")
        return engine
    }
}
