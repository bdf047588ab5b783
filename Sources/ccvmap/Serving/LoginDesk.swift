import Dashboard
import DomainModel
import Hummingbird
import NIOCore
import TwinfieldClient
import Wording

/// The logins at Twinfield that browsers began on the pages, until each ends or is too old.
///
/// They stay in memory: nothing of them is on the disk, and a program that begins anew knows none.
actor LoginDesk {
    /// A login that waits for its browser.
    struct Pending {
        let connecting: TwinfieldConnecting
        let browser: LoginBrowser
        let redirectURI: String
        let expires: Instant
    }

    /// Why a login does not end.
    enum Refusal: Error {
        /// Nobody waits for it: it is too old, was used, or was never begun here.
        case unknown
        /// It was begun in another browser or session.
        case otherBrowser
    }

    private static let lifeMilliseconds: Int64 = 600_000
    private static let maximum = 50

    private let now: @Sendable () -> Instant
    private var pending: [String: Pending] = [:]
    private var listeners: [String: Task<Void, Never>] = [:]

    init(now: @escaping @Sendable () -> Instant = { AsOf.now }) { self.now = now }

    /// Begins to wait.
    func expect(_ connecting: TwinfieldConnecting, _ redirectURI: String, _ browser: LoginBrowser) {
        forgetOld()
        if pending.count >= Self.maximum,
            let oldest = pending.min(by: { $0.value.expires < $1.value.expires })
        {
            pending[oldest.key] = nil
        }
        let expires = Instant(milliseconds: now().milliseconds + Self.lifeMilliseconds)
        pending[connecting.request.state] = Pending(
            connecting: connecting, browser: browser, redirectURI: redirectURI, expires: expires)
    }

    /// Forgets a login that could not begin.
    func drop(_ state: String) {
        pending[state] = nil
        closeListeners()
    }

    /// How the browser that began a login reaches the dashboard; nil when nobody began it.
    func origin(of state: String) -> String? {
        forgetOld()
        return pending[state]?.browser.origin
    }

    /// Takes a login that this session began; it is gone then.
    ///
    /// Another browser does not take it away from the one that began it.
    func take(_ state: String, session: String) throws(Refusal) -> Pending {
        forgetOld()
        guard let found = pending[state] else { throw .unknown }
        guard found.browser.session == session else { throw .otherBrowser }
        pending[state] = nil
        closeListeners()
        return found
    }

    /// Listens on a redirect address of this machine while somebody logs in.
    ///
    /// What comes there is led on to the dashboard, which knows the browser. Throws `IOError` when
    /// it cannot listen.
    func listen(
        _ server: RedirectServer, _ redirectURI: String,
        answer: @escaping @Sendable (String) async -> Response
    ) async throws {
        guard listeners[redirectURI] == nil else { return }
        let (ready, readiness) = AsyncThrowingStream<Void, any Error>.makeStream()
        listeners[redirectURI] = Task {
            do {
                try await server.run(onReady: { readiness.yield() }, answer: answer)
                readiness.finish()
            } catch {
                readiness.finish(throwing: error)
            }
        }
        do {
            for try await _ in ready { break }
        } catch {
            listeners[redirectURI] = nil
            throw error
        }
        Task {
            while !Task.isCancelled {
                try? await Task.sleep(for: .seconds(30))
                if closesUnused(redirectURI) { return }
            }
        }
    }

    private func closesUnused(_ redirectURI: String) -> Bool {
        forgetOld()
        return listeners[redirectURI] == nil
    }

    private func forgetOld() {
        let moment = now()
        let before = pending.count
        pending = pending.filter { $0.value.expires > moment }
        if pending.count != before { closeListeners() }
    }

    private func closeListeners() {
        let used = Set(pending.values.map(\.redirectURI))
        for (redirectURI, task) in listeners where !used.contains(redirectURI) {
            task.cancel()
            listeners[redirectURI] = nil
        }
    }
}
