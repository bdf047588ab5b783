import People
import Wording

/// The page of the versions of rules: when, who, why, and what changed.
struct RuleVersionsPage {
    private static let perPage = 20

    let room: PageRoom
    let visit: Visit

    /// The page.
    func page() async throws -> Page {
        let rules = RulesPage(room: room, visit: visit)
        let connection = try rules.connection()
        let before = visit.query["voor"].flatMap { Int64($0) }
        let versions =
            await room.rules?.versions(of: connection, before: before, count: Self.perPage) ?? []
        let mayEdit = visit.may(.editRules)
        var fields: Fields = [
            "connectionName": connection, "isEmpty": versions.isEmpty,
            "backHref": room.address("/regels", [("verbinding", connection)]),
            "versions": versions.map { version -> Fields in
                let facts = version.facts
                return [
                    "number": version.number, "when": visit.speaker.moment(facts.at),
                    "who": facts.who.isEmpty ? "–" : shown(facts.who), "why": shown(facts.why),
                    "kind": visit.say(RuleWords.kind(facts.kind)),
                    "revision": PaymentRows.short(facts.revision),
                    "isWritten": facts.isWritten, "isCurrent": facts.isCurrent,
                    "mayGoBack": mayEdit && !facts.isCurrent,
                    "hasFiles": !version.files.isEmpty,
                    "files": version.files.map(rules.difference),
                ]
            },
        ]
        fields["hasOlder"] = versions.count == Self.perPage
        fields["olderHref"] = room.address(
            "/regels/versies",
            [("verbinding", connection), ("voor", versions.last.map { String($0.number) })])
        return Page(
            template: "ruleversions",
            title: Phrase(
                en: "Versions of the rules of \(shown(connection))",
                nl: "Versies van de regels van \(shown(connection))"),
            place: .configuration, fields: fields)
    }
}
