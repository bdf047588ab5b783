import CCVClient
import ConfigurationReading
import DomainModel
import RuleEngine
import RunnerCore
import ServiceHTTP

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
        let books = TwinfieldBooks(
            client: try live.twinfield(office: rules.office), office: rules.office)
        do {
            progress.show("reading payments from CCV")
            let fetched = try await LivePayments(of: ccv, from: from, to: to)
            let payments = try fetched.table()
            progress.show("reading open items from Twinfield")
            let years = SaleYears(rules: rules, from: from, to: to)
            var items = try await books.openItems(from: years.first, to: years.last)
            progress.show("reading customers from Twinfield")
            let customers = try await books.customers()
            progress.show("reading the memo journal from Twinfield")
            let forwarded = try await JournalSearch.forwarded(
                payments, rules: [rules], in: books, now: try await books.now())
            progress.clear()
            items.warnings += fetched.doubts
            return LiveRecords(
                payments: payments, items: items, customers: customers, forwarded: forwarded,
                remarks: try remarks(live))
        } catch let fault as ServiceFault {
            progress.clear()
            throw CommandFault(fault)
        } catch let fault as PortFault {
            progress.clear()
            throw CommandFault.failed(fault.message, help: fault.help)
        }
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
