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
            reportUnknownPlaceholders(of: sale, known: known)
            if known.isEmpty {
                report(
                    .malformedValue, at: payment.range,
                    "the alias has no placeholder, so it fits one single number",
                    help: "write the digits as a placeholder, such as  ORD-{n}")
            }
            let alias = NumberAlias(inPayment: inPayment, inSale: inSale)
            if let first = aliases.firstIndex(of: alias) {
                report(
                    .duplicateName, at: payment.range, "the alias stands twice",
                    help: "remove one of the two",
                    notes: [Diagnostic.Note("the first one stands here", at: places[first])])
            }
            aliases.append(alias)
            places.append(payment.range)
        }
        return aliases
    }

    /// Shapes: each with a run of digits, or it would be one single number.
    mutating func compileShapes() -> [NumberShape] {
        declaration.shapes.map { pattern in
            let shape = shape(pattern)
            if names(shape).isEmpty {
                report(
                    .malformedValue, at: pattern.range,
                    "the shape has no placeholder, so it fits one single number",
                    help: "write the digits as a placeholder, such as  WEB-{digits}")
            }
            return shape
        }
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

    private func names(_ shape: NumberShape) -> [String] {
        shape.pieces.compactMap { if case .digits(let name) = $0 { name } else { nil } }
    }

    private mutating func reportUnknownPlaceholders(of sale: TextPattern, known: [String]) {
        for case .placeholder(let names) in sale.parts {
            guard let name = names.first, !known.contains(name.value) else { continue }
            report(
                .unknownField, at: name.range,
                "the payment's side of the alias has no placeholder \(name.value)",
                help: known.isEmpty
                    ? "write {\(name.value)} on both sides"
                    : "its placeholders are: " + known.joined(separator: ", "))
        }
    }
}
