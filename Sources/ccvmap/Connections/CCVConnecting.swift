import CCVClient
import ConfigurationReading
import RecordReading
import SecretStore
import ServiceHTTP

/// Connects a shop to CCV: tries a key, stores it encrypted, notes the state.
///
/// The command and the dashboard both do it by this.
struct CCVConnecting {
    /// What a key that works gives.
    struct Connected {
        /// For which money it is.
        var mode: APIKey.Mode
        /// The methods of the account, each once, by name.
        var methods: [String]
        /// Whether it is a test key whose payments are shown and never booked.
        var isNeverBooked: Bool
    }

    private let live: LiveConnection

    init(_ live: LiveConnection) { self.live = live }

    /// Tries a key, and stores it when CCV accepts it; else nothing is stored.
    func connect(_ text: String) async throws -> Connected {
        guard let key = APIKey(text) else {
            throw CommandFault.usage(
                "this is no API key: it holds white space or a colon",
                help: "paste the key only; it begins with l_ or t_")
        }
        let methods = try await live.ccv(key: key).methods()
        try live.store(Secret(text), as: .apiKey)
        var states = try ConnectionStates(live.configuration)
        try states.note(.connected, of: .ccv, mode: key.mode.rawValue, for: live.name)
        return Connected(
            mode: key.mode, methods: Set(methods.map(\.method)).sorted(),
            isNeverBooked: key.mode == .test && !live.connection.ccv.allowsTest)
    }
}
