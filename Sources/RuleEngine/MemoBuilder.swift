import ByteText
public import DomainModel
import Wording

/// Fills in a template: a verdict that books becomes a balanced memo.
public struct MemoBuilder: Sendable {
    private let rules: CompiledRuleSet
    private let payments: PaymentTable
    private let items: OpenItemTable
    private let accounts: AccountLookup
    private let connection: String?
    /// By template and line: when the line stands in the entry.
    private let conditions: [[BoundCondition]]
    private var text = LineText()
    private var draft: MemoDraft?
    private(set) var remarks: TextRemarks = []

    /// Prepares to build the memos of a batch.
    public init(_ engine: DecisionEngine) {
        rules = engine.rules
        payments = engine.payments
        items = engine.items
        accounts = AccountLookup(engine.rules.accounts, words: engine.payments.words)
        connection = engine.connection
        let words = engine.payments.words
        conditions = engine.rules.templates.map { template in
            template.lines.map { BoundCondition($0.tests, words: words) }
        }
    }

    /// Builds the memo of a payment whose verdict is `book`.
    ///
    /// The decision proved that it can be built, so a fault here is a flaw of the program, not of
    /// the input.
    public mutating func build(
        _ position: Int, _ verdict: Verdict
    ) throws(TextFault) -> Memo {
        guard let item = verdict.item, let templateIndex = verdict.template else {
            throw TextFault(
                code: .textUnusable,
                text: Phrase(en: "the payment is not booked", nl: "de betaling wordt niet geboekt"))
        }
        let template = rules.templates[Int(templateIndex)]
        let row = payments.rows[position]
        let sale = items.rows[Int(item)]
        var draft =
            self.draft
            ?? MemoDraft(
                office: rules.office, journal: template.journal, destiny: template.destiny,
                currency: row.currency, date: verdict.date)
        self.draft = nil
        draft.journal = template.journal
        draft.destiny = template.destiny
        draft.currency = row.currency
        draft.date = date(template.date, verdict.date, sale.date)
        draft.lines.removeAll(keepingCapacity: true)
        draft.texts.removeAll()
        remarks = []
        let context = Context(
            row: row, sale: sale, orderNumber: verdict.orderNumber, date: verdict.date)
        for (index, line) in template.lines.enumerated() {
            guard conditions[Int(templateIndex)][index].holds(row, in: payments) else { continue }
            let amount = self.amount(line, row, sale)
            if amount == 0 { continue }
            draft.lines.append(
                MemoLine(
                    side: amount > 0 ? line.side : line.side.opposite,
                    amount: Int64(clamping: amount.magnitude),
                    account: try fill(line.account, line, context, &draft),
                    customer: try line.customer.map { text throws(TextFault) in
                        try fill(text, line, context, &draft)
                    } ?? .absent,
                    invoiceNumber: try line.invoiceNumber.map { text throws(TextFault) in
                        try fill(text, line, context, &draft)
                    } ?? .absent,
                    description: try line.description.map { text throws(TextFault) in
                        try fill(text, line, context, &draft)
                    } ?? .absent))
        }
        do {
            return try Memo(balancing: draft)
        } catch {
            let hasConditions = template.lines.contains { !$0.tests.isEmpty }
            throw TextFault(
                code: .textUnusable,
                text: Phrase(
                    en: "template \(template.name) makes no entry: ",
                    nl: "template \(template.name) maakt geen boeking: ")
                    + Phrase(error.text(in: row.currency))
                    + (hasConditions
                        ? Phrase(
                            en: "; look at  when  of its lines",
                            nl: "; kijk naar  when  van de regels")
                        : Phrase("")))
        }
    }

    /// Takes a memo back, so that its room serves the next one.
    public mutating func recycle(_ memo: consuming Memo) { draft = memo.recycled() }

    private struct Context {
        var row: PaymentRow
        var sale: OpenItemRow
        var orderNumber: TextSlice
        var date: CalendarDate
        var dateFormat = TextShaping.DateFormat.iso
    }

    private func date(
        _ rule: CompiledTemplate.EntryDate, _ paid: CalendarDate, _ sale: CalendarDate
    ) -> CalendarDate {
        switch rule {
        case .paidOn: paid
        case .saleDate: sale
        case .later: max(paid, sale)
        }
    }

    private func amount(
        _ line: CompiledTemplate.Line, _ row: PaymentRow, _ sale: OpenItemRow
    ) -> Int64 {
        line.amount.reduce(0) { sum, term in
            let value = term.amount == .payment ? row.amount : sale.openValue
            return sum &+ value &* term.factor
        }
    }

    private mutating func fill(
        _ wanted: CompiledTemplate.Text, _ line: CompiledTemplate.Line, _ context: Context,
        _ draft: inout MemoDraft
    ) throws(TextFault) -> TextSlice {
        text.begin()
        var context = context
        context.dateFormat = wanted.shaping.dateFormat
        for part in wanted.parts {
            switch part {
            case .literal(let bytes): text.append(literal: bytes)
            case .fields(let fields):
                for field in fields where append(field, context) { break }
            }
        }
        let isIdentity = wanted.holdsTransactionID
        text.shape(wanted.shaping)
        guard text.cut(wanted.keep, limit: wanted.limit) else {
            throw isIdentity
                ? TextFault(
                    code: .referenceTooLong,
                    text: Phrase(
                        en: "the transaction id has more than \(wanted.limit) characters and must"
                            + " stand whole in line \(line.id)",
                        nl: "het transactie-id heeft meer dan \(wanted.limit) tekens en moet heel"
                            + " in regel \(line.id) staan"))
                : TextFault(
                    code: .textUnusable,
                    text: Phrase(
                        en: "a text of line \(line.id) has more than \(wanted.limit) characters:"
                            + " add  keep: first \(wanted.limit)  or  keep: last \(wanted.limit)",
                        nl: "een tekst van regel \(line.id) heeft meer dan \(wanted.limit) tekens:"
                            + " zet er  keep: first \(wanted.limit)  of  keep: last"
                            + " \(wanted.limit)  bij"))
        }
        if isIdentity, text.isIdentityDamaged {
            throw TextFault(
                code: .textUnusable,
                text: Phrase(
                    en: "the transaction id holds characters that XML cannot carry",
                    nl: "het transactie-id heeft tekens die niet in XML passen"))
        }
        remarks.formUnion(text.remarks)
        return text.bytes.withUnsafeBytes { draft.texts.append($0) }
    }

    /// Adds the text of a field; false when it has none.
    private mutating func append(_ field: CompiledTemplate.Field, _ context: Context) -> Bool {
        switch field {
        case .transactionID: append(context.row.reference, isIdentity: true)
        case .orderNumber: append(context.orderNumber)
        case .merchantOrderReference: append(context.row.merchantOrderReference)
        case .paymentDescription: append(context.row.description)
        case .metadata: append(context.row.metadata)
        case .email:
            append(EmailSource.find(context.row, in: payments, sources: rules.emailSources))
        case .method: append(payments.words.original(context.row.method))
        case .brand: append(payments.words.original(context.row.brand))
        case .office: append(rules.office)
        case .paymentDate: append(context.date.text(context.dateFormat))
        case .itemDate: append(context.sale.date.text(context.dateFormat))
        case .suspenseAccount:
            append(
                accounts.position(context.row).map { position in
                    rules.accounts.suspense[position].account(
                        in: context.row.currency.text, on: connection)
                } ?? "")
        case .itemAccount:
            append(ofSale: context.sale.account) || append(rules.accounts.debtors[0])
        case .itemCustomer: append(ofSale: context.sale.customer)
        case .itemCustomerName: append(ofSale: context.sale.customerName)
        case .itemInvoiceNumber: append(ofSale: context.sale.invoiceNumber)
        case .itemDescription: append(ofSale: context.sale.description)
        case .itemDaybook: append(ofSale: context.sale.daybook)
        case .itemNumber: append(ofSale: context.sale.number)
        }
    }

    private mutating func append(_ slice: TextSlice, isIdentity: Bool = false) -> Bool {
        guard slice.isPresent else { return false }
        payments.texts.withBytes(slice) { text.append($0, isIdentity: isIdentity) }
        return true
    }

    private mutating func append(ofSale slice: TextSlice) -> Bool {
        guard slice.isPresent else { return false }
        items.texts.withBytes(slice) { text.append($0, isIdentity: false) }
        return true
    }

    private mutating func append(_ words: String) -> Bool {
        guard !words.isEmpty else { return false }
        var words = words
        words.withUTF8 { text.append($0, isIdentity: false) }
        return true
    }
}

extension Memo.Fault {
    /// What is wrong with the entry, in words.
    fileprivate func text(in currency: CurrencyCode) -> String {
        switch self {
        case .unbalanced(let difference):
            "debit and credit differ by \(currency.text) "
                + MinorUnits.text(abs(difference), digits: currency.minorDigits)
        case .lineCount(let count): "it has \(count) of the two lines at least"
        case .amountNotPositive(let line): "line \(line + 1) has no amount"
        case .accountMissing(let line): "line \(line + 1) has no account"
        case .tooLarge: "the sum of its amounts is too large"
        }
    }
}

extension MemoLine.Side {
    /// The other side: Twinfield's amounts carry no sign, so a difference below zero stands there.
    fileprivate var opposite: Self { self == .debit ? .credit : .debit }
}

extension CalendarDate {
    /// The day in one of the forms that templates can ask for.
    fileprivate func text(_ format: TextShaping.DateFormat) -> String {
        let iso = isoText.split(separator: "-").map(String.init)
        return switch format {
        case .iso: isoText
        case .dutch: iso.reversed().joined(separator: "-")
        case .slashed: iso.reversed().joined(separator: "/")
        case .plain: iso.joined()
        }
    }
}
