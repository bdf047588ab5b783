public import SourceDiagnostics
import Wording

/// Reads a template file into a declaration: YAML, then kinds and keys, then values.
public enum TemplateFileReader {
    /// A declaration, and what was wrong on the way.
    public struct Reading: Sendable {
        /// Nil when the file is no mapping at all.
        public var declaration: TemplateDeclaration?
        /// In no particular order.
        public var diagnostics: [Diagnostic]
    }

    /// Reads the bytes of a template file; `name` is what `find_sale_then` calls it.
    public static func read(_ source: SourceText, name: String) -> Reading {
        let yaml = YAMLReader.read(source)
        guard let root = yaml.root else {
            return Reading(declaration: nil, diagnostics: yaml.diagnostics)
        }
        var checker = SchemaChecker()
        checker.check(root, against: TemplateKeys.root)
        var diagnostics = yaml.joined(with: checker.diagnostics)
        let view = NodeView(node: root)
        let declaration = TemplateDeclaration(
            name: name, range: root.range, journal: view.text("journal"),
            postAs: view.choice("post_as", RuleChoices.Status.self),
            date: view.choice("date", RuleChoices.EntryDate.self),
            linesRange: view.keyRange("lines"),
            lines: view.sections("lines").map { line($0, into: &diagnostics) },
            reconcile: view.section("reconcile").map { section in
                TemplateDeclaration.Reconcile(
                    range: section.range, line: section.text("line"),
                    dated: section.choice("dated", RuleChoices.ReconcileDate.self))
            })
        return Reading(declaration: declaration, diagnostics: diagnostics)
    }

    private static func line(
        _ line: NodeView, into diagnostics: inout [Diagnostic]
    ) -> TemplateDeclaration.Line {
        TemplateDeclaration.Line(
            range: line.range, id: line.text("id"),
            when: line.section("when").map(RuleFileReader.condition),
            dim1: text("dim1", of: line, into: &diagnostics),
            dim2: text("dim2", of: line, into: &diagnostics),
            side: line.choice("side", RuleChoices.Side.self),
            description: text("description", of: line, into: &diagnostics),
            invoiceNumber: text("invoicenumber", of: line, into: &diagnostics),
            amount: amount(of: line, into: &diagnostics),
            amountRange: line.value("amount")?.range)
    }

    private static func text(
        _ key: String, of line: NodeView, into diagnostics: inout [Diagnostic]
    ) -> TemplateDeclaration.Text? {
        guard let node = line.value(key) else { return nil }
        var value = node
        var section: NodeView?
        if case .mapping = node.content {
            section = NodeView(node: node)
            guard let inner = section?.value("text") else { return nil }
            value = inner
        }
        guard case .scalar(let scalar) = value.content,
            let pattern = TextPattern.parse(scalar, at: value.range, into: &diagnostics)
        else { return nil }
        return TemplateDeclaration.Text(
            pattern: pattern, keep: section?.parsed("keep", ScalarForm.cut),
            letters: section?.choice("letters", RuleChoices.Letters.self),
            trim: section?.parsed("trim", ScalarForm.flag), dates: section?.text("dates"))
    }

    private static func amount(
        of line: NodeView, into diagnostics: inout [Diagnostic]
    ) -> AmountExpression? {
        guard let node = line.value("amount"), case .scalar(let scalar) = node.content,
            !scalar.text.isEmpty
        else { return nil }
        if let expression = AmountExpression.parse(scalar) { return expression }
        diagnostics.append(
            Diagnostic(
                .malformedValue(
                    scalar.text, of: Phrase("amount"), expected: ValueKind.amount.phrase,
                    example: "amount: "
                        + (scalar.text.hasPrefix("item") ? "item.open" : "payment.amount")),
                at: node.range))
        return nil
    }
}
