import ByteText
import DomainModel
import RuleEngine
import RuleSyntax
import SourceDiagnostics
import Wording

extension CompilationPasses {
    /// A template: fields that exist, texts that fit, the transaction id whole, lines in balance.
    mutating func compileTemplate(_ template: TemplateDeclaration) -> CompiledTemplate? {
        reportLineNames(template)
        let journal = checkedCode(template.journal, Phrase(en: "journal", nl: "dagboek"))
        let amounts = template.lines.map { compileAmount($0) }
        let tests = template.lines.map { line in line.when.map { compileTests($0) } ?? [] }
        let lines = template.lines.indices.map { index in
            compileLine(template.lines[index], amount: amounts[index], tests: tests[index])
        }
        let reconcile = compileReconcile(template)
        proveBalance(of: template, amounts: amounts, tests: tests)
        proveIdentity(of: template, lines: lines)
        guard let journal, let postAs = template.postAs, !hasError(in: template.range) else {
            return nil
        }
        let compiled = CompiledTemplate(
            name: template.name, journal: journal,
            destiny: postAs.value == .final ? .final : .provisional,
            date: entryDate(template.date?.value ?? .paidOn), lines: lines.compactMap(\.self),
            reconcile: reconcile)
        warnOfLimits(compiled, template)
        proveReconciledAccount(of: compiled, template)
        provePaymentLine(of: compiled, template)
        return compiled
    }

    private mutating func reportLineNames(_ template: TemplateDeclaration) {
        var seen: [String: SourceRange] = [:]
        for id in template.lines.compactMap(\.id) {
            if let first = seen[id.value] {
                let what = Phrase(
                    en: "the template has a line", nl: "het sjabloon heeft al een regel")
                report(
                    .nameTaken(id.value, in: what), at: id.range,
                    notes: [Diagnostic.Note(.theFirstStandsHere, at: first)])
            }
            seen[id.value] = seen[id.value] ?? id.range
        }
        if template.lines.count < 2, !template.lines.isEmpty, let place = template.linesRange {
            report(.tooFewLines, at: place)
        }
    }

    private mutating func compileLine(
        _ line: TemplateDeclaration.Line, amount: AmountSum?, tests: [SelectRule.Test]
    ) -> CompiledTemplate.Line? {
        let account = compileText(line.dim1, limit: 16)
        let customer = compileText(line.dim2, limit: 16)
        let description = compileText(line.description, limit: 40)
        let invoiceNumber = compileText(line.invoiceNumber, limit: 40)
        proveCutOfNumber(invoiceNumber, line.invoiceNumber)
        proveCutOfDescription(description, line.description)
        guard let id = line.id, let account, let side = line.side, let amount else { return nil }
        return CompiledTemplate.Line(
            id: id.value, tests: tests, account: account, customer: customer,
            side: side.value == .debit ? .debit : .credit, description: description,
            invoiceNumber: invoiceNumber, amount: amount.terms)
    }

    private mutating func compileText(
        _ text: TemplateDeclaration.Text?, limit: Int
    ) -> CompiledTemplate.Text? {
        guard let text else { return nil }
        var parts: [CompiledTemplate.Part] = []
        for part in text.pattern.parts {
            switch part {
            case .literal(let words): parts.append(.literal(Array(words.utf8)))
            case .placeholder(let names):
                parts.append(.fields(names.compactMap { compileField($0) }))
            }
        }
        let keep = text.keep.map { keep -> (end: UTF16Cut.End, count: Int) in
            switch keep.value {
            case .first(let count): (.first, count)
            case .last(let count): (.last, count)
            }
        }
        if let keep, keep.count > limit, let place = text.keep {
            report(
                .keepsTooMuch(
                    keep.count, limit: limit, end: keep.end == .first ? "first" : "last"),
                at: place.range)
        }
        let compiled = CompiledTemplate.Text(
            parts: parts, keep: keep, limit: limit, shaping: shaping(text))
        proveText(compiled, text, limit)
        return compiled
    }

    private func shaping(_ text: TemplateDeclaration.Text) -> TextShaping {
        let letters: TextShaping.Letters =
            switch text.letters?.value {
            case .upper: .upper
            case .lower: .lower
            case nil: .asWritten
            }
        return TextShaping(
            letters: letters, trims: text.trim?.value ?? false,
            dateFormat: text.dates.flatMap { TextShaping.DateFormat(rawValue: $0.value) } ?? .iso)
    }

    private mutating func compileField(_ name: Located<String>) -> CompiledTemplate.Field? {
        if let field = CompiledTemplate.Field(rawValue: name.value) { return field }
        guard !name.value.isEmpty else { return nil }
        let known = CompiledTemplate.Field.allCases.map(\.rawValue)
        let near = Suggestion.nearest(to: name.value, among: known)
        report(
            .unknownName(
                name.value, Phrase(en: "field", nl: "veld"), near: near, known: known,
                all: Phrase(en: "the fields are: ", nl: "de velden zijn: ")), at: name.range)
        return nil
    }

    private mutating func compileAmount(_ line: TemplateDeclaration.Line) -> AmountSum? {
        guard let expression = line.amount else { return nil }
        var sum = AmountSum()
        var isKnown = true
        for term in expression.terms {
            if let amount = CompiledTemplate.Amount(rawValue: term.name.value) {
                sum.terms.append((amount, term.isSubtracted ? -1 : 1))
                continue
            }
            isKnown = false
            let known = CompiledTemplate.Amount.allCases.map(\.rawValue)
            let near = Suggestion.nearest(to: term.name.value, among: known)
            report(
                .unknownName(
                    term.name.value, Phrase(en: "amount", nl: "bedrag"), near: near, known: known,
                    all: Phrase(en: "the amounts are: ", nl: "de bedragen zijn: ")),
                at: term.name.range)
        }
        return isKnown ? sum : nil
    }

    private mutating func compileReconcile(
        _ template: TemplateDeclaration
    ) -> CompiledTemplate.Reconcile? {
        guard let reconcile = template.reconcile, let line = reconcile.line else { return nil }
        let ids = template.lines.compactMap { $0.id?.value }
        guard let position = ids.firstIndex(of: line.value) else {
            // The line that is meant may be the one whose id was refused.
            guard ids.count == template.lines.count, !ids.isEmpty else { return nil }
            let near = Suggestion.nearest(to: line.value, among: ids)
            report(.unknownLine(line.value, near: near, known: ids), at: line.range)
            return nil
        }
        if template.lines[position].when != nil, !isRefused(template.lines[position].range) {
            report(.reconciledSometimes(line.value), at: line.range)
        }
        let date: CompiledTemplate.EntryDate =
            switch reconcile.dated?.value {
            case .payment: .paidOn
            case .sale: .saleDate
            case .laterOfPaymentAndSale, nil: .later
            }
        return CompiledTemplate.Reconcile(line: position, date: date)
    }

    private func entryDate(_ choice: RuleChoices.EntryDate) -> CompiledTemplate.EntryDate {
        switch choice {
        case .paidOn: .paidOn
        case .saleDate: .saleDate
        case .laterOfPaymentAndSale: .later
        }
    }
}
