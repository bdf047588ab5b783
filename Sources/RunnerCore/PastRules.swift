public import RuleEngine

/// The rules of earlier revisions, as far as they can still be used.
public struct PastRules: Sendable {
    /// By revision.
    public private(set) var usable: [String: CompiledRuleSet] = [:]
    /// By revision: why it cannot be used.
    public private(set) var faults: [String: Fault] = [:]

    /// Why rules cannot be used, in a sentence.
    public struct Fault: Sendable, Hashable {
        /// In English.
        public let text: String
        /// In Dutch.
        public let dutch: String
    }

    /// No rules but those of the run.
    public init() {}

    /// Gets the rules of these revisions; `now` are those of the run.
    ///
    /// `find` gives nil for rules that are not known or do not compile any more; what it throws is
    /// thrown.
    public init(
        _ revisions: [String], now: CompiledRuleSet,
        _ find: (String) throws -> CompiledRuleSet?
    ) throws {
        for revision in revisions {
            guard let rules = try find(revision), rules.revision == revision else {
                faults[revision] = Fault(
                    text: "the rules of then (\(revision)) do not compile with this program any "
                        + "more",
                    dutch: "de regels van toen (\(revision)) zijn met dit programma niet meer "
                        + "bruikbaar")
                continue
            }
            guard rules.office == now.office else {
                faults[revision] = Fault(
                    text: "the rules of then (\(revision)) book into administration "
                        + "\(rules.office), and those of now into \(now.office)",
                    dutch: "de regels van toen (\(revision)) boeken in administratie "
                        + "\(rules.office), en die van nu in \(now.office)")
                continue
            }
            usable[revision] = rules
        }
    }
}
