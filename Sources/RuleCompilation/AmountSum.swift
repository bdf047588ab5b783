import DomainModel
import RuleEngine
import SourceDiagnostics
import Wording

/// Named amounts added and subtracted, for proofs about them.
struct AmountSum {
    /// Named amounts and how often each is added.
    var terms: [(amount: CompiledTemplate.Amount, factor: Int64)] = []

    /// Adds the terms of another sum.
    mutating func add(_ other: AmountSum) { terms += other.terms }

    /// How often each amount counts; those that cancel out are left out.
    var factors: [CompiledTemplate.Amount: Int64] {
        Dictionary(terms.map { ($0.amount, $0.factor) }, uniquingKeysWith: +)
            .filter { $0.value != 0 }
    }

    /// How often the amount counts when payment and open amount are equal.
    var whenEqual: Int64 { terms.reduce(0) { $0 + $1.factor } }

    /// Whether it is zero or less whatever the amounts are; amounts themselves are positive.
    var isNeverPositive: Bool { !factors.values.contains { $0 > 0 } }

    /// The sum as a reader would write it.
    var text: Phrase {
        guard !terms.isEmpty else { return .nothing }
        let words = terms.enumerated().reduce(into: "") { text, term in
            let isFirst = term.offset == 0
            let sign = term.element.factor < 0 ? (isFirst ? "-" : " - ") : (isFirst ? "" : " + ")
            text += sign + term.element.amount.rawValue
        }
        return Phrase(words)
    }
}
