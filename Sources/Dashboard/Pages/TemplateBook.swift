import Mustache
import Wording

/// The templates of all pages, read once for each language.
///
/// The texts of the table are put in when a template is read, not when a page is made: half of what
/// a page would look up is a text that is the same on every page.
struct TemplateBook: Sendable {
    private let libraries: [OutputLanguage: MustacheLibrary]

    /// Every template by its name; tests read them too.
    static let sources: [String: [UInt8]] = [
        "frame": PackageResources.frame_mustache,
        "front": PackageResources.front_mustache,
        "chart": PackageResources.chart_mustache,
        "list": PackageResources.list_mustache,
        "filter": PackageResources.filter_mustache,
        "rows": PackageResources.rows_mustache,
        "buttons": PackageResources.buttons_mustache,
        "errors": PackageResources.errors_mustache,
        "payment": PackageResources.payment_mustache,
        "choice": PackageResources.choice_mustache,
        "compare": PackageResources.compare_mustache,
        "acts": PackageResources.acts_mustache,
        "proof": PackageResources.proof_mustache,
        "problem": PackageResources.problem_mustache,
        "configuration": PackageResources.configuration_mustache,
        "signin": PackageResources.signin_mustache,
        "code": PackageResources.code_mustache,
        "invitation": PackageResources.invitation_mustache,
        "factor": PackageResources.factor_mustache,
        "account": PackageResources.account_mustache,
        "people": PackageResources.people_mustache,
        "audit": PackageResources.audit_mustache,
        "rules": PackageResources.rules_mustache,
        "ruleproblems": PackageResources.ruleproblems_mustache,
        "ruledifference": PackageResources.ruledifference_mustache,
        "ruleproposal": PackageResources.ruleproposal_mustache,
        "ruleversions": PackageResources.ruleversions_mustache,
        "rulecodes": PackageResources.rulecodes_mustache,
        "connect": PackageResources.connect_mustache,
        "accounts": PackageResources.accounts_mustache,
        "fault": PackageResources.fault_mustache,
    ]

    /// Reads the templates; throws when one of them is not well-formed.
    init() throws {
        var libraries: [OutputLanguage: MustacheLibrary] = [:]
        for language in OutputLanguage.allCases {
            var library = MustacheLibrary()
            for (name, bytes) in Self.sources {
                let text = Self.worded(String(decoding: bytes, as: UTF8.self), in: language)
                try library.register(text, named: name)
            }
            libraries[language] = library
        }
        self.libraries = libraries
    }

    /// The text of a filled template; nil when there is no such template.
    func render(_ fields: Fields, _ name: String, in language: OutputLanguage) -> String? {
        libraries[language]?.render(fields, withTemplate: name)
    }

    /// A template with the texts of a language in the place of `{{t.key}}`.
    private static func worded(_ template: String, in language: OutputLanguage) -> String {
        var parts = template.split(separator: "{{t.", omittingEmptySubsequences: false)[...]
        var text = String(parts.popFirst() ?? "")
        let table = PageText.table(language)
        for part in parts {
            let key = part.prefix { $0 != "}" }
            text += escaped(table[String(key)] ?? "") + part.dropFirst(key.count + 2)
        }
        return text
    }

    /// A text as it stands between tags and in attributes.
    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}
