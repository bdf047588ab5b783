import DomainModel
import RuleEngine
import RuleSyntax
import SourceDiagnostics
import Wording

/// The proofs over the rules of `select`, each below those that come before it.
extension CompilationPasses {
    /// What a rule makes of a payment, as written; nil when that was refused.
    func result(of rule: SelectRuleDeclaration) -> String? {
        switch (rule.outcome, rule.findSaleThen) {
        case (let outcome?, nil): outcome.value.rawValue
        case (nil, let template?): template.value
        default: nil
        }
    }

    /// The position of a last rule with a condition that replaced one of an included file.
    ///
    /// New rules stand above the included ones, so the last one of the file itself is no new one.
    var lastRuleThatCatchesTooLittle: Int? {
        guard declaration.includes, let last = declaration.select.last, last.when != nil,
            last.range.path == declaration.range.path,
            declaration.select.contains(where: { $0.range.path != last.range.path }),
            declaration.select.allSatisfy({ $0.when != nil })
        else { return nil }
        return declaration.select.indices.last
    }

    /// A payment for which no rule is: where to write the one that catches it depends on the file.
    mutating func reportNotExhaustive() {
        guard let last = declaration.select.last, !isRefused(last.range) else { return }
        let place = last.id?.range ?? last.range
        if lastRuleThatCatchesTooLittle != nil, let id = last.id {
            return report(.notExhaustive(replacedBy: id.value), at: place)
        }
        if last.range.path != declaration.range.path {
            return report(.notExhaustive(in: last.range.path), at: place)
        }
        report(.notExhaustive, at: declaration.selectRange ?? last.range)
    }

    /// A rule without a condition takes everything; said once, not for every rule below it.
    mutating func reportCatchAll(_ index: Int) {
        let rule = declaration.select[index]
        guard index + 1 < declaration.select.count else { return }
        let below = declaration.select[index + 1]
        let isIncluded = below.range.path != rule.range.path
        report(
            isIncluded ? .takesAllOfIncluded : .takesAll, at: rule.id?.range ?? rule.range,
            notes: [
                Diagnostic.Note(.firstBelowStandsHere, at: below.id?.range ?? below.range)
            ])
    }

    /// The condition can hold, some payment is left for it, and each of its words counts.
    mutating func proveReachable(
        _ rule: SelectRuleDeclaration, tests: [SelectRule.Test], below earlier: SelectCover
    ) {
        let place = rule.id?.range ?? rule.range
        guard let when = rule.when, !tests.isEmpty else { return }
        if reportContradiction(tests, at: when.range) { return }
        let takers = earlier.takers(of: tests)
        if let first = takers.first {
            let mine = result(of: rule)
            let isOther = first.result != nil && mine != nil && first.result != mine
            report(
                .ruleShadowed(
                    Phrase(mine ?? ""), other: isOther ? first.result.map { Phrase($0) } : nil),
                at: place, notes: [Diagnostic.Note(.ruleComesFirst, at: first.place)])
            return
        }
        reportTakenWords(when, takers)
    }

    /// Types by which money goes back, left over for a rule that books a payment.
    mutating func reportMoneyBack(
        _ rule: SelectRuleDeclaration, tests: [SelectRule.Test], below earlier: SelectCover
    ) {
        guard rule.findSaleThen != nil, rule.outcome == nil, !hasError(in: rule.range) else {
            return
        }
        var types: [String]?
        var others: [SelectRule.Test] = []
        for test in tests {
            if case .word(.type, let words) = test { types = words } else { others.append(test) }
        }
        let left = CCVVocabulary.moneyBackTypes.sorted().filter { type in
            types?.contains(type) ?? true
                && earlier.takers(of: others + [.word(.type, anyOf: [type])]).first == nil
        }
        guard !left.isEmpty else { return }
        report(.moneyBackBooked(left, hasTypes: types != nil), at: rule.id?.range ?? rule.range)
    }

    /// Parts of one condition that never hold together.
    mutating func reportContradiction(_ tests: [SelectRule.Test], at place: SourceRange) -> Bool {
        for (index, test) in tests.enumerated() {
            guard tests[..<index].contains(where: { Self.exclude($0, test) }) else { continue }
            report(.conditionsExclude, at: place)
            return true
        }
        return false
    }

    private static func exclude(_ left: SelectRule.Test, _ right: SelectRule.Test) -> Bool {
        if LinePath.exclude([left], [right]) { return true }
        switch (left, right) {
        case (.given(let field, false), .text(let other, _, _)),
            (.text(let other, _, _), .given(let field, false)):
            return field == other
        case (.text(let field, .equals, let whole), .text(let other, let comparison, let parts)),
            (.text(let other, let comparison, let parts), .text(let field, .equals, let whole)):
            guard field == other else { return false }
            return !whole.contains { text in
                parts.contains { comparison.holds(of: text, with: $0) }
            }
        default: return false
        }
    }

    /// Words of a list that earlier rules leave no payment for.
    private mutating func reportTakenWords(
        _ when: ConditionDeclaration, _ takers: SelectCover.Takers
    ) {
        for (field, words) in when.words where words.count > 1 {
            guard let field = PaymentWordField(rawValue: field.value) else { continue }
            for word in words {
                // Above the rules of an included file a client's exceptions leave words over.
                guard let first = takers.taker(of: Self.normal(word.value), in: field),
                    first.place.path == word.range.path
                else { continue }
                report(
                    .wordNeverReached(word.value), at: word.range,
                    notes: [Diagnostic.Note(.ruleComesFirst, at: first.place)])
            }
        }
    }

    /// Words and texts of one list that say what another one says already.
    mutating func reportRepeatedWords(_ when: ConditionDeclaration) {
        for (_, words) in when.words {
            reportRepeats(words) { Self.normal($0) == Self.normal($1) }
        }
        for test in when.texts {
            reportRepeats(test.equalsAny) { $0.lowercased() == $1.lowercased() }
            reportRepeats(test.startsWithAny) { $0.lowercased().hasPrefix($1.lowercased()) }
            reportRepeats(test.endsWithAny) { $0.lowercased().hasSuffix($1.lowercased()) }
            reportRepeats(test.containsAny) { $0.lowercased().contains($1.lowercased()) }
        }
    }

    /// Reports each word that another one of the list covers; of two equal ones the second.
    private mutating func reportRepeats(
        _ words: [Located<String>], _ isCovered: (String, String) -> Bool
    ) {
        for (index, word) in words.enumerated() {
            let other = words.enumerated().first { position, other in
                position != index && other.value != word.value
                    && isCovered(word.value, other.value)
                    && (position < index || !isCovered(other.value, word.value))
            }
            guard let other else { continue }
            report(
                .wordAgain(word.value, other.element.value), at: word.range,
                notes: [Diagnostic.Note(.otherStandsHere, at: other.element.range)])
        }
    }

    /// Rules of which none looks for a sale, and templates that none names.
    mutating func reportNothingBooked() {
        let isReadable = declaration.select.allSatisfy {
            result(of: $0) != nil && !isRefused($0.range)
        }
        guard isReadable, let place = declaration.selectRange, !declaration.select.isEmpty else {
            return
        }
        let named = Set(declaration.select.compactMap { $0.findSaleThen?.value })
        if named.isEmpty { return report(.nothingIsBooked, at: place) }
        let known = Set(sources.templates.map(\.name))
        guard named.isSubset(of: known) else { return }
        for (name, source) in sources.templates where !named.contains(name) {
            report(
                .templateUnused(name), at: SourceRange(path: source.path, lower: 0, upper: 0))
        }
    }
}

extension SelectRule.TextComparison {
    /// Whether a whole text passes the comparison with a part.
    fileprivate func holds(of text: String, with part: String) -> Bool {
        switch self {
        case .equals: text == part
        case .startsWith: text.hasPrefix(part)
        case .endsWith: text.hasSuffix(part)
        case .contains: text.contains(part)
        }
    }
}
