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
            the browser back to twinfield.redirect_uri. With --no-listen paste the address on
            which the browser ends.
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
        let rules = try live.rules()
        let settings = try live.twinfieldSettings(office: rules.office)
        let listener = isPasted ? nil : try RedirectListener(settings.redirectURI)
        let secret = try clientSecret(live)
        let login = live.login(settings, secret: ClientSecret(secret.reveal()))
        let request = AuthorizationRequest(settings)
        do {
            let tokens = try await tokens(login, request, listener)
            try live.store(secret, as: .clientSecret)
            try await VaultTokenStore(vault: live.vault, connection: live.name).save(tokens)
            let office = try await live.twinfield(office: rules.office).office()
            var states = try ConnectionStates(live.configuration)
            try states.note(.connected, of: .twinfield, office: rules.office, for: live.name)
            print(
                "connected to Twinfield: office \(office.code) \(TerminalCell.clean(office.name))")
        } catch let fault as ServiceFault {
            throw CommandFault(fault)
        } catch let fault as SecretFault {
            throw CommandFault(fault)
        }
    }

    private func clientSecret(_ live: LiveConnection) throws -> Secret {
        let stored = try live.secret(.clientSecret)
        let text = try SecretPrompt.line(asking: "Client secret of Twinfield: ")
        if let text, !text.isEmpty { return Secret(text) }
        guard let stored else {
            throw CommandFault.usage(
                "no client secret was given",
                help: "paste the one of the developer portal of Twinfield, or give it on stdin")
        }
        return stored
    }

    private func tokens(
        _ login: TwinfieldLogin, _ request: AuthorizationRequest, _ listener: RedirectListener?
    ) async throws -> TokenSet {
        let show: @Sendable () throws -> Void = {
            Console.error("Open this address in a browser, log in, and allow the access:")
            try Console.output(Array((request.url + "\n").utf8)[...])
        }
        if let listener {
            return try await listener.wait(seconds: wait, whenReady: show) { address in
                try await login.tokens(redirect: address, of: request)
            }
        }
        try show()
        let question = "Paste the address on which the browser ends: "
        guard let address = SecretPrompt.openLine(asking: question), !address.isEmpty else {
            throw CommandFault.usage(
                "no redirect address was given", help: "paste the whole address, from http on")
        }
        return try await login.tokens(redirect: address, of: request)
    }
}
