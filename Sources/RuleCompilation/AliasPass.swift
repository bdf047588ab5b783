import RuleEngine
import RuleSyntax
import SourceDiagnostics

extension CompilationPasses {
    /// Aliases: every placeholder of the sale stands in the payment, and no two say the same.
    mutating func compileAliases() -> [NumberAlias] {
        var aliases: [NumberAlias] = []
        var places: [SourceRange] = []
        for (payment, sale) in declaration.aliases {
            let inPayment = shape(payment)
            let inSale = shape(sale)
            let known = names(inPayment)
            if !known.isEmpty { reportUnknownPlaceholders(of: sale, known: known) }
            reportTouching(payment)
            if known.isEmpty {
                report(.aliasWithoutPlaceholder, at: payment.range)
            }
            let alias = NumberAlias(inPayment: inPayment, inSale: inSale)
            if let first = aliases.firstIndex(of: alias) {
                report(
                    .aliasTwice, at: payment.range,
                    notes: [Diagnostic.Note(.theFirstStandsHere, at: places[first])])
            }
            aliases.append(alias)
            places.append(payment.range)
        }
        proveAliases()
        return aliases
    }

    /// Shapes: each with a run of digits, or it would be one single number.
    mutating func compileShapes() -> [NumberShape] {
        let shapes = declaration.shapes.map { pattern in
            let shape = shape(pattern)
            if names(shape).isEmpty {
                report(.shapeWithoutPlaceholder, at: pattern.range)
            }
            return shape
        }
        proveShapes()
        return shapes
    }

    private func shape(_ pattern: TextPattern) -> NumberShape {
        NumberShape(
            pattern.parts.map { part in
                switch part {
                case .literal(let text): .literal(Array(text.utf8))
                case .placeholder(let names): .digits(names.first?.value ?? "")
                }
            })
    }

    /// Digits beside digits: which belong to which placeholder cannot be read from a number.
    private mutating func reportTouching(_ pattern: TextPattern) {
        for (part, next) in zip(pattern.parts, pattern.parts.dropFirst()) {
            guard case .placeholder(let first) = part, case .placeholder(let second) = next,
                let first = first.first, let second = second.first
            else { continue }
            return report(.placeholdersTouch(first.value, second.value), at: pattern.range)
        }
    }

    private func names(_ shape: NumberShape) -> [String] {
        shape.pieces.compactMap { if case .digits(let name) = $0 { name } else { nil } }
    }

    private mutating func reportUnknownPlaceholders(of sale: TextPattern, known: [String]) {
        for case .placeholder(let names) in sale.parts {
            guard let name = names.first, !known.contains(name.value) else { continue }
            report(.placeholderNotInPayment(name.value, known: known), at: name.range)
        }
    }
}
