import DomainModel
import RuleEngine
import SourceDiagnostics
import Wording

/// Tests of a payment in words: "the type is sale or capture and the status is success".
enum ConditionSentence {
    static func all(_ tests: [SelectRule.Test]) -> Phrase {
        Words.and(tests.map(one))
    }

    private static func one(_ test: SelectRule.Test) -> Phrase {
        switch test {
        case .word(let field, let words):
            return equality(Words.word(field), words.map { KnownWords.phrase(of: $0, field) })
        case .currency(let codes):
            return equality(
                Phrase(en: "the currency", nl: "de valuta"), codes.map { Phrase($0.text) })
        case .landingPageParent(true):
            return Phrase(en: "it is a payment page", nl: "het een betaalpagina is")
        case .landingPageParent(false):
            return Phrase(en: "it is no payment page", nl: "het geen betaalpagina is")
        case .given(let field, let isGiven):
            let name = Words.field(field)
            return isGiven
                ? Phrase(en: "\(name.en) is given", nl: "\(name.nl) is ingevuld")
                : Phrase(en: "\(name.en) is not given", nl: "\(name.nl) niet is ingevuld")
        case .text(let field, let comparison, let texts):
            return text(Words.field(field), comparison, texts)
        case .amount(let least, let most):
            return amount(least, most)
        }
    }

    private static func equality(_ name: Phrase, _ words: [Phrase]) -> Phrase {
        let list = Words.or(words)
        return Phrase(en: "\(name.en) is \(list.en)", nl: "\(name.nl) \(list.nl) is")
    }

    private static func text(
        _ name: Phrase, _ comparison: SelectRule.TextComparison, _ texts: [String]
    ) -> Phrase {
        let list = Words.or(texts.map { Phrase("“\($0)”") })
        return switch comparison {
        case .equals: Phrase(en: "\(name.en) is \(list.en)", nl: "\(name.nl) \(list.nl) is")
        case .startsWith:
            Phrase(en: "\(name.en) begins with \(list.en)", nl: "\(name.nl) met \(list.nl) begint")
        case .endsWith:
            Phrase(en: "\(name.en) ends with \(list.en)", nl: "\(name.nl) op \(list.nl) eindigt")
        case .contains:
            Phrase(en: "\(name.en) contains \(list.en)", nl: "\(name.nl) \(list.nl) bevat")
        }
    }

    private static func amount(_ least: Int64, _ most: Int64) -> Phrase {
        let (low, high) = (Words.amount(least), Words.amount(most))
        if most == .max {
            return Phrase(
                en: "the amount is at least \(low.en)", nl: "het bedrag minstens \(low.nl) is")
        }
        if least == 0 {
            return Phrase(
                en: "the amount is at most \(high.en)", nl: "het bedrag hooguit \(high.nl) is")
        }
        return Phrase(
            en: "the amount lies from \(low.en) to \(high.en)",
            nl: "het bedrag van \(low.nl) tot en met \(high.nl) ligt")
    }

    /// Amounts between bounds, behind "a payment".
    static func range(_ least: Int64, _ most: Int64) -> Phrase {
        let low = Words.amount(least)
        if most == .max {
            return Phrase(en: "of \(low.en) or more", nl: "van \(low.nl) of meer")
        }
        let high = Words.amount(most)
        return Phrase(
            en: "from \(low.en) to \(high.en)", nl: "van \(low.nl) tot en met \(high.nl)")
    }
}
