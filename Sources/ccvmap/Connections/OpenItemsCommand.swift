import ArgumentParser
import DomainModel
import RuleEngine
import RunnerCore
import ServiceHTTP
import TwinfieldClient

/// The command `ccvmap open-items`: prints the customer lines as read from Twinfield.
struct OpenItemsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open-items", abstract: "Print the open items that Twinfield has.",
        discussion: """
            Examples:
              ccvmap open-items
              ccvmap open-items --connection webshop --json > open-items.ndjson
              ccvmap open-items --from-year 2024

            The table shows what is open. With --json every line that was read is an object on a
            line, also what is settled already: that is what a dry run decides with. [] is none.
            Exit codes: 0 everything of these years, 1 it could not all be read, 2 wrong
            configuration or rules.
            """)

    @OptionGroup var choice: ConnectionChoice

    @Option(help: "The first book year. (default: the year in which 70 days ago lies)")
    var fromYear: Int?

    @Option(help: "The last book year. (default: this year)")
    var toYear: Int?

    @Flag(help: "Print an object a line for scripts.")
    var json = false

    func run() async throws {
        let live = try choice.open()
        let rules = try live.rules()
        let twinfield = try live.twinfield(office: rules.office)
        let back = PeriodOptions.daysBack * 86_400_000
        let now = AsOf.now
        let years = SaleYears(
            rules: rules, from: Instant(milliseconds: now.milliseconds - back), to: now)
        let first = fromYear ?? min(years.first, toYear ?? years.first)
        let last = toYear ?? max(years.last, first)
        guard (1900...9999).contains(first), (first...9999).contains(last) else {
            throw CommandFault.usage(
                "--from-year and --to-year are years, the first before the last")
        }
        do {
            let items = try await twinfield.openItems(years: first...last)
            let customers = try await twinfield.customers()
            let bytes =
                json
                ? OpenItemJSON(items: items, customers: customers.customers).bytes()
                : Array(Self.table(items).utf8)
            try Console.output(bytes[...])
            for warning in items.warnings { Console.error("warning: \(warning)") }
            Console.error(Self.summary(items, first, last))
        } catch let fault as ServiceFault {
            throw CommandFault(fault)
        }
    }

    private static func summary(_ items: OpenItemTable, _ first: Int, _ last: Int) -> String {
        var sums: [String: Int64] = [:]
        var count = 0
        for row in items.rows where row.matchStatus == .available {
            count += 1
            sums[row.currency.text, default: 0] &+= row.openValue
        }
        let amounts = sums.sorted { $0.key < $1.key }.map { currency, sum in
            let digits = CurrencyCode(Array(currency.utf8))?.minorDigits ?? 2
            return currency + " " + MinorUnits.text(sum, digits: digits)
        }
        let total = amounts.isEmpty ? "" : ", " + amounts.joined(separator: ", ")
        return "\(items.rows.count) lines of \(first) to \(last) read; \(count) are open" + total
    }

    private static func table(_ items: OpenItemTable) -> String {
        items.rows.indices.compactMap { position -> String? in
            let row = items.rows[position]
            guard row.matchStatus == .available else { return nil }
            let sale = items.text(row.daybook) + " " + items.text(row.number)
            let amount = MinorUnits.text(row.openValue, digits: row.currency.minorDigits)
            let cells = [
                sale, row.date.isoText, items.text(row.customer), items.text(row.customerName),
                row.currency.text + " " + amount, items.text(row.invoiceNumber),
            ]
            return cells.map { TerminalCell.clean($0) }.joined(separator: "  ") + "\n"
        }.joined()
    }
}
