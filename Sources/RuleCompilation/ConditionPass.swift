import DomainModel
import RuleEngine
import RuleSyntax
import SourceDiagnostics

extension CompilationPasses {
    /// The tests of a `when`; all of them must hold.
    mutating func compileTests(_ when: ConditionDeclaration) -> [SelectRule.Test] {
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
                report(
                    .keysConflict, at: place.range, "at_most is less than at_least",
                    help: "no payment is both; swap the two")
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
        report(
            .malformedValue, at: word.range,
            "\"\(word.value)\" is no currency; expected three letters",
            help: "write  currency: EUR")
        return nil
    }

    /// A refused amount is nil, so that no bound is compared with it.
    private mutating func amount(_ text: Located<String>) -> Int64? {
        if let value = try? MinorUnits.parse(text.value, digits: 2), value >= 0 { return value }
        report(
            .malformedValue, at: text.range,
            "\"\(text.value)\" is no amount; expected digits with at most two decimals",
            help: "write  at_most: 1000.00")
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
            .unknownWord, at: word.range,
            "CCV is not known to have a \(field.rawValue) \(word.value)",
            help: near.map { "did you mean  \($0)?" }
                ?? "known are: " + known.joined(separator: ", "))
    }
}
