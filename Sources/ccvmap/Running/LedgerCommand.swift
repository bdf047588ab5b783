import ArgumentParser
import ConfigurationReading
import LedgerStore

/// The group of commands `ccvmap ledger`.
struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "Check, back up and restore the ledger.",
        subcommands: [
            LedgerVerifyCommand.self, LedgerBackupCommand.self, LedgerRestoreCommand.self,
        ])
}

/// The command `ccvmap ledger verify`: computes the chain of the ledger again.
struct LedgerVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Compute the chain and the states of the ledger again.",
        discussion: """
            Example:  ccvmap ledger verify --config books/ccvmap.yaml

            Exit codes: 0 everything is as it was written, 1 it is not, and where.
            """)

    @OptionGroup var options: ConfigurationOptions

    func run() throws {
        guard let configuration = try options.readOrExplain().configuration else { return }
        let audit = try CommandFault.lookingAtLedger(configuration.database) { try $0.verify() }
        guard audit.isSound else {
            throw CommandFault.failed(
                "\(configuration.database): \(audit.damage?.text ?? "damaged")",
                help: "keep a copy of the file, then  ccvmap ledger restore FILE")
        }
        print("the ledger is sound: \(audit.entries) entries, the last is \(audit.link)")
    }
}

/// The command `ccvmap ledger backup`: a copy while runs go on.
struct LedgerBackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the ledger into a new file, while runs go on.",
        discussion: "Example:  ccvmap ledger backup /var/backups/ccvmap-2026-11-20.sqlite")

    @Argument(help: "The new file; nothing is overwritten.")
    var file: String

    @OptionGroup var options: ConfigurationOptions

    func run() throws {
        guard let configuration = try options.readOrExplain().configuration else { return }
        let audit = try CommandFault.lookingAtLedger(configuration.database) {
            try $0.backup(to: file)
        }
        print("\(file): \(audit.entries) entries, the last is \(audit.link)")
    }
}

/// The command `ccvmap ledger restore`: puts a copy in the place of the ledger.
struct LedgerRestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put a backup in the place of the ledger.",
        discussion: """
            Example:  ccvmap ledger restore /var/backups/ccvmap-2026-11-20.sqlite

            The backup is checked first, and what stood there is kept beside it. What was booked
            since is found again in Twinfield by its transaction id.
            """)

    @Argument(help: "The backup.")
    var file: String

    @OptionGroup var options: ConfigurationOptions

    func run() throws {
        guard let configuration = try options.readOrExplain().configuration else { return }
        let aside = try CommandFault.ofLedger {
            try LedgerStore.restore(from: file, to: configuration.database)
        }
        print("\(configuration.database) is the backup now")
        if let aside { print("what stood there before is \(aside)") }
    }
}

extension CommandFault {
    /// Looks at the ledger, which must be there; its fault becomes one of the command.
    static func lookingAtLedger<Value>(
        _ path: String, _ work: (LedgerStore) throws -> Value
    ) throws -> Value {
        try ofLedger { try work(LedgerStore(path: path, options: .init(makesNew: false))) }
    }

    /// Does something with the ledger; its fault becomes one of the command.
    static func ofLedger<Value>(_ work: () throws -> Value) throws -> Value {
        do { return try work() } catch let fault as LedgerFault { throw CommandFault(fault) }
    }
}
