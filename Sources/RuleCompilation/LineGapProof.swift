import DomainModel
import RuleEngine
import RuleSyntax
import SourceDiagnostics
import Wording

/// The proofs about lines with conditions: which payments get none of them, and which lines none
/// ever gets.
extension CompilationPasses {
    mutating func proveLineConditions(
        _ templates: [(TemplateDeclaration, CompiledTemplate?)], _ select: [SelectRule]
    ) {
        for (declared, compiled) in templates {
            guard let compiled, compiled.lines.count == declared.lines.count else { continue }
            let position = sources.templates.firstIndex { $0.name == declared.name }
            let rules = select.filter { rule in
                if case .findSale(let template) = rule.action {
                    template == position
                } else {
                    false
                }
            }
            reportLinesOfNoMethod(compiled, declared)
            reportGaps(compiled, declared, rules)
        }
    }

    /// The methods of the shop without brands; nil when the rules do not name them.
    private var shopMethods: [String]? {
        declaration.methods?.map { Self.normal(String($0.value.prefix { $0 != "/" })) }
    }

    private mutating func reportLinesOfNoMethod(
        _ template: CompiledTemplate, _ declared: TemplateDeclaration
    ) {
        guard let methods = shopMethods else { return }
        for (line, source) in zip(template.lines, declared.lines) {
            for case .word(.method, let words) in line.tests {
                guard words.allSatisfy({ !methods.contains($0) }), let when = source.when else {
                    continue
                }
                report(.lineOfNoMethod(line.id, words), at: when.range)
            }
        }
    }

    /// Lines of which one stands in an entry and which leave some payments without any.
    private mutating func reportGaps(
        _ template: CompiledTemplate, _ declared: TemplateDeclaration, _ rules: [SelectRule]
    ) {
        let others = template.lines.filter(\.tests.isEmpty)
        for group in LinePath.alternatives(of: template.lines.map(\.tests)) {
            guard let first = group.first, let when = declared.lines[first].when,
                isShort(others), let gap = gap(group.map { template.lines[$0].tests }, rules)
            else { continue }
            report(
                .linesLeaveGap(gap, lines: group.map { template.lines[$0].id }), at: when.range)
        }
    }

    /// Whether the lines alone do not balance for amounts that some row books.
    private func isShort(_ lines: [CompiledTemplate.Line]) -> Bool {
        var sum = AmountSum()
        for line in lines {
            let sign: Int64 = line.side == .debit ? 1 : -1
            sum.add(AmountSum(terms: line.amount.map { ($0.amount, $0.factor * sign) }))
        }
        let booksDifference =
            declaration.match?.rows.contains { row in
                row.then?.value == .book
                    && row.amount?.contains { $0.value != .result(.equalsOpen) } ?? true
            } ?? false
        return sum.whenEqual != 0 || lines.count < 2 || booksDifference && !sum.factors.isEmpty
    }

    /// The payments that pass none of the conditions, when each of them asks for one and the same.
    private func gap(_ conditions: [[SelectRule.Test]], _ rules: [SelectRule]) -> Phrase? {
        let tests = conditions.compactMap { $0.count == 1 ? $0[0] : nil }
        guard tests.count == conditions.count else { return nil }
        func isReached(_ test: SelectRule.Test) -> Bool {
            rules.contains { !LinePath.exclude($0.tests, [test]) }
        }
        var methods: [String] = []
        var currencies: [CurrencyCode] = []
        var bounds: [(low: Int64, high: Int64)] = []
        for test in tests {
            switch test {
            case .word(.method, let words): methods += words
            case .currency(let codes): currencies += codes
            case .amount(let low, let high): bounds.append((low, high))
            default: return nil
            }
        }
        switch (methods.isEmpty, currencies.isEmpty, bounds.isEmpty) {
        case (false, true, true):
            let all = shopMethods ?? [CCVVocabulary.card] + CCVVocabulary.payingMethods
            let left = all.enumerated().filter { index, method in
                !methods.contains(method) && !CCVVocabulary.otherMethods.contains(method)
                    && !all[..<index].contains(method)
                    && isReached(.word(.method, anyOf: [method]))
            }.map { Phrase($0.element) }
            return left.isEmpty
                ? nil : Phrase(en: "with the method ", nl: "met de methode ") + Words.or(left)
        case (true, false, true):
            let isOpen = rules.contains { rule in
                !rule.tests.contains { test in
                    if case .currency(let codes) = test {
                        codes.allSatisfy(currencies.contains)
                    } else {
                        false
                    }
                }
            }
            let names = Words.or(currencies.map { Phrase($0.text) })
            return isOpen
                ? Phrase(en: "in another currency than ", nl: "in een andere valuta dan ") + names
                : nil
        case (true, true, false):
            return Self.hole(in: bounds).flatMap { low, high in
                isReached(.amount(atLeast: low, atMost: high))
                    ? ConditionSentence.range(low, high) : nil
            }
        default: return nil
        }
    }

    /// The first amounts that none of the bounds holds, from one cent on.
    private static func hole(
        in bounds: [(low: Int64, high: Int64)]
    ) -> (low: Int64, high: Int64)? {
        var next: Int64 = 1
        for (low, high) in bounds.sorted(by: { $0.low < $1.low }) {
            if low > next { return (next, low - 1) }
            if high == .max { return nil }
            next = max(next, high + 1)
        }
        return (next, .max)
    }
}
