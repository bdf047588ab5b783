import DomainModel
import RuleEngine
import RuleSyntax
import SourceDiagnostics
import Wording

/// What keeps an entry from balancing when payment and open amount differ.
struct DifferenceFault {
    /// What is wrong with the lines.
    enum Kind: Equatable {
        /// No line has a difference; with the side on which it would stand.
        case noLine(side: String)
        /// A line has it, but some entries lack that line.
        case missingInSome(line: String, path: Phrase)
        /// A line has it on the wrong side; with the right one.
        case wrongSide(line: String, side: String)
        /// A line has it that must not be there.
        case lineTooMany(String)
        /// The lines differ in another way.
        case other
    }

    var template: String
    var kind: Kind
    /// The line, or the key `lines`.
    var place: SourceRange?

    /// The first entry that does not balance for all amounts; nil when every one does.
    init?(_ compiled: CompiledTemplate, _ declared: TemplateDeclaration) {
        let paths = LinePath.all(compiled.lines.map(\.tests))
        let broken = paths.first { !Self.sum(compiled.lines, $0.lines).isEmpty }
        guard let broken else { return nil }
        template = compiled.name
        let all = compiled.lines
        let left = Self.sum(all, broken.lines)
        let takers = all.indices.filter { Self.isDifference(all[$0]) }
        let present = broken.lines.filter(takers.contains)
        let line: Int?
        if let wrong = present.first(where: { Self.flipped(left, all[$0]).isEmpty }) {
            line = wrong
            kind = .wrongSide(
                line: all[wrong].id, side: all[wrong].side == .debit ? "credit" : "debit")
        } else if let idle = present.first(where: { index in
            Self.sum(all, broken.lines.filter { $0 != index }).isEmpty
        }) {
            line = idle
            kind = .lineTooMany(all[idle].id)
        } else if present.isEmpty, let taker = takers.first {
            line = taker
            kind = .missingInSome(line: all[taker].id, path: broken.text(declared))
        } else {
            line = nil
            let paid = left[.payment] ?? 0
            kind =
                present.isEmpty && abs(paid) == 1 && left[.itemOpen] == -paid
                ? .noLine(side: paid > 0 ? "debit" : "credit") : .other
        }
        place = line.flatMap { declared.lines[$0].id?.range } ?? declared.linesRange
    }

    private typealias Factors = [CompiledTemplate.Amount: Int64]

    /// Whether the amount of the line is zero when payment and open amount are equal.
    private static func isDifference(_ line: CompiledTemplate.Line) -> Bool {
        line.amount.reduce(0) { $0 + $1.factor } == 0
    }

    private static func factors(_ line: CompiledTemplate.Line) -> AmountSum {
        let sign: Int64 = line.side == .debit ? 1 : -1
        return AmountSum(terms: line.amount.map { ($0.amount, $0.factor * sign) })
    }

    /// What debit has more than credit.
    private static func sum(_ lines: [CompiledTemplate.Line], _ chosen: [Int]) -> Factors {
        var sum = AmountSum()
        for index in chosen { sum.add(factors(lines[index])) }
        return sum.factors
    }

    /// What is left when a line stands on the other side.
    private static func flipped(_ left: Factors, _ line: CompiledTemplate.Line) -> Factors {
        left.merging(factors(line).factors.mapValues { -2 * $0 }, uniquingKeysWith: +)
            .filter { $0.value != 0 }
    }
}

extension CompilationPasses {
    /// A row that books a difference needs templates whose lines take it, in every entry.
    mutating func reportUnequalBooking(
        _ declared: MatchDeclaration.Row, _ row: MatchRule.Row,
        _ templates: [(TemplateDeclaration, CompiledTemplate?)]
    ) -> Bool {
        guard row.then == .book, !row.needsEqualAmounts else { return false }
        let fault = templates.lazy.compactMap { declared, template in
            template.flatMap { DifferenceFault($0, declared) }
        }.first
        guard let fault else { return false }
        let test = declared.amount?.first { $0.value != .result(.equalsOpen) }
        report(
            .unequalBooking(fault, isAmountWritten: declared.amount != nil),
            at: test?.range ?? declared.range,
            notes: fault.place.map { [Diagnostic.Note(.templateStandsHere, at: $0)] } ?? [])
        return true
    }
}
