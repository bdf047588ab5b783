import ArgumentParser
import ByteText
import ConfigurationReading
import DomainModel
import LedgerStore
import RunnerCore

/// The group of commands `ccvmap payments`; without a subcommand it lists.
struct PaymentsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "payments", abstract: "List the payments of the ledger, and settle them.",
        subcommands: [
            PaymentsListCommand.self, PaymentsShowCommand.self, PaymentsChooseCommand.self,
            PaymentsRetryCommand.self, PaymentsIgnoreCommand.self, PaymentsResolveCommand.self,
        ], defaultSubcommand: PaymentsListCommand.self)
}

/// The command `ccvmap payments`: what the ledger knows of each payment.
struct PaymentsListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the payments of the ledger.",
        discussion: """
            Examples:
              ccvmap payments --state review
              ccvmap payments --code no_sale
              ccvmap payments --json
            """)

    @OptionGroup var options: ConfigurationOptions

    @Option(help: "Only this connection.")
    var connection: String?

    @Option(help: "Only this state, such as review, waiting, failed, parked, posted, reconciled.")
    var state: String?

    @Option(help: "Only this reason code, such as no_sale.")
    var code: String?

    @Flag(help: "Print an object a line for scripts.")
    var json = false

    func run() throws {
        guard let configuration = try options.readOrExplain().configuration else { return }
        let wanted = try state.map { word in
            guard let state = PaymentState(rawValue: word) else {
                let all = PaymentState.allCases.map(\.rawValue).joined(separator: ", ")
                throw CommandFault.usage(
                    "\(TerminalCell.clean(word)) is no state", help: "the states are: \(all)")
            }
            return state
        }
        let payments = try Self.payments(configuration.database) {
            try $0.payments(of: connection, state: wanted, reason: code)
        }
        if !json { Console.error("payments: \(payments.count)") }
        try Console.output((json ? Self.json(payments) : Array(Self.table(payments).utf8))[...])
    }

    /// What a ledger lists; nothing where no run made one yet.
    private static func payments(
        _ path: String, _ list: (LedgerStore) throws -> [ListedPayment]
    ) throws -> [ListedPayment] {
        do {
            return try list(LedgerStore(path: path, options: .init(makesNew: false)))
        } catch let fault as LedgerFault where fault.reason == .noneYet {
            Console.error("\(fault.message); \(fault.help)")
            return []
        } catch let fault as LedgerFault {
            throw CommandFault(fault)
        }
    }

    private static func table(_ payments: [ListedPayment]) -> String {
        payments.map { payment in
            let amount = PaymentText.amount(payment) + " " + payment.currency
            let cells = [
                payment.reference, payment.state?.rawValue ?? "-", payment.reason, amount,
                payment.sale?.text ?? "", payment.memo?.text ?? "",
            ]
            return cells.map { TerminalCell.clean($0) }.joined(separator: "  ") + "\n"
        }.joined()
    }

    private static func json(_ payments: [ListedPayment]) -> [UInt8] {
        guard !payments.isEmpty else { return Array("[]\n".utf8) }
        var json = JSONWriter()
        for payment in payments {
            PaymentText.write(payment, to: &json)
            json.newline()
        }
        return json.bytes
    }
}
