import BooksModel
import DomainModel

/// The books of a small shop, and short words to act in them.
enum Shop {
    static let moment = Instant(milliseconds: 1_795_000_000_000)  // 2026-11-18

    static var books: Books {
        Books(
            office: Office(code: "NLA001", name: "Webwinkel", shortName: "Web"),
            daybooks: [
                Daybook(code: "VRK", name: "Verkoop", shortName: "Verkoop", category: .sales),
                Daybook(code: "INK", name: "Inkoop", shortName: "Inkoop", category: .purchase),
                Daybook(code: "MEMO", name: "Memoriaal", shortName: "Memo", category: .journal),
                Daybook(code: "BNK", name: "Bank", shortName: "Bank", category: .bank),
                Daybook(
                    code: "AFLETTEREN", name: "Afletteren", shortName: "Afl",
                    category: .automatic),
                Daybook(
                    code: "VRK1", name: "Verkoop, elk nummer eens", shortName: "Verkoop",
                    category: .sales, enabledFreeTexts: [2], lineDate: .mandatory,
                    refusesDuplicateInvoiceNumbers: true),
            ],
            accounts: [
                Account(
                    code: "1300", name: "Debiteuren", shortName: "Deb", kind: .balance,
                    requiresRelation: true, isMatchable: true),
                Account(
                    code: "1301", name: "Andere debiteuren", shortName: "Deb", kind: .balance,
                    requiresRelation: true, isMatchable: true),
                Account(code: "1500", name: "Btw", shortName: "Btw", kind: .balance),
                Account(code: "2101", name: "Kruispost", shortName: "Kruis", kind: .balance),
                Account(code: "8000", name: "Omzet", shortName: "Omzet", kind: .profitAndLoss),
                Account(code: "9990", name: "Afboeken", shortName: "Af", kind: .profitAndLoss),
            ],
            customers: [
                Customer(code: "DEB", name: "Sjabloon", isTemplate: true),
                Customer(code: "D1", name: "Eerste", paymentTermDays: 14),
                Customer(code: "D2", name: "Tweede"),
                Customer(code: "D3", name: "Dicht", status: .blocked),
                Customer(code: "D4", name: "Weg", status: .deleted),
                Customer(code: "D5", name: "Elders", controlAccount: "1301"),
            ],
            currencies: [
                BooksCurrency(
                    code: usd, name: "Dollar", shortName: "Dollar", rate: 900_000_001)
            ],
            vatCodes: [
                VATCode(code: "VH", name: "Hoog", shortName: "Hoog"),
                VATCode(code: "IH", name: "Hoog", shortName: "Hoog", side: .purchase),
            ],
            writeOffAccounts: WriteOffAccounts(writeOff: "9990", discount: "9990"),
            years: 2025...2026, lastClosedPeriod: BookPeriod(year: 2025, number: 12))
    }

    static let usd = CurrencyCode("USD".utf8) ?? .absent

    /// A memo of two lines: a payment, and the customer who paid.
    static func memo(
        _ amount: String = "119.00", customer: String = "D1", destiny: String = "temporary"
    ) -> EntryRequest {
        EntryRequest(
            destiny: destiny, office: "NLA001", daybook: "MEMO", currency: "EUR",
            date: "20261120",
            lines: [
                LineRequest(dim1: "2101", debitCredit: "debit", value: amount),
                LineRequest(
                    dim1: "1300", dim2: customer, debitCredit: "credit", value: amount,
                    invoiceNumber: "W17"),
            ])
    }

    /// A sales entry of a total, a detail and tax of 21 cents.
    static func sale(
        _ amount: String = "1.21", net: String = "1.00", customer: String = "D1",
        invoice: String = "W17", daybook: String = "VRK", destiny: String = "temporary"
    ) -> EntryRequest {
        EntryRequest(
            destiny: destiny, office: "NLA001", daybook: daybook, currency: "EUR",
            date: "20261101", invoiceNumber: invoice,
            lines: [
                LineRequest(
                    kind: "total", dim1: "1300", dim2: customer, debitCredit: "debit",
                    value: amount),
                LineRequest(dim1: "8000", debitCredit: "credit", value: net),
                LineRequest(
                    kind: "vat", dim1: "1500", debitCredit: "credit", value: "0.21",
                    vatCode: "VH"),
            ])
    }

    static func line(
        _ key: EntryKey, _ line: Int, value: String? = nil, writeOff: (String, String)? = nil
    ) -> MatchRequest.Line {
        MatchRequest.Line(
            daybook: key.daybook, number: key.number, line: String(line), value: value,
            writeOffType: writeOff?.0, writeOffValue: writeOff?.1)
    }
}

extension Books {
    /// Posts, and gives the key of what was saved; a key without a number when it was refused.
    mutating func post(
        _ request: EntryRequest, origin: Entry.Origin = .import, at instant: Instant = Shop.moment
    ) -> EntryKey {
        let outcome = apply(.post(request, origin: origin, user: "API"), at: instant)
        guard case .saved(let entry) = outcome else {
            return EntryKey(daybook: "\(outcome)", number: "")
        }
        return entry.key
    }

    mutating func match(_ lines: MatchRequest.Line...) -> BooksOutcome {
        apply(.match(MatchRequest(date: "20261121", lines: lines)), at: Shop.moment)
    }

    func line(_ key: EntryKey, _ id: Int) -> EntryLine? { entry(key)?.line(id: id) }
}
