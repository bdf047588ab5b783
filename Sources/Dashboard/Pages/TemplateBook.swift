import Mustache
import Wording

/// The templates of all pages, read once.
struct TemplateBook: Sendable {
    private let library: MustacheLibrary

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
        "acts": PackageResources.acts_mustache,
        "proof": PackageResources.proof_mustache,
        "problem": PackageResources.problem_mustache,
        "configuration": PackageResources.configuration_mustache,
        "fault": PackageResources.fault_mustache,
    ]

    /// Reads the templates; throws when one of them is not well-formed.
    init() throws {
        var library = MustacheLibrary()
        for (name, bytes) in Self.sources {
            try library.register(String(decoding: bytes, as: UTF8.self), named: name)
        }
        self.library = library
    }

    /// The text of a filled template; nil when there is no such template.
    func render(_ fields: Fields, _ name: String) -> String? {
        library.render(fields, withTemplate: name)
    }
}
