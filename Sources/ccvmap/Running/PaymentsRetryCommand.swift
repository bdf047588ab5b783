import ArgumentParser
import LedgerStore
import RunnerCore

/// The command `ccvmap payments retry`: lets payments be decided and sent again.
struct PaymentsRetryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry", abstract: "Let payments be decided and sent again.",
        discussion: """
            Examples:
              ccvmap payments retry I261119080210004CB87E19A.Y --reason "periode geopend"
              ccvmap payments retry --code refused --reason "kruisposten aangemaakt"
              ccvmap payments retry --code no_sale --rules then --reason "hoort bij oktober"

            With  --rules then  a payment is decided by the rules by which it was decided first,
            when it came in, until it is booked or retried again. An entry that may be in the books
            is never sent again by this.
            """)

    @OptionGroup var selection: PaymentSelection
    @OptionGroup var act: OperatorOptions

    @Option(help: "Decide by the rules of now, or by those of then.")
    var rules = RulesOf.now

    func run() throws {
        let count = try act.perform { ledger, connection, note in
            let references = try selection.references(in: ledger, of: connection)
            try ledger.retry(
                references, of: connection, note, by: rules == .then ? .then : .now)
            return references.count
        }
        print("looked at again by the next run: \(count)")
    }
}

/// The command `ccvmap payments ignore`: says that payments are not to be booked.
struct PaymentsIgnoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ignore", abstract: "Say that payments are not to be booked, and why.",
        discussion: """
            Examples:
              ccvmap payments ignore I261119080210004CB87E19A.Y --reason "testbetaling"
              ccvmap payments ignore --code money_back --reason "met de hand geboekt"
            """)

    @OptionGroup var selection: PaymentSelection
    @OptionGroup var act: OperatorOptions

    func run() throws {
        let count = try act.perform { ledger, connection, note in
            let references = try selection.references(in: ledger, of: connection)
            try ledger.ignore(references, of: connection, note)
            return references.count
        }
        print("ignored: \(count)")
    }
}

/// Which payments an action is about: those that are named, or all with one reason code.
struct PaymentSelection: ParsableArguments {
    @Argument(help: "CCV's references of the payments.")
    var references: [String] = []

    @Option(help: "All payments with this reason code, such as no_sale, instead of references.")
    var code: String?

    func validate() throws {
        if references.isEmpty == (code == nil) {
            throw ValidationError("name the payments by their references, or with --code CODE")
        }
    }

    /// The references; throws when no payment has the code.
    func references(in ledger: LedgerStore, of connection: String) throws -> [String] {
        guard let code else { return references }
        let found = try ledger.references(connection, reason: code)
        guard !found.isEmpty else {
            throw CommandFault.failed(
                "no payment of \(TerminalCell.clean(connection)) has the reason code "
                    + TerminalCell.clean(code),
                help: "ccvmap payments  shows the code of each payment")
        }
        return found
    }
}
