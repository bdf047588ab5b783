import ArgumentParser
import ConfigurationReading
import RuleEngine
import SecretStore
import ServiceHTTP
import TwinfieldClient
import TwinfieldXML

/// The command `ccvmap connect twinfield`: logs in by the browser, and stores the tokens.
struct ConnectTwinfieldCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "twinfield",
        abstract: "Log in to Twinfield by the browser, and store the tokens encrypted.",
        discussion: """
            Examples:
              ccvmap connect twinfield --connection webshop
              ccvmap connect twinfield --connection webshop --no-listen

            It asks for the client secret (an empty line keeps the one that is stored), prints the
            address to open in a browser on a line of its own, and waits until Twinfield sends
            the browser back to twinfield.redirect_uri, here or to the dashboard of  ccvmap serve.
            With --no-listen paste the address on which the browser ends.
            Exit codes: 0 connected, 1 Twinfield does not let us in or does not answer,
            2 wrong configuration.
            """)

    @OptionGroup var choice: ConnectionChoice

    @Flag(
        name: .customLong("no-listen"),
        help: "Paste the redirect address instead of waiting for it.")
    var isPasted = false

    @Option(help: "How many seconds to wait for the browser.")
    var wait = 600

    func validate() throws {
        if !(1...86_400).contains(wait) {
            throw ValidationError("--wait takes a number of seconds from 1 to 86400")
        }
    }

    func run() async throws {
        let live = try choice.open()
        let office = try live.rules().office
        let settings = try live.twinfieldSettings(office: office)
        let way = try way(settings.redirectURI, live.configuration)
        let connecting = try TwinfieldConnecting(
            live, office: office, secret: try clientSecret(live))
        do {
            let tokens = try await tokens(connecting, way)
            let office = try await connecting.keep(tokens)
            print(
                "connected to Twinfield: office \(office.code) \(TerminalCell.clean(office.name))")
        } catch let fault as ServiceFault {
            throw CommandFault(fault)
        } catch let fault as SecretFault {
            throw CommandFault(fault)
        }
    }

    /// How the redirect comes here.
    private enum Way {
        case pasted
        case listening(RedirectListener)
        /// The dashboard owns the address.
        case handedOver
    }

    private func way(_ redirectURI: String, _ configuration: Configuration) throws -> Way {
        if isPasted { return .pasted }
        if OwnAddresses(configuration).isPublic(redirectURI) { return .handedOver }
        return .listening(try RedirectListener(redirectURI))
    }

    private func clientSecret(_ live: LiveConnection) throws -> Secret {
        let text = try SecretPrompt.line(asking: "Client secret of Twinfield: ")
        guard let secret = try TwinfieldConnecting.secret(text, of: live) else {
            throw CommandFault.usage(
                "no client secret was given",
                help: "paste the one of the developer portal of Twinfield, or give it on stdin")
        }
        return secret
    }

    private func tokens(_ connecting: TwinfieldConnecting, _ way: Way) async throws -> TokenSet {
        let url = connecting.request.url
        let show: @Sendable () throws -> Void = {
            Console.error("Open this address in a browser, log in, and allow the access:")
            try Console.output(Array((url + "\n").utf8)[...])
        }
        switch way {
        case .listening(let listener):
            do {
                return try await listener.wait(seconds: wait, whenReady: show) { address in
                    try await connecting.tokens(redirect: address)
                }
            } catch let inUse as RedirectListener.PortInUse {
                Console.error(
                    "note: \(inUse.fault.message); if that is  ccvmap serve,  it hands over what"
                        + " the browser brings, else \(inUse.fault.help)")
                return try await handedOver(connecting, show)
            }
        case .handedOver:
            Console.error(
                "note: twinfield.redirect_uri is the address of the dashboard;  ccvmap serve  must"
                    + " run, and hands over what the browser brings")
            return try await handedOver(connecting, show)
        case .pasted:
            try show()
            let question = "Paste the address on which the browser ends: "
            guard let address = SecretPrompt.openLine(asking: question), !address.isEmpty else {
                throw CommandFault.usage(
                    "no redirect address was given", help: "paste the whole address, from http on")
            }
            return try await connecting.tokens(redirect: address)
        }
    }

    private func handedOver(
        _ connecting: TwinfieldConnecting, _ show: () throws -> Void
    ) async throws -> TokenSet {
        let store = try PeopleDesk(connecting.live.configuration).store
        return try await RedirectHandover(store).wait(
            for: connecting.request.state, seconds: wait, whenReady: show
        ) { address in
            try await connecting.tokens(redirect: address)
        }
    }
}
