import ArgumentParser
import CCVClient
import ConfigurationReading
import DomainModel
import RecordReading
import ServiceHTTP

/// The command `ccvmap fetch`: prints the payments as CCV gives them; nothing is stored.
struct FetchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch", abstract: "Print the payments that CCV has; nothing is stored.",
        discussion: """
            Examples:
              ccvmap fetch --since 2026-11-01
              ccvmap fetch --connection webshop --json > payments.ndjson

            Without --since the payments of the last 70 days are fetched. With --json each payment
            is an object on a line, as CCV gave it, without its links and details; [] is none.
            Exit codes: 0 all that CCV has of these days, 1 it cannot be known to be all,
            2 wrong configuration.
            """)

    @OptionGroup var choice: ConnectionChoice
    @OptionGroup var period: PeriodOptions

    @Flag(help: "Print an object a line for scripts.")
    var json = false

    func run() async throws {
        let live = try choice.open()
        guard let zone = SystemTimeZone.rules(live.configuration.schedule.timeZone) else {
            throw CommandFault.usage("schedule.time_zone is not known on this machine")
        }
        let (from, to) = try period.moments(in: zone, now: AsOf.now)
        do {
            let found = try await LivePayments(
                of: live.ccv(), from: from, to: to, withOriginals: false)
            let records = found.records
            try Console.output(
                (json ? Self.lines(records) : Array(Self.table(records).utf8))[...])
            for doubt in found.doubts { Console.error("warning: \(doubt)") }
            Console.error(
                "\(records.count) payments from \(zone.isoText(of: from)) to"
                    + " \(zone.isoText(of: to)), in \(found.requestCount) questions")
        } catch let fault as ServiceFault {
            throw CommandFault(fault)
        }
    }

    private static func lines(_ records: [PaymentRecord]) -> [UInt8] {
        guard !records.isEmpty else { return Array("[]\n".utf8) }
        var bytes: [UInt8] = []
        for record in records { bytes += record.json + [0x0A] }
        return bytes
    }

    private static func table(_ records: [PaymentRecord]) -> String {
        records.map { record in
            let moment = record.created.isoText
            return TerminalCell.clean(record.reference) + "  " + moment + "\n"
        }.joined()
    }
}
