import ArgumentParser
import DomainModel
import FoundationEssentials
import Sandbox

/// `ccvmap sandbox`: CCV and Twinfield on this machine, to try out and to test against.
struct SandboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sandbox",
        abstract: "Runs doubles of CCV and Twinfield on this machine, with a sample shop.",
        discussion: """
            Once it listens it prints one line of JSON on stdout, and everything else on stderr:
            {"admin","api_key","ccv","client_id","client_secret","office","twinfield"}
            Ctrl-C or SIGTERM ends it. It listens on 127.0.0.1 only. Nothing in it is real, and it
            books twice what is posted twice, as Twinfield does.

            Example:
              ccvmap sandbox --port 5080 --dir books &
              curl -u l_…: http://127.0.0.1:5080/api/v1/method
              curl http://127.0.0.1:5080/admin

            Faults are WHERE:WHAT with a when behind it, with commas between them:
              --faults 'post:cut-after@3,match:429(7)@every:5,browse:slow(2s)%10'
              --faults @faults.json
            WHERE  a request (post, match, browse, read, finder, token, transaction-list, …),
                   a service (ccv, twinfield, login), both (twinfield/read), a path, or any
            WHAT   \(SandboxOptions.faultWords)
            WHEN   @3 the third, @2-4, @from:5, @first:2, @every:5, @times:3, %10 ten of a hundred

            People act in it through the admin address; GET /admin says what there is:
              curl -X POST http://127.0.0.1:5080/admin/clock -d '{"forward":"3d"}'
              curl -X POST http://127.0.0.1:5080/admin/books/finalise \\
                -d '{"daybook":"MEMO","number":"202600001"}'
              curl -X POST http://127.0.0.1:5080/admin/faults -d '"post:503-after@1"'
            """)

    @Option(help: ArgumentHelp("The port; 0 is any that is free.", valueName: "port"))
    var port = 0

    @Option(
        help: ArgumentHelp(
            "A folder in which books, payments and tokens survive; without it all is forgotten.",
            valueName: "folder"))
    var dir: String?

    @Option(help: ArgumentHelp("The seed of the shop and of faults by chance.", valueName: "n"))
    var seed: UInt64?

    @Option(
        help: ArgumentHelp(
            "So many payments, with their sales and customers; without it the small shop.",
            valueName: "n"))
    var payments: Int?

    @Option(help: ArgumentHelp("Faults, or @FILE with JSON.", valueName: "faults"))
    var faults: String?

    @Option(
        help: ArgumentHelp(
            "The moment at which the sandbox begins, such as 2026-11-20T09:00:00Z; default now.",
            valueName: "moment"))
    var start: String?

    @Option(
        help: ArgumentHelp(
            "Answers 429 when Twinfield's credits of a minute are used up (a query costs 1,"
                + " everything else 3; an uncertified client has 25).", valueName: "n"))
    var creditsPerMinute: Int?

    mutating func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port must be 0 to 65535.")
        }
        guard payments.map({ (0...5_000_000).contains($0) }) ?? true else {
            throw ValidationError("--payments must be 0 to 5000000.")
        }
        guard creditsPerMinute.map({ $0 > 0 }) ?? true else {
            throw ValidationError("--credits-per-minute must be 1 or more.")
        }
    }

    func run() async throws {
        do {
            let server = try SandboxServer(try options()) { Console.error("ccvmap: \($0)") }
            try await server.run { addresses in
                // Nothing can be done about a stdout that takes no text.
                try? Console.output(Array((addresses.line + "\n").utf8)[...])
                Console.error("ccvmap: the sandbox listens; what it can do: \(addresses.admin)")
            }
        } catch let fault as SandboxFault {
            throw fault.isUsage
                ? CommandFault.usage(fault.message, help: fault.help)
                : CommandFault.failed(fault.message, help: fault.help)
        }
    }

    private func options() throws -> SandboxOptions {
        var options = SandboxOptions(port: port)
        options.directory = dir
        options.seed = seed
        options.payments = payments
        options.creditsPerMinute = creditsPerMinute
        if let start {
            guard let moment = Instant(iso: start) else {
                throw CommandFault.usage(
                    "--start: \"\(start)\" is no moment", help: "write 2026-11-20T09:00:00Z")
            }
            options.start = moment
        }
        guard let faults, faults.first == "@" else {
            options.faults = faults
            return options
        }
        options.faultsName = String(faults.dropFirst())
        let bytes = try InputFile(path: options.faultsName).bytes(atMost: 1 << 20)
        options.faults = String(decoding: bytes, as: UTF8.self)
        return options
    }
}
