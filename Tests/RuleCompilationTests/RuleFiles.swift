import DomainModel
import Foundation
import RuleCompilation
import SourceDiagnostics

/// The rules and the template of the repository, as they stand or edited.
struct RuleFiles {
    var rules: [UInt8]
    var template: [UInt8]
    /// A file that the rules may include, as `base.yaml`; nil when it is not there.
    var base: [UInt8]?
    static let rulesPath = "rules/ccv-twinfield.yaml"
    static let basePath = "rules/base.yaml"
    static let templatePath = "templates/memo-payment.yaml"

    init(rules: [UInt8], template: [UInt8], base: [UInt8]? = nil) {
        self.rules = rules
        self.template = template
        self.base = base
    }

    /// The files as they stand in the repository.
    static func shipped() throws -> RuleFiles {
        let top = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return RuleFiles(
            rules: Array(try Data(contentsOf: top.appending(path: rulesPath))),
            template: Array(try Data(contentsOf: top.appending(path: templatePath))))
    }

    var sources: RuleSetSources {
        RuleSetSources(
            root: SourceText(path: Self.rulesPath, bytes: rules),
            included: base.map { [SourceText(path: Self.basePath, bytes: $0)] } ?? [],
            templates: [
                ("memo-payment", SourceText(path: Self.templatePath, bytes: template))
            ],
            revision: "sha256:0", timeZone: Self.timeZone)
    }

    func compile() -> RuleSetCompiler.Result { RuleSetCompiler.compile(sources) }

    /// Two zones: Amsterdam with the summer time of 2026, and UTC.
    static func timeZone(_ name: String) -> TimeZoneRules? {
        switch name {
        case "Europe/Amsterdam":
            TimeZoneRules(
                name: name, firstOffsetSeconds: 3600,
                transitions: [
                    .init(start: 1_774_746_000, offsetSeconds: 7200),
                    .init(start: 1_792_890_000, offsetSeconds: 3600),
                ])
        case "UTC": .utc
        default: nil
        }
    }
}
