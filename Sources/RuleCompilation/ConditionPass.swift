import DomainModel
import RuleEngine
import RuleSyntax
import SourceDiagnostics

extension CompilationPasses {
    /// The tests of a `when`; all of them must hold.
    mutating func compileTests(_ when: ConditionDeclaration) -> [SelectRule.Test] {
        reportRepeatedWords(when)
        var tests: [SelectRule.Test] = []
        for (field, words) in when.words {
            if field.value == "currency" {
                tests.append(.currency(anyOf: words.compactMap { currency($0) }))
            } else if let word = PaymentWordField(rawValue: field.value) {
                for wanted in words { warnIfUnknown(wanted, of: word) }
                tests.append(.word(word, anyOf: words.map { Self.normal($0.value) }))
            }
        }
        for test in when.texts { tests += compileText(test) }
        if let wanted = when.isLandingPageParent { tests.append(.landingPageParent(wanted.value)) }
        if let wanted = when.hasEmail { tests.append(.given(.billingEmail, wanted.value)) }
        if when.amountAtLeast != nil || when.amountAtMost != nil {
            let least = when.amountAtLeast.flatMap { amount($0) } ?? 0
            let most = when.amountAtMost.flatMap { amount($0) } ?? .max
            if let place = when.amountAtMost, least > most {
                report(.boundsSwapped, at: place.range)
            }
            tests.append(.amount(atLeast: least, atMost: most))
        }
        return tests
    }

    private func compileText(_ test: ConditionDeclaration.TextTest) -> [SelectRule.Test] {
        guard let field = PaymentTextField(rawValue: test.field) else { return [] }
        var tests: [SelectRule.Test] = []
        if let given = test.isGiven { tests.append(.given(field, given.value)) }
        let comparisons: [(SelectRule.TextComparison, [Located<String>])] = [
            (.equals, test.equalsAny), (.startsWith, test.startsWithAny),
            (.endsWith, test.endsWithAny), (.contains, test.containsAny),
        ]
        for (comparison, texts) in comparisons where !texts.isEmpty {
            tests.append(.text(field, comparison, anyOf: texts.map { $0.value.lowercased() }))
        }
        return tests
    }

    private mutating func currency(_ word: Located<String>) -> CurrencyCode? {
        if let code = CurrencyCode(word.value.utf8) { return code }
        report(.noCurrency(word.value, example: "currency: EUR"), at: word.range)
        return nil
    }

    /// A refused amount is nil, so that no bound is compared with it.
    private mutating func amount(_ text: Located<String>) -> Int64? {
        if let value = try? MinorUnits.parse(text.value, digits: 2), value >= 0 { return value }
        report(.noAmount(text.value), at: text.range)
        return nil
    }

    private mutating func warnIfUnknown(_ word: Located<String>, of field: PaymentWordField) {
        let known: [String] =
            switch field {
            case .type: CCVVocabulary.types
            case .status: CCVVocabulary.statuses
            case .method: CCVVocabulary.methods
            case .brand: CCVVocabulary.brands
            default: []
            }
        guard !known.isEmpty, !known.contains(Self.normal(word.value)) else { return }
        let near = Suggestion.nearest(to: word.value, among: known)
        report(
            .unknownWord(word.value, of: field.rawValue, near: near, known: known), at: word.range)
    }
}
