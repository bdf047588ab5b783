import DomainModel
import RuleEngine
import RuleSyntax
import SourceDiagnostics

extension CompilationPasses {
    /// `select`: every rule complete and reachable, every payment caught.
    mutating func compileSelect(templateNames: [String]) -> [SelectRule]? {
        var rules: [SelectRule] = []
        var seen: [String: SourceRange] = [:]
        var catchAll: SourceRange?
        for rule in declaration.select {
            if let id = rule.id {
                if let first = seen[id.value] {
                    report(
                        .duplicateName, at: id.range, "select has a rule \(id.value) already",
                        help: "give it a name of its own",
                        notes: [Diagnostic.Note("the first one stands here", at: first)])
                }
                seen[id.value] = seen[id.value] ?? id.range
            }
            if let catchAll {
                report(
                    .unreachable, at: rule.id?.range ?? rule.range,
                    "the rule can never apply: the one before it catches every payment",
                    help: "move it up, or give the other a  when",
                    notes: [Diagnostic.Note("this one catches every payment", at: catchAll)])
            }
            let tests = rule.when.map { compileTests($0) } ?? []
            if tests.isEmpty, catchAll == nil { catchAll = rule.id?.range ?? rule.range }
            guard let action = compileAction(rule, templateNames), let id = rule.id else { continue }
            rules.append(
                SelectRule(
                    id: id.value, tests: tests, action: action,
                    because: rule.because?.value ?? ""))
        }
        if catchAll == nil, let place = declaration.selectRange, !declaration.select.isEmpty {
            report(
                .selectNotExhaustive, at: place,
                "select does not catch every payment: its last rule has a condition",
                help: "end with  - { id: anything-else, outcome: error }")
        }
        return declaration.select.isEmpty || rules.isEmpty || catchAll == nil ? nil : rules
    }

    private mutating func compileAction(
        _ rule: SelectRuleDeclaration, _ templateNames: [String]
    ) -> SelectRule.Action? {
        let reason = compileReason(rule)
        switch (rule.outcome, rule.findSaleThen) {
        case (let outcome?, nil):
            guard let result = self.outcome(outcome) else { return nil }
            return .outcome(result, reason ?? inferredReason(rule))
        case (nil, let template?):
            if let position = templateNames.firstIndex(of: template.value) {
                return .findSale(template: position)
            }
            let near = Suggestion.nearest(to: template.value, among: templateNames)
            report(
                .unknownTemplate, at: template.range,
                "there is no template \(template.value)",
                help: near.map { "did you mean  \($0)?" }
                    ?? (templateNames.isEmpty
                        ? "write it as templates/\(template.value).yaml"
                        : "the templates are: " + templateNames.joined(separator: ", ")))
            return nil
        case (let outcome?, .some):
            report(
                .keysConflict, at: outcome.range,
                "a rule has either outcome or find_sale_then, not both",
                help: "remove one of the two")
            return nil
        case (nil, nil):
            // A refused value has its message already; only silence needs one.
            if !diagnostics.contains(where: { isInside($0.range, rule.range) }) {
                report(
                    .missingKey, at: rule.id?.range ?? rule.range,
                    "a rule of select needs outcome or find_sale_then",
                    help: "add  outcome: skip  or  find_sale_then: memo-payment")
            }
            return nil
        }
    }

    private func isInside(_ inner: SourceRange, _ outer: SourceRange) -> Bool {
        inner.path == outer.path && inner.lower >= outer.lower && inner.upper <= outer.upper
    }

    private mutating func compileReason(_ rule: SelectRuleDeclaration) -> ReasonCode? {
        guard let reason = rule.reason else { return nil }
        if let code = ReasonCode(rawValue: reason.value) { return code }
        let known = ReasonCode.allCases.map(\.rawValue)
        let near = Suggestion.nearest(to: reason.value, among: known)
        report(
            .unknownChoice, at: reason.range, "there is no reason code \(reason.value)",
            help: near.map { "did you mean  \($0)?" }
                ?? "write one of the codes, or leave reason out and use  because: \"…\"")
        return nil
    }

    /// The reason code that fits what the rule asks for.
    private func inferredReason(_ rule: SelectRuleDeclaration) -> ReasonCode {
        guard let when = rule.when else { return .noRule }
        if when.isLandingPageParent?.value == true { return .landingPageParent }
        let words = Dictionary(
            when.words.map { ($0.field.value, Set($0.anyOf.map { Self.normal($0.value) })) },
            uniquingKeysWith: { first, _ in first })
        if let statuses = words["status"] {
            if statuses.contains("failed") { return .failedAtCCV }
            if statuses.contains("pending") { return .notFinal }
            if statuses.contains("manualintervention") { return .ccvMustAct }
        }
        if let types = words["type"] {
            if !types.isDisjoint(with: CCVVocabulary.moneyBackTypes) { return .moneyBack }
            if !types.isDisjoint(with: CCVVocabulary.noMoneyTypes) { return .noMoney }
            if !types.isDisjoint(with: ["collection", "disbursement"]) {
                return .directionUnknown
            }
        }
        return .selectedByRule
    }

    static func normal(_ word: String) -> String {
        String(decoding: WordTable.normalised(word.utf8), as: UTF8.self)
    }
}
