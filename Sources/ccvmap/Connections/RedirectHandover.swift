import DashboardStore
import DomainModel
import FoundationEssentials
import ServiceHTTP

/// Waits until the dashboard, which owns the redirect address, hands over what a browser brings.
struct RedirectHandover {
    private let store: DashboardStore

    /// Opens the database of the dashboard.
    init(_ store: DashboardStore) { self.store = store }

    /// Waits for the login of a state, and gives its address to the login.
    func wait<Value>(
        for state: String, seconds: Int, whenReady: () throws -> Void,
        login: (String) async throws -> Value
    ) async throws -> Value {
        let envelope = LoginEnvelope(state: state)
        let now = AsOf.now
        let end = Instant(milliseconds: now.milliseconds + Int64(seconds) * 1000)
        try store.expectLogin(envelope.id, until: end, at: now)
        defer { try? store.forgetLogin(envelope.id) }
        try whenReady()
        while AsOf.now < end {
            if let sealed = try store.answer(to: envelope.id) {
                guard let query = envelope.open(sealed) else {
                    throw CommandFault.failed(
                        "what the dashboard handed over cannot be read", help: "start again")
                }
                return try await login("?" + query)
            }
            try await Task.sleep(for: .milliseconds(300))
        }
        throw CommandFault.failed(
            "nobody came back from Twinfield within \(seconds) seconds",
            help: "does  ccvmap serve  run on this configuration? start again, or add"
                + "  --no-listen")
    }
}
