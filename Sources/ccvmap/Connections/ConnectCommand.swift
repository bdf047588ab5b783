import ArgumentParser

/// The group of commands `ccvmap connect`.
struct ConnectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "connect", abstract: "Connect a shop to CCV and to Twinfield.",
        discussion: """
            Example:
              ccvmap connect ccv --connection webshop
              ccvmap connect twinfield --connection webshop

            It can be done again at any time. Secrets are read from the terminal or from stdin, and
            are stored encrypted.
            """,
        subcommands: [ConnectCCVCommand.self, ConnectTwinfieldCommand.self])
}
