import RuleEngine
import RuleSyntax
import SourceDiagnostics
import Wording

/// The lines that stand together in some entry: those without `when`, and those whose `when` holds.
struct LinePath {
    /// The positions of the lines.
    var lines: [Int]
    /// Whether no line is left out in any entry.
    var isEveryLine: Bool
    /// More sets than this are not told apart; deciding refuses an entry that does not balance.
    private static let setsMaximum = 4096

    /// Every set of lines that can stand together, as far as the conditions tell.
    ///
    /// Conditions that exclude each other are alternatives: a payment for which none of them holds
    /// is left to deciding, which makes it an error.
    static func all(_ tests: [[SelectRule.Test]]) -> [LinePath] {
        var conditions: [[SelectRule.Test]] = []
        for test in tests where !test.isEmpty && !conditions.contains(test) {
            conditions.append(test)
        }
        guard !conditions.isEmpty else {
            return [LinePath(lines: Array(tests.indices), isEveryLine: true)]
        }
        let groups = alternatives(conditions)
        return sets(of: conditions).filter { set in
            groups.allSatisfy { !$0.isDisjoint(with: set) }
        }.map { set in
            let holding = set.map { conditions[$0] }
            return LinePath(
                lines: tests.indices.filter { tests[$0].isEmpty || holding.contains(tests[$0]) },
                isEveryLine: false)
        }
    }

    /// Which lines the entry has, as words.
    func text(_ template: TemplateDeclaration) -> Phrase {
        .entry(with: lines.map { template.lines[$0].id?.value ?? "?" })
    }

    /// Every set of conditions that can hold for one payment, by their positions.
    private static func sets(of conditions: [[SelectRule.Test]]) -> [[Int]] {
        var sets: [[Int]] = [[]]
        for index in conditions.indices {
            let wider = sets.filter { set in
                set.allSatisfy { !exclude(conditions[$0], conditions[index]) }
            }.map { $0 + [index] }
            sets += wider.prefix(max(1, setsMaximum - sets.count))
        }
        return sets
    }

    /// The lines of which one stands in an entry at most, group by group, by their positions.
    static func alternatives(of tests: [[SelectRule.Test]]) -> [[Int]] {
        var conditions: [[SelectRule.Test]] = []
        for test in tests where !test.isEmpty && !conditions.contains(test) {
            conditions.append(test)
        }
        return alternatives(conditions).map { group in
            let wanted = group.map { conditions[$0] }
            return tests.indices.filter { wanted.contains(tests[$0]) }
        }
    }

    /// The groups of conditions that exclude each other, directly or by way of a third.
    private static func alternatives(_ conditions: [[SelectRule.Test]]) -> [Set<Int>] {
        var groups: [Set<Int>] = []
        for index in conditions.indices {
            let touching = groups.filter { group in
                group.contains { exclude(conditions[$0], conditions[index]) }
            }
            groups.removeAll { touching.contains($0) }
            groups.append(touching.reduce([index]) { $0.union($1) })
        }
        return groups.filter { $0.count > 1 }
    }

    /// Whether two conditions never hold for the same payment.
    static func exclude(_ left: [SelectRule.Test], _ right: [SelectRule.Test]) -> Bool {
        left.contains { test in right.contains { exclude(test, $0) } }
    }

    /// Whether two tests never hold for the same payment.
    private static func exclude(_ left: SelectRule.Test, _ right: SelectRule.Test) -> Bool {
        switch (left, right) {
        case (.word(let field, let words), .word(let other, let others)):
            field == other && Set(words).isDisjoint(with: others)
        case (.currency(let wanted), .currency(let others)):
            Set(wanted).isDisjoint(with: others)
        case (.landingPageParent(let wanted), .landingPageParent(let other)): wanted != other
        case (.given(let field, let wanted), .given(let other, let otherwise)):
            field == other && wanted != otherwise
        case (.amount(let low, let high), .amount(let otherLow, let otherHigh)):
            high < otherLow || otherHigh < low
        case (.text(let field, .equals, let wanted), .text(let other, .equals, let others)):
            field == other && Set(wanted).isDisjoint(with: others)
        default: false
        }
    }
}
