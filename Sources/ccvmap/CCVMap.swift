import ArgumentParser
import Glibc

/// The program: `ccvmap` and its commands.
@main
struct CCVMap: ParsableCommand {
    /// The version of the program.
    static let number = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "ccvmap",
        abstract: "Maps CCV Online Payments to memo entries in Twinfield, by rules in YAML.",
        discussion: """
            Start with  ccvmap init books  and look at what it makes of your payments with
            ccvmap dry-run. Nothing is booked anywhere by these commands.

            Exit codes: 0 all well, 1 it failed, 2 wrong usage, configuration or rules, 3 done,
            but some payments need a person.
            """,
        version: "ccvmap \(number)",
        subcommands: [
            InitCommand.self, DryRunCommand.self, ExplainCommand.self, RulesCommand.self,
            ConnectCommand.self, DisconnectCommand.self, StatusCommand.self, FetchCommand.self,
            OpenItemsCommand.self, DoctorCommand.self, RunCommand.self, ServeCommand.self,
            PaymentsCommand.self,
            LedgerCommand.self, UsersCommand.self, ConfigCommand.self, SecretsCommand.self,
            SandboxCommand.self,
        ])

    /// Runs the command and maps every failure to a documented exit code.
    static func main() async {
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let fault as CommandFault {
            Console.error("ccvmap: \(fault.message)")
            if !fault.help.isEmpty { Console.error("help: \(fault.help)") }
            Glibc.exit(fault.code.rawValue)
        } catch let code as ExitCode {
            Glibc.exit(code.rawValue)
        } catch {
            let code = exitCode(for: error)
            let message = fullMessage(for: error)
            if code == .success {
                print(message)
                Glibc.exit(0)
            }
            Console.error(message)
            Glibc.exit(code == .validationFailure ? 2 : 1)
        }
    }
}
