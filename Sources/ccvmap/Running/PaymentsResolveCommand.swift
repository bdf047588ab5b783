import ArgumentParser
import ConfigurationReading
import DomainModel
import LedgerStore
import RuleEngine
import RunnerCore

/// The command `ccvmap payments resolve`: names the entry by which a person settled a payment.
struct PaymentsResolveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract: "Say which entry in Twinfield settles a payment; it is not booked again.",
        discussion: """
            Example:
              ccvmap payments resolve I261119080210004CB87E19A.Y --memo MEMO/202600123 \\
                --reason "met de hand geboekt"

            The entry is read from Twinfield first: it must be there, with a line of the amount of
            the payment.
            """)

    @Argument(help: "CCV's reference of the payment.")
    var reference: String

    @Option(help: "The entry: CODE/NUMBER.")
    var memo: String

    @OptionGroup var act: OperatorOptions

    func run() async throws {
        let parts = memo.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
            throw CommandFault.usage(
                "--memo \(TerminalCell.clean(memo)) names no entry",
                help: "write  --memo MEMO/202600123")
        }
        let key = EntryKey(daybook: parts[0], number: parts[1])
        let live = try act.choice.open()
        let history = try CommandFault.lookingAtLedger(live.configuration.database) {
            try $0.payment(reference, of: live.name)
        }
        guard let history else { throw PaymentsShowCommand.unknown(reference) }
        try await ResolvingEntry(key, live).check(against: history.payment)
        try act.perform(on: live) { ledger, connection, note in
            try ledger.resolve(reference, of: connection, entry: key, note)
        }
        print("\(TerminalCell.clean(reference)): settled by \(key.text)")
    }
}

/// An entry that a person names as the one that settles a payment, held against the books.
struct ResolvingEntry {
    private let key: EntryKey
    private let live: LiveConnection

    init(_ key: EntryKey, _ live: LiveConnection) {
        self.key = key
        self.live = live
    }

    /// Throws when the entry is not in the books, or has no line of the amount of the payment.
    func check(against payment: ListedPayment) async throws {
        let office = try live.rules().office
        let books = TwinfieldBooks(client: try live.twinfield(office: office), office: office)
        let entry: BookedEntry?
        do {
            entry = try await books.entry(key)
        } catch let fault as PortFault {
            throw CommandFault.failed(fault.message, help: fault.help)
        }
        guard let entry else {
            throw CommandFault.failed(
                "\(key.text) does not stand in administration \(office)",
                help: "look up its daybook and number in Twinfield")
        }
        guard entry.lines.contains(where: { $0.value.magnitude == payment.amount.magnitude }) else {
            throw CommandFault.failed(
                "\(key.text) has no line of \(PaymentText.amount(payment)) \(payment.currency),"
                    + " the amount of the payment",
                help: "name the entry that books this payment")
        }
    }
}
