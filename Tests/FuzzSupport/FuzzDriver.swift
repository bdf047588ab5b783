import ByteText
import DomainModel
import RecordReading
import RuleCompilation
import RuleEngine
import SourceDiagnostics
import TwinfieldXML

/// Runs inputs through the program as its commands do, and checks what it promises.
package struct FuzzDriver: Sendable {
    private let rules: RulesDriver
    private let records: RecordsDriver

    /// Prepares rule sets and worlds from the corpus; every file that is shipped must be taken.
    package init(corpus: FuzzCorpus) throws {
        let worlds = try FuzzWorld.all(of: corpus)
        let ruleSets = RulesDriver(corpus: corpus, worlds: []).ruleSets()
        // Most files of payments have nothing to do with most files of sales: those that have
        // come first, some of the others behind them.
        var related: [FuzzWorld] = []
        for world in worlds {
            var booked = 0
            for rules in ruleSets.suffix(3) {
                booked += try DecisionChecks(rules: rules, world: world).check()
            }
            if booked > 0 { related.append(world) }
        }
        related += worlds.prefix(related.count / 4)
        rules = RulesDriver(corpus: corpus, worlds: related)
        records = try RecordsDriver(rules: ruleSets, worlds: related)
    }

    /// Runs one input; throws a finding when a promise is broken.
    package func run(_ input: FuzzInput) throws(FuzzFinding) -> FuzzOutcome {
        var random = input.choices
        switch input.target.syntax {
        case .yaml: return try rules.run(input, &random)
        case .json, .xml: return try records.run(input, &random)
        }
    }
}
