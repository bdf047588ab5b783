import HTTPTypes
import LedgerViews
import People
import Wording

/// The page of the rules of a connection: as sentences, as a form of the common values, as files.
struct RulesPage {
    let room: PageRoom
    let visit: Visit

    /// The connection that an address or a form names, or the only one.
    func connection() throws(PageFault) -> String {
        let known = room.rules?.connections ?? []
        let wanted = visit.query["verbinding"] ?? visit.context.form["verbinding"]
        if let wanted, known.contains(wanted) { return wanted }
        if wanted == nil, known.count == 1 { return known[0] }
        throw .notFound(
            Phrase(
                en: "There is no connection of this name.",
                nl: "Er is geen verbinding met deze naam."))
    }

    /// The page; with what was typed before, when that could not be taken.
    func page(
        typed: [String: String] = [:], refusals: [String: Phrase] = [:]
    ) async throws -> Page {
        if visit.query["verbinding"] == nil, visit.context.form["verbinding"] == nil,
            let names = room.rules?.connections, names.count > 1
        {
            return choice(names)
        }
        let name = try connection()
        guard let facts = await room.rules?.rules(of: name, in: visit.speaker.language) else {
            throw PageFault.notFound(
                Phrase(en: "Rules are not shown here.", nl: "Regels staan hier niet."))
        }
        var fields = problems(facts.problems)
        fields.merge(RuleForm(self, facts, typed, refusals).fields) { _, new in new }
        fields["hasConnectionName"] = true
        fields["connectionName"] = name
        fields["hasFault"] = facts.fault != nil
        fields["fault"] = facts.fault.map(visit.say) ?? ""
        fields["sentences"] = shownLines(facts.sentences)
        fields["hasSentences"] = !facts.sentences.isEmpty
        fields["revision"] = PaymentRows.short(facts.revision)
        fields["stand"] = facts.stand
        fields["mayEdit"] = visit.may(.editRules) && !facts.stand.isEmpty
        fields["isShared"] = !facts.alsoOf.isEmpty
        fields["alsoOf"] = facts.alsoOf.map(shown).joined(separator: ", ")
        fields["files"] = facts.files.enumerated().map { file($1, at: $0, facts) }
        fields["versionsHref"] = room.address("/regels/versies", [("verbinding", name)])
        return Page(
            template: "rules", title: Self.title(name), place: .configuration, fields: fields,
            status: refusals.isEmpty ? .ok : .badRequest)
    }

    static func title(_ connection: String) -> Phrase {
        Phrase(en: "Rules of \(shown(connection))", nl: "Regels van \(shown(connection))")
    }

    private func choice(_ names: [String]) -> Page {
        Page(
            template: "rules", title: Phrase(en: "Rules", nl: "Regels"), place: .configuration,
            fields: [
                "hasConnectionName": false,
                "choices": names.map { name in
                    [
                        "name": shown(name),
                        "href": room.address("/regels", [("verbinding", name)]),
                    ]
                },
            ])
    }

    private func file(_ file: RuleFacts.File, at position: Int, _ facts: RuleFacts) -> Fields {
        let own = facts.problems.filter { $0.file == file.name }
        return [
            "anchor": "bestand-\(position)", "position": position, "name": shown(file.name),
            "text": Self.typed(file.text), "rows": min(30, file.text.utf8.count { $0 == 10 } + 2),
            "isFaulty": !own.isEmpty, "hasFault": file.fault != nil,
            "fault": file.fault.map(visit.say) ?? "",
            "mayChange": visit.may(.editRules) && file.fault == nil && !facts.stand.isEmpty,
        ]
    }

    /// A text as it goes into a field: what a page may not have is shown as such.
    static func typed(_ text: String) -> String {
        var safe = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isControl = scalar.value < 0x20 && scalar != "\n" && scalar != "\t"
            safe.append(isControl ? "\u{FFFD}" : scalar)
        }
        return String(safe)
    }

    /// The messages of the compiler as fields of a template.
    func problems(_ problems: [RuleProblem]) -> Fields {
        let errors = problems.count { $0.isError }
        let warnings = problems.count - errors
        return [
            "hasProblems": !problems.isEmpty, "hasErrors": errors > 0,
            "problemCount": visit.say(
                "\(errors) errors, \(warnings) warnings",
                "\(errors) fouten, \(warnings) waarschuwingen"),
            "problems": problems.map { problem -> Fields in
                [
                    "style": problem.isError ? "bad" : "ask",
                    "kind": problem.isError
                        ? visit.say("error", "fout") : visit.say("warning", "waarschuwing"),
                    "file": shown(problem.file), "line": problem.line, "column": problem.column,
                    "code": problem.code,
                    "codeHref": room.address("/regels/codes") + "#" + problem.code,
                    "text": shown(visit.say(problem.text)), "hasHelp": problem.help != nil,
                    "help": problem.help.map { shown(visit.say($0)) } ?? "",
                    "hasExcerpt": problem.excerpt != nil,
                    // Tabs stay: the carets below have the same ones.
                    "excerpt": Self.number(problem.line) + Self.typed(problem.excerpt ?? ""),
                    "carets": Self.number(nil) + Self.typed(problem.carets),
                ]
            },
        ]
    }

    private static func number(_ line: Int?) -> String {
        let text = line.map(String.init) ?? ""
        return String(repeating: " ", count: max(0, 5 - text.count)) + text + " | "
    }

    /// The lines of a difference as fields of a template.
    func difference(_ difference: RuleFileDifference) -> Fields {
        let counts = difference.lines.reduce(into: (added: 0, removed: 0)) { counts, line in
            if case .added = line { counts.added += 1 }
            if case .removed = line { counts.removed += 1 }
        }
        return [
            "name": shown(difference.name), "added": counts.added, "removed": counts.removed,
            "lines": difference.lines.map { line -> Fields in
                switch line {
                case .same(let old, let new, let text):
                    ["style": "same", "mark": " ", "old": old, "new": new, "text": shown(text)]
                case .removed(let old, let text):
                    ["style": "gone", "mark": "−", "old": old, "new": "", "text": shown(text)]
                case .added(let new, let text):
                    ["style": "come", "mark": "+", "old": "", "new": new, "text": shown(text)]
                case .gap(let count):
                    [
                        "style": "gap", "mark": "", "old": "…", "new": "…",
                        "text": visit.say("\(count) equal lines", "\(count) gelijke regels"),
                    ]
                }
            },
        ]
    }
}
