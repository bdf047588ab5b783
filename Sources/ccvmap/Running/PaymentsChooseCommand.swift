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

/// The command `ccvmap payments retry`: lets payments be decided and sent again.
struct PaymentsRetryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry", abstract: "Let payments be decided and sent again.",
        discussion: """
            Example:
              ccvmap payments retry I261119080210004CB87E19A.Y --reason "periode geopend"

            An entry that may be in the books is never sent again by this.
            """)

    @Argument(help: "CCV's references of the payments.")
    var references: [String]

    @OptionGroup var act: OperatorOptions

    func run() throws {
        try act.perform { ledger, connection, note in
            try ledger.retry(references, of: connection, note)
        }
        print("\(references.count) payments are looked at again by the next run")
    }
}

/// The command `ccvmap payments ignore`: says that payments are not to be booked.
struct PaymentsIgnoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ignore", abstract: "Say that payments are not to be booked, and why.",
        discussion: """
            Example:
              ccvmap payments ignore I261119080210004CB87E19A.Y --reason "testbetaling"
            """)

    @Argument(help: "CCV's references of the payments.")
    var references: [String]

    @OptionGroup var act: OperatorOptions

    func run() throws {
        try act.perform { ledger, connection, note in
            try ledger.ignore(references, of: connection, note)
        }
        print("\(references.count) payments are ignored")
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
    func perform(
        _ work: (LedgerStore, _ connection: String, OperatorNote) throws -> Void
    ) throws {
        let live = try choice.open()
        let environment = ProcessInfo.processInfo.environment
        let who = by ?? environment["SUDO_USER"] ?? environment["USER"] ?? "operator"
        try CommandFault.ofLedger {
            let ledger = try LedgerStore(path: live.configuration.database)
            try work(ledger, live.name, OperatorNote(who: who, reason: reason, at: AsOf.now))
        }
    }
}
