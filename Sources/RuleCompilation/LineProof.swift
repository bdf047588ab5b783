import RuleEngine
import RuleSyntax
import SourceDiagnostics
import Wording

/// The proofs about which line of a template is on the debtors' account, and which is not.
extension CompilationPasses {
    /// A line can be lettered off against a sale only on the account on which the sale stands.
    mutating func proveReconciledAccount(
        of template: CompiledTemplate, _ declared: TemplateDeclaration
    ) {
        guard let position = template.reconcile?.line, declared.lines.indices.contains(position),
            template.lines.indices.contains(position),
            let place = declared.lines[position].dim1?.pattern.range, !declaration.debtors.isEmpty
        else { return }
        let line = template.lines[position]
        if !isOnDebtors(line) {
            let other = template.lines.first { isOnDebtors($0) && $0.tests.isEmpty }
            if let other, let name = declared.reconcile?.line {
                return report(.reconciledOtherLine(line.id, meant: other.id), at: name.range)
            }
        }
        if line.customer == nil, let id = declared.lines[position].id {
            report(.reconciledWithoutDebtor(id.value), at: id.range)
        }
        if let customer = line.customer, customer.parts.allSatisfy(\.isLiteral),
            let place = declared.lines[position].dim2?.pattern.range
        {
            let code = customer.parts.map(\.written).joined()
            report(.fixedDebtor(line.id, code), at: place)
        }
        if isOnDebtors(line) { return }
        let text = line.account.parts.map(\.written).joined()
        report(
            .reconciledElsewhere(text, line: line.id), at: place,
            notes: declaration.debtors.prefix(1).map {
                Diagnostic.Note(.debtorsStandHere, at: $0.range)
            })
    }

    /// The money of the payment stands on the suspense account of its method until CCV pays it out,
    /// and never on a debtors' account.
    mutating func provePaymentLine(
        of template: CompiledTemplate, _ declared: TemplateDeclaration
    ) {
        guard !declaration.debtors.isEmpty,
            template.lines.count == declared.lines.count,
            !template.lines.contains(where: { $0.account.holds(.suspenseAccount) })
        else { return }
        let others = template.lines.indices.filter { $0 != template.reconcile?.line }
        let payment =
            others.first { template.lines[$0].description?.holdsTransactionID ?? false }
            ?? template.lines.firstIndex { $0.description?.holdsTransactionID ?? false }
            ?? others.first { template.lines[$0].amount.map(\.amount) == [.payment] }
        guard let payment, let place = declared.lines[payment].dim1?.pattern.range else { return }
        let line = template.lines[payment]
        let text = line.account.parts.map(\.written).joined()
        guard isOnDebtors(line) else {
            return report(.suspenseNeverUsed(template.name, text), at: place)
        }
        report(
            .paymentOnDebtors(line.id, text), at: place,
            notes: declaration.debtors.prefix(1).map {
                Diagnostic.Note(.debtorsStandHere, at: $0.range)
            })
    }

    private func isOnDebtors(_ line: CompiledTemplate.Line) -> Bool {
        let parts = line.account.parts
        if parts == [.fields([.itemAccount])] { return true }
        let text = parts.map(\.written).joined()
        return parts.allSatisfy(\.isLiteral) && declaration.debtors.contains { $0.value == text }
    }
}

extension CompiledTemplate.Text {
    /// Whether the field can stand in it.
    func holds(_ field: CompiledTemplate.Field) -> Bool {
        parts.contains { part in
            if case .fields(let fields) = part { fields.contains(field) } else { false }
        }
    }
}
