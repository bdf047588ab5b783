import ArgumentParser
import ConfigurationReading
import DomainModel
import RuleEngine

/// The options of the commands that decide payments: from files, or live from a connection.
struct DecisionInputs: ParsableArguments {
    @Option(help: "A rules file, or the folder of the rules. (default: rules, or the connection's)")
    var rules: String?

    @Option(help: "CCV's payments: a JSON array, or one object a line; - is stdin.")
    var payments: String?

    @Option(help: "Twinfield's answer to browse 100 (XML), or NDJSON; - is stdin.")
    var openItems: String?

    @Option(help: "Customers with their e-mail addresses: <dimensions>, or NDJSON.")
    var customers: String?

    @Option(help: "Decide as if it were this day or moment, such as 2026-11-20.")
    var asOf: String?

    @OptionGroup(title: "Live, without files") var choice: ConnectionChoice
    @OptionGroup(title: "Live, without files") var period: PeriodOptions

    /// The files that are named, `-` among them.
    var paths: [String] { [payments, openItems, customers].compactMap(\.self) }

    func validate() throws {
        if paths.count(where: { $0 == "-" }) > 1 {
            throw ValidationError("only one of the files can be stdin (-)")
        }
        if (payments == nil) != (openItems == nil) {
            throw ValidationError("give both --payments and --open-items")
        }
        if payments == nil {
            if customers != nil {
                throw ValidationError(
                    "--customers goes with --payments and --open-items; live, the customers are"
                        + " read from Twinfield")
            }
        } else if let flag = liveFlag {
            throw ValidationError("\(flag) is for a live run; leave it out beside --payments")
        }
    }

    /// The first flag that names where the payments come from; nil when none does.
    var sourceFlag: String? {
        if payments != nil { return "--payments" }
        if rules != nil { return "--rules" }
        if asOf != nil { return "--as-of" }
        if period.since != nil { return "--since" }
        return period.until != nil ? "--until" : nil
    }

    private var liveFlag: String? {
        if choice.connection != nil { return "--connection" }
        if period.since != nil { return "--since" }
        return period.until != nil ? "--until" : nil
    }

    /// Reads the rules and the records, and prepares to decide.
    func engine(
        crew: Crew, progress: ProgressLine, times: inout StageTimes
    ) async throws -> PreparedDecision {
        guard let payments, let openItems else {
            return try await liveEngine(crew: crew, progress: progress, times: &times)
        }
        let ruleSet = try RuleSetLoader(path: rules ?? "rules").loadOrExplain()
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
        return PreparedDecision(engine: engine)
    }

    private func liveEngine(
        crew: Crew, progress: ProgressLine, times: inout StageTimes
    ) async throws -> PreparedDecision {
        guard choice.options.isThere else {
            throw CommandFault.usage(
                "\(choice.options.config): there is no configuration here, so the payments must"
                    + " come from files",
                help: "add  --payments FILE --open-items FILE,  or name a configuration with"
                    + "  --config FILE")
        }
        let live = try choice.open()
        let ruleSet = try RuleSetLoader(path: rules ?? live.connection.rules).loadOrExplain()
        let now = AsOf.now
        let instant = try asOf.map { try AsOf.instant($0, zone: ruleSet.timeZone) } ?? now
        let (from, to) = try period.moments(
            in: ruleSet.timeZone, notBefore: ruleSet.bookFrom, now: now)
        times.end("rules")
        let records = try await LiveRecords.read(
            live, rules: ruleSet, from: from, to: to, progress: progress)
        times.end("read")
        let engine = DecisionEngine(
            rules: ruleSet, payments: records.payments, items: records.items,
            customers: records.customers, asOf: instant, connection: live.name,
            forwarded: records.forwarded, crew: crew)
        times.end("index")
        return PreparedDecision(engine: engine, remarks: records.remarks)
    }
}

/// An engine that is ready to decide, and what a person should know of its records.
struct PreparedDecision {
    var engine: DecisionEngine
    /// Each a sentence.
    var remarks: [String] = []
}
