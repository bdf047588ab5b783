import RuleEngine
import SourceDiagnostics
import Wording

/// The last lines of `rules check`: whether the rules compile, and which they are.
struct RulesCheckSummary {
    let loading: RuleSetLoader.Loading

    var phrase: Phrase {
        guard let rules = loading.ruleSet else {
            return Phrase(en: "the rules do not compile: ", nl: "de regels zijn niet bruikbaar: ")
                + counts
        }
        return Phrase(en: "the rules compile: ", nl: "de regels zijn bruikbaar: ") + counts
            + Phrase(
                en: """

                    name      \(rules.name)
                    office    \(rules.office)
                    revision  \(loading.revision)
                    """,
                nl: """

                    naam            \(rules.name)
                    administratie   \(rules.office)
                    revisie         \(loading.revision)
                    """)
    }

    private var counts: Phrase {
        let errors = loading.diagnostics.count { $0.severity == .error }
        let warnings = loading.diagnostics.count - errors
        return Phrase(
            en: counted(errors, "error", "errors") + ", "
                + counted(warnings, "warning", "warnings"),
            nl: counted(errors, "fout", "fouten") + ", "
                + counted(warnings, "waarschuwing", "waarschuwingen"))
    }

    private func counted(_ count: Int, _ one: String, _ several: String) -> String {
        "\(count) \(count == 1 ? one : several)"
    }
}
