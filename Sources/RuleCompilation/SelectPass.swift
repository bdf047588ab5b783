import DomainModel
import RuleEngine
import RuleSyntax
import SourceDiagnostics
import Wording

extension CompilationPasses {
    /// `select`: every rule complete and reachable, every payment caught.
    mutating func compileSelect(templateNames: [String]) -> [SelectRule]? {
        reportSelectNames()
        var rules: [SelectRule] = []
        var earlier = SelectCover()
        let uncaught = lastRuleThatCatchesTooLittle
        for (index, rule) in declaration.select.enumerated() {
            let tests = rule.when.map { compileTests($0) } ?? []
            let place = rule.id?.range ?? rule.range
            // A rule that was refused in part may catch less than what is left of it says.
            let isReadable = !isRefused(rule.range)
            // What is wrong with a last rule that replaced the catch-all is said once.
            if isReadable, index != uncaught, !earlier.catchesAll {
                proveReachable(rule, tests: tests, below: earlier)
                reportMoneyBack(rule, tests: tests, below: earlier)
            }
            if isReadable {
                if tests.isEmpty, !earlier.catchesAll { reportCatchAll(index) }
                earlier.add(
                    SelectCover.Rule(tests: tests, place: place, result: result(of: rule)))
            }
            let action = compileAction(rule, templateNames)
            guard let action, let id = rule.id else { continue }
            rules.append(
                SelectRule(
                    id: id.value, tests: tests, action: action,
                    because: rule.because?.value ?? ""))
        }
        if !earlier.catchesAll { reportNotExhaustive() }
        reportNothingBooked()
        return rules.isEmpty || !earlier.catchesAll ? nil : rules
    }

    private mutating func reportSelectNames() {
        var seen: [String: SourceRange] = [:]
        for id in declaration.select.compactMap(\.id) {
            guard let first = seen[id.value] else {
                seen[id.value] = id.range
                continue
            }
            let what = Phrase(en: "select has a rule", nl: "select heeft al een regel")
            report(
                .nameTaken(id.value, in: what), at: id.range,
                notes: [Diagnostic.Note(.theFirstStandsHere, at: first)])
        }
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
            reportIdleReason(rule)
            if let position = templateNames.firstIndex(of: template.value) {
                return .findSale(template: position)
            }
            let near = Suggestion.nearest(to: template.value, among: templateNames)
            report(
                .unknownTemplate(template.value, near: near, known: templateNames),
                at: template.range)
            return nil
        case (let outcome?, .some):
            report(.outcomeAndTemplate, at: outcome.range)
            return nil
        case (nil, nil):
            // A refused value has its message already; only silence needs one.
            if !isRefused(rule.range) {
                report(.noOutcome, at: rule.id?.range ?? rule.range)
            }
            return nil
        }
    }

    /// A rule that finds the sale gives no reason of its own; the match does.
    private mutating func reportIdleReason(_ rule: SelectRuleDeclaration) {
        for (key, value) in [("reason", rule.reason), ("because", rule.because)] {
            guard let value else { continue }
            report(.idleReason(key), at: value.range)
        }
    }

    private mutating func compileReason(_ rule: SelectRuleDeclaration) -> ReasonCode? {
        guard let reason = rule.reason else { return nil }
        if let code = ReasonCode(rawValue: reason.value) { return code }
        let known = ReasonCode.allCases.map(\.rawValue)
        let near = Suggestion.nearest(to: reason.value, among: known)
        report(.unknownReason(reason.value, near: near), at: reason.range)
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
