import Dashboard
import DomainModel
import RuleEngine
import SecretStore
import ServiceHTTP
import Wording

/// Keeps the accounts of each connection as they were read last, and reads them when somebody looks
/// and that is long ago; nobody waits long for it.
actor AccountsDesk {
    /// What is read for a page is not read again for so long.
    static let freshMilliseconds: Int64 = 15 * 60_000
    /// After a failure it is tried again after so long.
    static let failedMilliseconds: Int64 = 60_000
    /// A reading that takes longer is given up.
    static let patience = Duration.seconds(180)
    /// So long a page waits for a reading that has just begun.
    static let courtesy = Duration.milliseconds(1_200)

    private struct Kept {
        var view: AccountsView
        /// The rules for which it was read.
        var revision: String
        /// When the last reading ended, whatever it gave.
        var tried: Instant
    }

    private let now: @Sendable () -> Instant
    private var kept: [String: Kept] = [:]
    private var readings: [String: Task<Void, Never>] = [:]

    init(now: @escaping @Sendable () -> Instant = { AsOf.now }) { self.now = now }

    /// What is known; it is read again when it is old, was never read, or when that is `wanted`.
    func view(
        _ connection: String, revision: String, isWanted: Bool = false,
        read: @escaping @Sendable () async throws -> AccountsView
    ) async -> AccountsView {
        if isWanted || isOld(connection, revision) {
            begin(connection, revision, read)
            await wait(for: connection)
        }
        var view = kept[connection].map(\.view) ?? AccountsView()
        view.isReading = readings[connection] != nil
        return view
    }

    /// Lets the next look read again: a login has changed.
    func outdate(_ connection: String) { kept[connection]?.revision = "" }

    private func isOld(_ connection: String, _ revision: String) -> Bool {
        guard let known = kept[connection], known.revision == revision else { return true }
        let age = now().milliseconds - known.tried.milliseconds
        return age > (known.view.fault == nil ? Self.freshMilliseconds : Self.failedMilliseconds)
            || age < 0
    }

    private func begin(
        _ connection: String, _ revision: String,
        _ read: @escaping @Sendable () async throws -> AccountsView
    ) {
        guard readings[connection] == nil else { return }
        readings[connection] = Task {
            let found = await Self.bounded(read)
            end(connection, revision, found)
        }
    }

    private func end(
        _ connection: String, _ revision: String, _ found: Result<AccountsView, any Error>
    ) {
        readings[connection] = nil
        let moment = now()
        switch found {
        case .success(var view):
            view.readAt = moment
            kept[connection] = Kept(view: view, revision: revision, tried: moment)
        case .failure(let error):
            // What was read before stays, with its time.
            var view = kept[connection].map(\.view) ?? AccountsView()
            view.fault = Self.phrase(error)
            kept[connection] = Kept(view: view, revision: revision, tried: moment)
        }
    }

    /// Waits a moment for a reading: most services answer at once.
    private func wait(for connection: String) async {
        guard let reading = readings[connection] else { return }
        let (ends, end) = AsyncStream<Void>.makeStream()
        let first = Task {
            await reading.value
            end.finish()
        }
        let second = Task {
            try? await Task.sleep(for: Self.courtesy)
            end.finish()
        }
        for await _ in ends {}
        first.cancel()
        second.cancel()
    }

    private static func bounded(
        _ read: @escaping @Sendable () async throws -> AccountsView
    ) async -> Result<AccountsView, any Error> {
        await withTaskGroup(of: Result<AccountsView, any Error>.self) { group in
            group.addTask {
                do { return .success(try await read()) } catch { return .failure(error) }
            }
            group.addTask {
                try? await Task.sleep(for: patience)
                return .failure(ServiceFault(.unreachable, "Twinfield takes too long"))
            }
            let found = await group.next() ?? .failure(ServiceFault.stopping)
            group.cancelAll()
            return found
        }
    }

    private static func phrase(_ error: any Error) -> Phrase {
        let why: String
        switch error {
        case let fault as ServiceFault: why = fault.message
        case let fault as CommandFault: why = fault.message
        case let fault as SecretFault: why = fault.message
        default: why = "no answer"
        }
        let isRefused = (error as? ServiceFault).map { [.refused, .rejected].contains($0.kind) }
        return isRefused == true
            ? Phrase(
                en: "Twinfield does not let us read this office (\(why)); below stands what was"
                    + " known before.",
                nl: "Twinfield laat ons deze administratie niet lezen (\(why)); hieronder staat"
                    + " wat eerder bekend was.")
            : Phrase(
                en: "Twinfield did not answer (\(why)); below stands what was known before.",
                nl: "Twinfield gaf geen antwoord (\(why)); hieronder staat wat eerder bekend was.")
    }
}
