import DomainModel
import RuleEngine
import RuleSyntax
import SourceDiagnostics

extension CompilationPasses {
    /// Debits and credits that can be equal, and no line whose amount is never positive.
    mutating func proveBalance(
        of template: TemplateDeclaration, amounts: [AmountSum?], tests: [[SelectRule.Test]]
    ) {
        guard template.lines.allSatisfy({ $0.side != nil }), amounts.allSatisfy({ $0 != nil })
        else { return }
        var isPositive = true
        for (line, amount) in zip(template.lines, amounts) {
            guard let amount, amount.isNeverPositive, let place = line.amountRange else { continue }
            isPositive = false
            report(.neverPositive, at: place)
        }
        guard isPositive, template.lines.count >= 2, let place = template.linesRange else { return }
        for path in LinePath.all(tests) {
            var debit = AmountSum()
            var credit = AmountSum()
            for index in path.lines {
                guard let amount = amounts[index] else { return }
                if template.lines[index].side?.value == .debit {
                    debit.add(amount)
                } else {
                    credit.add(amount)
                }
            }
            guard debit.whenEqual != credit.whenEqual || path.lines.count < 2 else { continue }
            let words = path.isEveryLine ? nil : path.text(template)
            report(.unbalanced(words, debit: debit.text, credit: credit.text), at: place)
            return
        }
    }

    /// The transaction id whole in the line of the payment, which later searches go by.
    ///
    /// That line is the one on the suspense account; where none is, any line will do. It holds for
    /// every set of lines that can stand together.
    mutating func proveIdentity(of template: TemplateDeclaration, lines: [CompiledTemplate.Line?]) {
        let whole = lines.compactMap(\.self)
        guard whole.count == template.lines.count, !whole.isEmpty, let place = template.linesRange,
            !template.lines.contains(where: { hasTextError(in: $0) })
        else { return }
        // Without a line that some entries lack, the id would be missed as well: an echo.
        let isUnbalanced = diagnostics.contains {
            $0.code == .templateUnbalanced && $0.range == place
        }
        if isUnbalanced, whole.contains(where: { !$0.tests.isEmpty }) { return }
        for path in LinePath.all(whole.map(\.tests)) {
            let onSuspense = path.lines.filter { whole[$0].account.holds(.suspenseAccount) }
            let isThere = (onSuspense.isEmpty ? path.lines : onSuspense).contains {
                whole[$0].description?.holdsTransactionID ?? false
            }
            if isThere { continue }
            let line = onSuspense.first.map { template.lines[$0] }
            report(
                .transactionIDMissing,
                at: line?.description?.pattern.range ?? line?.id?.range ?? place)
            return
        }
    }

    private func hasTextError(in line: TemplateDeclaration.Line) -> Bool {
        diagnostics.contains {
            $0.severity == .error && $0.range.isInside(line.range)
                && ![.templateUnbalanced, .cutDestroysIdentity, .duplicateName].contains($0.code)
        }
    }

    /// The proofs over one text.
    mutating func proveText(
        _ text: CompiledTemplate.Text, _ declared: TemplateDeclaration.Text, _ limit: Int
    ) {
        if text.holdsTransactionID, !text.shaping.keepsEveryLetter {
            report(.shapingDestroysID, at: declared.pattern.range)
        }
        if text.holdsTransactionID, let keep = declared.keep {
            report(.cutDestroysID, at: keep.range)
        }
        proveCutOfCode(text, declared)
        if let dates = declared.dates, !text.holdsDay {
            report(.datesWithoutDay, at: dates.range)
        }
        let constant = text.parts.reduce(0) { sum, part in
            if case .literal(let bytes) = part {
                return sum + String(decoding: bytes, as: UTF8.self).utf16.count
            }
            return sum
        }
        if constant > limit {
            report(.textTooLong(constant, limit: limit), at: declared.pattern.range)
        }
    }

    /// Texts that may turn out too long; those payments would become errors.
    mutating func warnOfLimits(_ template: CompiledTemplate, _ declared: TemplateDeclaration) {
        for (line, source) in zip(template.lines, declared.lines) {
            let texts = [
                (line.account, source.dim1), (line.customer, source.dim2),
                (line.description, source.description),
                (line.invoiceNumber, source.invoiceNumber),
            ]
            for case (let text?, let place?) in texts where text.mayExceedLimit {
                let isNumber = place.pattern.range == source.invoiceNumber?.pattern.range
                report(
                    .mayBeTooLong(limit: text.limit, isNumber: isNumber), at: place.pattern.range)
            }
        }
    }
}
