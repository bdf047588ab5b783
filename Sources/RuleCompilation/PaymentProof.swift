import DomainModel
import RuleEngine

/// What tests say about every payment that passes them.
enum PaymentProof {
    /// Beyond this many pieces a condition counts as not covered.
    private static let piecesMaximum = 256

    /// Whether tests hold for every payment that passes others.
    static func hold(_ tests: [SelectRule.Test], of payment: [SelectRule.Test]) -> Bool {
        tests.allSatisfy { wanted in payment.contains { implies($0, wanted) } }
    }

    /// The payments of some tests taken apart where rules divide them: given or not, parent or
    /// not, and at the bounds of their amounts.
    ///
    /// Only rules whose other tests hold for all of these payments divide them.
    static func pieces(
        of payment: [SelectRule.Test], by rules: [[SelectRule.Test]]
    ) -> [[SelectRule.Test]] {
        var pieces = [payment]
        for rule in rules {
            let open = rule.filter { test in !payment.contains { implies($0, test) } }
            guard open.allSatisfy({ divides($0, payment) }) else { continue }
            for test in open {
                pieces = pieces.flatMap { split($0, by: test) }
                guard pieces.count <= piecesMaximum else { return [payment] }
            }
        }
        return pieces
    }

    /// Whether payments lie on either side of a test, and each side can be said as tests.
    private static func divides(_ test: SelectRule.Test, _ payment: [SelectRule.Test]) -> Bool {
        split(payment, by: test).count > 1
    }

    private static func split(
        _ payment: [SelectRule.Test], by test: SelectRule.Test
    ) -> [[SelectRule.Test]] {
        switch test {
        case .given(let field, _):
            let isSaid = payment.contains { known in
                switch known {
                case .given(let other, _), .text(let other, _, _): other == field
                default: false
                }
            }
            return isSaid
                ? [payment] : [true, false].map { payment + [.given(field, $0)] }
        case .landingPageParent:
            let isSaid = payment.contains {
                if case .landingPageParent = $0 { true } else { false }
            }
            return isSaid
                ? [payment] : [true, false].map { payment + [.landingPageParent($0)] }
        case .amount(let least, let most):
            for (index, known) in payment.enumerated() {
                guard case .amount(let low, let high) = known else { continue }
                let bounds = [low, least] + (most < .max ? [most + 1] : [])
                let starts = Set(bounds.filter { $0 >= low && $0 <= high }).sorted()
                return starts.indices.map { position in
                    let isLast = position + 1 == starts.count
                    var piece = payment
                    piece[index] = .amount(
                        atLeast: starts[position],
                        atMost: isLast ? high : starts[position + 1] - 1)
                    return piece
                }
            }
            return [payment]
        case .word, .currency, .text: return [payment]
        }
    }

    /// Whether a payment that passes the one test passes the other one too.
    private static func implies(_ test: SelectRule.Test, _ wanted: SelectRule.Test) -> Bool {
        switch (test, wanted) {
        case (.word(let field, let words), .word(let other, let wanted)):
            field == other && words.allSatisfy(wanted.contains)
        case (.currency(let codes), .currency(let wanted)):
            codes.allSatisfy(wanted.contains)
        case (.text(let field, let comparison, let texts), .text(let other, let its, let wanted)):
            field == other
                && texts.allSatisfy { text in
                    wanted.contains { comparison.implies(text, its, $0) }
                }
        case (.text(let field, _, let texts), .given(let other, true)):
            field == other && !texts.isEmpty
        case (.amount(let least, let most), .amount(let wantedLeast, let wantedMost)):
            least >= wantedLeast && most <= wantedMost
        default: test == wanted
        }
    }
}

extension SelectRule.TextComparison {
    /// Whether each text that compares so with `text` compares otherwise with `wanted`.
    fileprivate func implies(
        _ text: String, _ other: SelectRule.TextComparison, _ wanted: String
    ) -> Bool {
        let (text, wanted) = (Array(text.utf8), Array(wanted.utf8))
        switch (self, other) {
        case (.equals, .equals): return text == wanted
        case (.equals, .startsWith), (.startsWith, .startsWith): return text.starts(with: wanted)
        case (.equals, .endsWith), (.endsWith, .endsWith):
            return text.reversed().starts(with: wanted.reversed())
        case (_, .contains):
            return text.indices.contains { text[$0...].starts(with: wanted) }
        case (_, .equals), (_, .startsWith), (_, .endsWith): return false
        }
    }
}
