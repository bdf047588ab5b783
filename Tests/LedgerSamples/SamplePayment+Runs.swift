import ByteText
import DomainModel
import RunnerCore

extension SamplePayment {
    /// Adds its sale.
    func append(to table: inout OpenItemTable, open: Int64, year: Int) {
        var row = OpenItemRow()
        row.number = table.texts.append(sale.entry.number)
        row.invoiceNumber = table.texts.append(order)
        row.description = table.texts.append(order)
        row.customer = table.texts.append(customer)
        row.customerName = table.texts.append(customerName)
        row.office = table.texts.append("NLA001")
        row.daybook = table.texts.append(sale.entry.daybook)
        row.line = table.texts.append(sale.line)
        row.account = table.texts.append("1300")
        row.value = amount
        row.openValue = open
        row.date = CalendarDate(year: year, month: 6, day: 1) ?? CalendarDate(daysSinceEpoch: 0)
        row.dueDate = row.date.adding(days: 30)
        row.currency = .eur
        row.status = .final
        row.matchStatus = open == 0 ? .matched : .available
        table.rows.append(row)
    }

    /// What the rules say; nil when it is not decided yet.
    func decided(asOf: Instant) -> DecidedPayment? {
        switch fate {
        case .undecided: nil
        case .reconciled, .posted: decision(.due, "", asOf)
        case .decided(let state, let reason): decision(state, reason, asOf)
        }
    }

    private func decision(
        _ state: PaymentState, _ reason: String, _ asOf: Instant
    ) -> DecidedPayment {
        let key = #"{"code":"VRK","number":"\#(sale.entry.number)","line":"1"}"#
        let text = reason.isEmpty ? "" : "the reason of \(reason) for \(order), in a sentence"
        let candidates =
            state == .due || state == .review
            ? """
            {"sale":\(key),"customer":"\(customer)","criteria":{"amount":"equals_open",\
            "order_number":"same","email":"not_given"},"obstacles":[],"row":1,"then":"book",\
            "found_by":["order_number","amount"],"would_book_if":[]}
            """ : ""
        let waits = state == .waiting ? #""waits_until":"2026-12-07","# : ""
        let json = """
            {"reference":"\(reference)","as_of":"\(asOf.isoText)","outcome":"book","rule":"paid",\
            "sale":\(state == .due ? key : "null"),"reasons":[{"code":"\(reason)",\
            "text":"\(text)"}],"warnings":[],"candidates":[\(candidates)],"candidates_total":1,\
            "rules_tried":[{"id":"failed","failed":{"key":"status","wanted":"failed",\
            "found":"success"}},{"id":"paid","failed":null}],"order_number":"\(order)",\
            "lead":"no other sale shares its order number, its amount or the payer's address",\
            \(waits)"revision":"sha256:sample"}
            """
        return DecidedPayment(
            reference: reference, state: state, reason: reason, text: text, amount: amount,
            currency: "EUR", sale: state == .due ? sale : nil, rule: "paid",
            json: Array(json.utf8))
    }

    /// The entry that is sent.
    func posting(_ connection: String) -> Posting {
        Posting(
            key: PostingKey(connection: connection, reference: reference), office: "NLA001",
            attempt: 1, digest: "sha256:" + digits(64), revision: "sha256:sample",
            journal: "MEMO", sale: sale, saleOpen: amount, suspenseAccount: "2101",
            debtorAccount: "1300", customer: customer, invoiceNumber: order, amount: amount,
            currency: .eur, matchDate: TimeZoneRules.utc.date(of: created), created: created)
    }

    /// As many hexadecimal digits that look like a digest.
    private func digits(_ count: Int) -> String {
        var state = UInt64(number) &* 0x9E37_79B9_7F4A_7C15
        return String(
            (0..<count).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1
                return Array("0123456789abcdef")[Int(state >> 60)]
            })
    }

    /// The text of the entry for people.
    var memo: String {
        """
        MEMO \(TimeZoneRules.utc.date(of: created).isoText) EUR NLA001 provisional
        debit 2101 \(MinorUnits.text(amount)) \(order) "\(reference) betaling"
        credit 1300 \(customer) \(MinorUnits.text(amount)) \(order) "\(order)"
        """
    }
}
