import DomainModel
import RuleEngine
import RuleSyntax
import SourceDiagnostics

extension CompiledTemplate {
    /// Debit minus credit, as a sum of named amounts: how often each one counts.
    var balance: [Amount: Int64] {
        var sums: [Amount: Int64] = [:]
        for line in lines {
            for term in line.amount {
                sums[term.amount, default: 0] += line.side == .debit ? term.factor : -term.factor
            }
        }
        return sums.filter { $0.value != 0 }
    }

    /// Whether it balances whatever the amounts are: some line takes the difference.
    var balancesForAnyAmounts: Bool { balance.isEmpty }

    /// Whether it balances when the payment equals the open amount.
    var balancesForEqualAmounts: Bool { balance.values.reduce(0, +) == 0 }
}

extension CompilationPasses {
    /// The proofs over a whole template.
    mutating func prove(_ template: CompiledTemplate, _ declared: TemplateDeclaration) {
        if !template.balancesForEqualAmounts, let place = declared.linesRange {
            report(
                .templateUnbalanced, at: place,
                "the entry can never balance: " + Self.sides(template),
                help: "make the debits and the credits add up, such as  payment.amount  debit"
                    + " and  item.open  credit")
        }
        let holdsIdentity = template.lines.contains {
            $0.description?.holdsTransactionID ?? false
        }
        if !holdsIdentity, let place = declared.linesRange {
            report(
                .transactionIDMissing, at: place,
                "no description holds the whole transaction id, by which a payment is found"
                    + " again in the books",
                help: "write  description: \"{payment.transaction_id} betaling\"  in the line of"
                    + " the payment")
        }
    }

    /// The proofs over one text.
    mutating func proveText(
        _ text: CompiledTemplate.Text, _ declared: TemplateDeclaration.Text, _ limit: Int
    ) {
        if text.holdsTransactionID, let keep = declared.keep {
            report(
                .cutDestroysIdentity, at: keep.range,
                "keep could cut the transaction id, by which a payment is found again",
                help: "leave keep out: what stands beside the id gives way by itself")
        }
        let constant = text.parts.reduce(0) { sum, part in
            if case .literal(let bytes) = part {
                return sum + String(decoding: bytes, as: UTF8.self).utf16.count
            }
            return sum
        }
        if constant > limit {
            report(
                .textExceedsLimit, at: declared.pattern.range,
                "the text has \(constant) characters; Twinfield takes \(limit)",
                help: "write a shorter text")
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
                report(
                    .textMayExceedLimit, at: place.pattern.range,
                    "the text may have more than the \(text.limit) characters that Twinfield"
                        + " takes; such payments would be errors",
                    help: "write  { text: …, keep: first \(text.limit) }  or  keep: last"
                        + " \(text.limit)")
            }
        }
    }

    private static func sides(_ template: CompiledTemplate) -> String {
        func side(_ wanted: Bool) -> String {
            template.lines.filter { ($0.side == .debit) == wanted }.flatMap(\.amount)
                .map { ($0.factor < 0 ? "-" : "") + $0.amount.rawValue }
                .joined(separator: " + ")
        }
        let (debit, credit) = (side(true), side(false))
        return "debit \(debit.isEmpty ? "nothing" : debit), "
            + "credit \(credit.isEmpty ? "nothing" : credit)"
    }
}
