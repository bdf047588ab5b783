import CCVClient
import ConfigurationReading
import DomainModel
import RuleEngine
import ServiceHTTP
import TwinfieldClient
import TwinfieldXML

/// What a dry run on the connections decides about; it only reads.
struct LiveRecords {
    let payments: PaymentTable
    let items: OpenItemTable
    let customers: CustomerTable
    /// What stands in the memo journals already.
    let forwarded: ForwardedPayments
    /// What a person should know of these records, each a sentence.
    let remarks: [String]

    /// Reads the payments of a period, the sales that they may pay, the customers, and the entries
    /// that were made since.
    static func read(
        _ live: LiveConnection, rules: CompiledRuleSet, from: Instant, to: Instant,
        progress: ProgressLine
    ) async throws -> LiveRecords {
        let ccv = try live.ccv()
        let twinfield = try live.twinfield(office: rules.office)
        do {
            progress.show("reading payments from CCV")
            let fetched = try await LivePayments(of: ccv, from: from, to: to)
            let payments = try fetched.table()
            progress.show("reading open items from Twinfield")
            let years = SaleYears(rules: rules, from: from, to: to)
            var items = try await twinfield.openItems(years: years.first...years.last)
            progress.show("reading customers from Twinfield")
            let customers = try await twinfield.customers()
            progress.show("reading the memo journal from Twinfield")
            let forwarded = try await search(twinfield, rules, payments, from: from)
            progress.clear()
            items.warnings += fetched.doubts
            return LiveRecords(
                payments: payments, items: items, customers: customers.customers,
                forwarded: forwarded, remarks: try remarks(live))
        } catch let fault as ServiceFault {
            progress.clear()
            throw CommandFault(fault)
        }
    }

    /// Looks for the payments in the memo journals, by the clock of Twinfield: from two days before
    /// the first payment to two days after its own now.
    private static func search(
        _ twinfield: TwinfieldClient, _ rules: CompiledRuleSet, _ payments: PaymentTable,
        from: Instant
    ) async throws(ServiceFault) -> ForwardedPayments {
        var forwarded = ForwardedPayments(of: payments)
        guard !payments.rows.isEmpty else { return forwarded }
        let twoDays: Int64 = 2 * 86_400_000
        var first = from
        for row in payments.rows where row.created.isPresent { first = min(first, row.created) }
        let now = try await twinfield.serverDate()
        for journal in Set(rules.templates.map(\.journal)).sorted() {
            let lines = try await twinfield.memoLines(
                journal: journal,
                inputFrom: Instant(milliseconds: first.milliseconds - twoDays),
                inputTo: Instant(milliseconds: now.milliseconds + twoDays))
            for line in lines.rows {
                forwarded.note(
                    line.description.utf8, of: .init(daybook: line.code, number: line.number))
            }
        }
        return forwarded
    }

    private static func remarks(_ live: LiveConnection) throws -> [String] {
        guard try live.keyMode() == .test else { return [] }
        let rest =
            live.connection.ccv.allowsTest
            ? "ccv.allow_test is true, so they would be booked"
            : "they are never booked, unless  ccv.allow_test: true  is configured"
        return ["The API key is a test key: these payments are not real; \(rest)."]
    }
}
