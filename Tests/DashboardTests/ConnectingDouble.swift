import Dashboard
import Synchronization
import Wording

/// Records what the pages ask of connecting, and answers what a test says.
final class ConnectingDouble: ConnectingActions, Sendable {
    /// Something that was asked.
    enum Asked: Sendable, Equatable {
        case ccv(String, key: String, who: String)
        case begin(String, secret: String?, LoginBrowser)
        case landing(LoginAnswer)
        case end(LoginAnswer, LoginBrowser)
        case check(String?, who: String)
        case readAccounts(String)
    }

    struct State: Sendable {
        var asked: [Asked] = []
        var outcome = ActOutcome.done(1, Phrase(en: "It worked.", nl: "Het is gelukt."))
        var start = LoginStart.leadsTo("https://login.example/authorize?a=1&b=2")
        var accounts = AccountsView()
        var landing = LoginLanding.goesOn(origin: nil)
    }

    let redirectPaths: Set<String>
    private let state = Mutex(State())

    init(_ paths: Set<String> = ["/twinfield"]) { redirectPaths = paths }

    var asked: [Asked] { state.withLock { $0.asked } }

    func change(_ work: (inout State) -> Void) { state.withLock { work(&$0) } }

    func connectCCV(_ connection: String, key: String, by who: String) async -> ActOutcome {
        record(.ccv(connection, key: key, who: who)).outcome
    }

    func beginTwinfield(
        _ connection: String, clientSecret: String?, by browser: LoginBrowser
    ) async -> LoginStart {
        record(.begin(connection, secret: clientSecret, browser)).start
    }

    func landing(_ answer: LoginAnswer) async -> LoginLanding { record(.landing(answer)).landing }

    func endTwinfield(_ answer: LoginAnswer, by browser: LoginBrowser) async -> ActOutcome {
        record(.end(answer, browser)).outcome
    }

    func check(_ connection: String?, by who: String) async -> ActOutcome {
        record(.check(connection, who: who)).outcome
    }

    func accounts(of connection: String) async -> AccountsView {
        state.withLock { $0.accounts }
    }

    func readAccounts(of connection: String) async -> ActOutcome {
        record(.readAccounts(connection)).outcome
    }

    private func record(_ asked: Asked) -> State {
        state.withLock { state in
            state.asked.append(asked)
            return state
        }
    }
}
