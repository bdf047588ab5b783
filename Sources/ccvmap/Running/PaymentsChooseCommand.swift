import ArgumentParser
import ConfigurationReading
import DomainModel
import FoundationEssentials
import LedgerStore
import RunnerCore

/// The command `ccvmap payments choose`: settles a review by naming the sale.
struct PaymentsChooseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "choose", abstract: "Say which sale a payment pays; the next run books it.",
        discussion: """
            Example:
              ccvmap payments choose I261119080210004CB87E19A.Y --sale VRK/202600017/1 \\
                --reason "klant belde: dit is de betaling van WEB-17"

            The next run books it as it would any other, when the sale is still open.
            """)

    @Argument(help: "CCV's reference of the payment.")
    var reference: String

    @Option(help: "The sale: CODE/NUMBER/LINE; the line is 1 when it is left out.")
    var sale: String

    @OptionGroup var act: OperatorOptions

    func run() throws {
        let parts = sale.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard (2...3).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }) else {
            throw CommandFault.usage(
                "--sale \(TerminalCell.clean(sale)) names no sale",
                help: "write  --sale VRK/202600017  or  --sale VRK/202600017/1")
        }
        let key = SaleKey(
            daybook: parts[0], number: parts[1], line: parts.count == 3 ? parts[2] : "1")
        try act.perform { ledger, connection, note in
            try ledger.choose(reference, of: connection, sale: key, note)
        }
        print("\(TerminalCell.clean(reference)): the next run books it on \(key.text)")
    }
}

/// Who does something to a payment, and why.
struct OperatorOptions: ParsableArguments {
    @OptionGroup var choice: ConnectionChoice

    @Option(help: "Why; it is kept for good.")
    var reason: String

    @Option(help: "Who does it. (default: the user of this system)")
    var by: String?

    /// Does it to the ledger of the connection.
    func perform<Value>(
        _ work: (LedgerStore, _ connection: String, OperatorNote) throws -> Value
    ) throws -> Value {
        let live = try choice.open()
        return try perform(on: live, work)
    }

    /// The same, with a connection that is open already.
    func perform<Value>(
        on live: LiveConnection,
        _ work: (LedgerStore, _ connection: String, OperatorNote) throws -> Value
    ) throws -> Value {
        let environment = ProcessInfo.processInfo.environment
        let who = by ?? environment["SUDO_USER"] ?? environment["USER"] ?? "operator"
        return try CommandFault.lookingAtLedger(live.configuration.database) { ledger in
            try work(ledger, live.name, OperatorNote(who: who, reason: reason, at: AsOf.now))
        }
    }
}
