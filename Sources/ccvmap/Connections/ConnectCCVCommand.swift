import ArgumentParser
import CCVClient
import ServiceHTTP

/// The command `ccvmap connect ccv`: takes the API key, tries it, and stores it.
struct ConnectCCVCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ccv", abstract: "Take the API key of CCV, try it, and store it encrypted.",
        discussion: """
            Examples:
              ccvmap connect ccv --connection webshop
              ccvmap connect ccv --connection webshop < key-file

            The key is in MyCCV. One that begins with t_ is a test key: its payments are not
            real, so they are booked only when  ccv.allow_test: true  is configured.
            Exit codes: 0 connected, 1 CCV does not accept the key or does not answer, and
            nothing was stored, 2 wrong configuration.
            """)

    @OptionGroup var choice: ConnectionChoice

    func run() async throws {
        let live = try choice.open()
        guard let text = try SecretPrompt.line(asking: "API key of CCV: "), !text.isEmpty else {
            throw CommandFault.usage(
                "no API key was given", help: "paste it, or give it on stdin")
        }
        let connected: CCVConnecting.Connected
        do {
            connected = try await CCVConnecting(live).connect(text)
        } catch let fault as ServiceFault {
            throw CommandFault(fault)
        }
        let names = connected.methods.joined(separator: ", ")
        print(
            "connected to CCV: \(connected.mode.rawValue) key, methods:"
                + " \(TerminalCell.clean(names))")
        if connected.isNeverBooked {
            Console.error(
                "note: this is a test key; its payments are shown and never booked, unless"
                    + "  ccv.allow_test: true  is configured")
        }
    }
}
