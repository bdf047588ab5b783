import ArgumentParser
import SecretStore

/// The command `ccvmap disconnect`: forgets the secrets of a connection.
struct DisconnectCommand: ParsableCommand {
    /// What can be forgotten.
    enum Service: String, ExpressibleByArgument, CaseIterable {
        case ccv, twinfield
    }

    static let configuration = CommandConfiguration(
        commandName: "disconnect", abstract: "Forget the secrets of a connection.",
        discussion: """
            Examples:
              ccvmap disconnect --connection webshop
              ccvmap disconnect twinfield --connection webshop

            Only what is stored here goes. Withdraw the key in MyCCV and the access in Twinfield
            as well, when they must not be used any more.
            """)

    @Argument(help: "ccv or twinfield; both when it is left out.")
    var service: Service?

    @OptionGroup var choice: ConnectionChoice

    func run() throws {
        let live = try choice.open()
        var states = try ConnectionStates(live.configuration)
        if service != .twinfield {
            try live.store(nil, as: .apiKey)
            try states.forget(.ccv, of: live.name)
        }
        if service != .ccv {
            try live.store(nil, as: .tokens)
            try live.store(nil, as: .clientSecret)
            try states.forget(.twinfield, of: live.name)
        }
        print("\(live.shownName): \(service?.rawValue ?? "ccv and twinfield") forgotten")
    }
}
