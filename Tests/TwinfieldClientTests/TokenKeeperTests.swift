import DomainModel
import ServiceHTTP
import Testing

@testable import TwinfieldClient

/// Tokens: refreshed once for all, saved before they are used, and never lost to a rotation.
@Suite struct TokenKeeperTests {
    private struct Bench {
        let double: LoginDouble
        let time: TestTime
        let store: MemoryStore
        let server: LocalServer
        let login: TwinfieldLogin
        let keeper: TokenKeeper

        func expect(_ token: String, insteadOf refused: String? = nil) async throws {
            let access = try await keeper.access(insteadOf: refused)
            #expect(access.token == token)
        }

        func expect(cluster: String) async throws {
            let access = try await keeper.access()
            #expect(access.cluster == cluster)
        }
    }

    private static func tokens(
        _ server: LocalServer, refresh: String = "refresh-0", previous: String? = nil,
        access: String = "access-0", lifetime: Int64 = 3600
    ) -> TokenSet {
        TokenSet(
            refreshToken: refresh, previousRefreshToken: previous, accessToken: access,
            obtained: Instant(milliseconds: TestTime.start), lifetime: lifetime,
            clusterURL: server.address)
    }

    private static func fresh(_ server: LocalServer) -> TokenSet? { tokens(server) }

    /// Runs a test with a keeper of tokens that are made when the server's address is known.
    private func withKeeper(
        of tokens: (LocalServer) -> TokenSet?, _ test: (Bench) async throws -> Void
    ) async throws {
        let double = LoginDouble()
        let time = TestTime()
        let transport = try TestNetwork.transport()
        let server = LocalServer { seen, server in
            double.reply(seen, server) ?? .text("", status: 404)
        }
        try await server.run { server in
            let store = MemoryStore(tokens(server))
            let login = TwinfieldLogin(
                TwinfieldSettings(
                    connection: "shop", loginURL: server.address, clientID: "client",
                    redirectURI: "http://localhost/cb", office: "NL01"),
                secret: ClientSecret("s3cr3t-s"), transport: transport,
                retrying: time.retrying(), clock: time.clock)
            let keeper = TokenKeeper(login: login, store: store)
            try await test(
                Bench(
                    double: double, time: time, store: store, server: server, login: login,
                    keeper: keeper))
        }
    }

    @Test func aTokenThatIsStillGoodIsUsedAsItIs() async throws {
        try await withKeeper(of: Self.fresh) { bench in
            try await bench.expect("access-0")
            bench.time.advance(.seconds(3539))
            try await bench.expect("access-0")
            #expect(bench.server.seen.isEmpty)
            bench.time.advance(.seconds(1))
            try await bench.expect("access-1")
        }
    }

    @Test func fiftyWhoAskAtOnceCauseOneRefresh() async throws {
        try await withKeeper(of: Self.fresh) { bench in
            bench.time.advance(.seconds(4000))
            let keeper = bench.keeper
            let tokens = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<50 { group.addTask { try await keeper.access().token } }
                return try await group.reduce(into: [String]()) { $0.append($1) }
            }
            #expect(tokens == Array(repeating: "access-1", count: 50))
            #expect(bench.double.refreshes == 1)
        }
    }

    @Test func fiftyWhoseTokenWasRefusedCauseOneRefresh() async throws {
        try await withKeeper(of: Self.fresh) { bench in
            let keeper = bench.keeper
            let tokens = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<50 {
                    group.addTask { try await keeper.access(insteadOf: "access-0").token }
                }
                return try await group.reduce(into: [String]()) { $0.append($1) }
            }
            #expect(Set(tokens) == ["access-1"])
            #expect(bench.double.refreshes == 1)
        }
    }

    @Test func aTokenIsSavedBeforeAnybodyGetsIt() async throws {
        try await withKeeper(of: Self.fresh) { bench in
            bench.store.refuse("disk full; access-1 refresh-1")
            let fault = await #expect(throws: ServiceFault.self) {
                try await bench.keeper.access(insteadOf: "access-0")
            }
            #expect(fault?.kind == .notConnected)
            #expect(fault?.message.contains("disk full") == true)
            #expect(fault?.message.contains("access-1") == false)
            #expect(fault?.message.contains("refresh-1") == false)
            await #expect(throws: ServiceFault.self) { try await bench.keeper.access() }
            // What could not be saved is not lost: it is saved first, without another refresh.
            bench.store.refuse(nil)
            try await bench.expect("access-1")
            #expect(bench.store.tokens?.refreshToken == "refresh-1")
            #expect(bench.double.refreshes == 1)
        }
    }

    @Test func afterACrashBetweenRefreshAndSavingThePreviousTokenStillWorks() async throws {
        let lost: (LocalServer) -> TokenSet? = {
            Self.tokens($0, refresh: "refresh-lost", previous: "refresh-0", lifetime: 0)
        }
        try await withKeeper(of: lost) { bench in
            try await bench.expect("access-1")
            #expect(bench.store.tokens?.refreshToken == "refresh-1")
            #expect(bench.store.tokens?.previousRefreshToken == "refresh-0")
        }
    }

    @Test func thePreviousRefreshTokenIsKeptUntilTheNewerOneHasWorked() async throws {
        try await withKeeper(of: Self.fresh) { bench in
            _ = try await bench.keeper.access(insteadOf: "access-0")
            #expect(bench.store.tokens?.refreshToken == "refresh-1")
            #expect(bench.store.tokens?.previousRefreshToken == "refresh-0")
            _ = try await bench.keeper.access(insteadOf: "access-1")
            #expect(bench.store.tokens?.refreshToken == "refresh-2")
            #expect(bench.store.tokens?.previousRefreshToken == "refresh-1")
        }
    }

    @Test func aRefreshTokenThatDoesNotChangeIsKept() async throws {
        try await withKeeper(of: Self.fresh) { bench in
            bench.double.set { $0.rotates = false }
            _ = try await bench.keeper.access(insteadOf: "access-0")
            #expect(bench.store.tokens?.refreshToken == "refresh-0")
            #expect(bench.store.tokens?.previousRefreshToken == nil)
            bench.double.set {
                $0.instead = [.json(#"{"access_token":"bare","expires_in":"60"}"#)]
            }
            try await bench.expect("bare", insteadOf: "access-1")
            #expect(bench.store.tokens?.refreshToken == "refresh-0")
        }
    }

    @Test func theTokensOfAnotherProcessAreTaken() async throws {
        try await withKeeper(of: Self.fresh) { bench in
            _ = try await bench.keeper.access()
            bench.store.put(Self.tokens(bench.server, refresh: "refresh-9", access: "access-9"))
            try await bench.expect("access-9", insteadOf: "access-0")
            #expect(bench.double.refreshes == 0)
        }
    }

    @Test func whenAnotherProcessWasFasterItsTokensAreTaken() async throws {
        let old: (LocalServer) -> TokenSet? = {
            Self.tokens($0, refresh: "refresh-old", lifetime: 0)
        }
        try await withKeeper(of: old) { bench in
            let other = Self.tokens(bench.server, refresh: "refresh-9", access: "access-9")
            let store = bench.store
            bench.double.set { $0.refreshToken = "refresh-9" }
            let keeper = TokenKeeper(
                login: bench.login, store: RacingStore(store) { store.put(other) })
            let access = try await keeper.access()
            #expect(access.token == "access-9")
            #expect(store.tokens == other)
        }
    }

    @Test func aWithdrawnAccessSaysHowToConnectAnew() async throws {
        try await withKeeper(of: Self.fresh) { bench in
            bench.double.set { $0.refreshToken = "withdrawn" }
            let fault = await #expect(throws: ServiceFault.self) {
                try await bench.keeper.access(insteadOf: "access-0")
            }
            #expect(fault?.kind == .refused)
            #expect(fault?.help == "ccvmap connect twinfield --connection shop")
            #expect(bench.server.seen.count == 1)
        }
    }

    @Test func withoutTokensThereIsNoConnection() async throws {
        let none: (LocalServer) -> TokenSet? = { _ in nil }
        try await withKeeper(of: none) { bench in
            let fault = await #expect(throws: ServiceFault.self) {
                try await bench.keeper.access()
            }
            #expect(fault?.kind == .notConnected)
            #expect(fault?.help == "ccvmap connect twinfield --connection shop")
        }
    }

    @Test(arguments: ["0", "1", "30", "90", #""90""#, "-5", "null"])
    func howeverShortATokenLivesItIsUsed(_ lifetime: String) async throws {
        try await withKeeper(of: Self.fresh) { bench in
            bench.double.set { $0.lifetime = lifetime }
            try await bench.expect("access-1", insteadOf: "access-0")
        }
    }

    @Test func aLoginServiceThatStumblesIsAskedAgain() async throws {
        try await withKeeper(of: Self.fresh) { bench in
            bench.double.set {
                $0.instead = [
                    .text("", status: 503), .text("<html>", status: 200),
                    LocalServer.Reply(status: 429, headers: [("retry-after", "9")]),
                ]
            }
            try await bench.expect("access-1", insteadOf: "access-0")
            #expect(bench.time.pauses == [.seconds(1), .seconds(2), .seconds(9)])
        }
    }

    @Test func aLoginServiceThatStaysDownIsOneClearFault() async throws {
        try await withKeeper(of: Self.fresh) { bench in
            bench.double.set { $0.instead = Array(repeating: .text("", status: 503), count: 9) }
            let fault = await #expect(throws: ServiceFault.self) {
                try await bench.keeper.access(insteadOf: "access-0")
            }
            #expect(fault?.kind == .unavailable)
            #expect(fault?.attempts == 4)
            #expect(bench.store.tokens?.refreshToken == "refresh-0")
        }
    }

    @Test func aMissingClusterIsAskedForAndSaved() async throws {
        let tokens: (LocalServer) -> TokenSet? = { server in
            var tokens = Self.tokens(server)
            tokens.clusterURL = nil
            return tokens
        }
        try await withKeeper(of: tokens) { bench in
            try await bench.expect(cluster: bench.server.address)
            #expect(bench.store.tokens?.clusterURL == bench.server.address)
            #expect(bench.double.refreshes == 0)
        }
    }

    @Test func aStoredClusterOfAnotherHostIsNeverUsed() async throws {
        let tokens: (LocalServer) -> TokenSet? = { server in
            var tokens = Self.tokens(server)
            tokens.clusterURL = "https://example.com"
            return tokens
        }
        try await withKeeper(of: tokens) { bench in
            try await bench.expect(cluster: bench.server.address)
        }
    }

    @Test func aClusterThatMovedIsAskedForAnew() async throws {
        try await withKeeper(of: Self.fresh) { bench in
            _ = try await bench.keeper.access()
            await bench.keeper.forgetCluster(bench.server.address)
            bench.double.set { $0.cluster = "https://other.twinfield.com" }
            try await bench.expect(cluster: "https://other.twinfield.com")
            #expect(bench.store.tokens?.clusterURL == "https://other.twinfield.com")
        }
    }

    @Test func aTokenThatTheLoginServiceDoesNotKnowIsRefreshed() async throws {
        let tokens: (LocalServer) -> TokenSet? = { server in
            var tokens = Self.tokens(server, access: "access-unknown")
            tokens.clusterURL = nil
            return tokens
        }
        try await withKeeper(of: tokens) { bench in
            try await bench.expect("access-1")
            #expect(bench.double.refreshes == 1)
        }
    }

    @Test func nothingOfTheTokensPrints() {
        let tokens = TokenSet(
            refreshToken: "refresh-x", accessToken: "access-x",
            obtained: Instant(milliseconds: 0), lifetime: 1)
        var dumped = ""
        dump(tokens, to: &dumped)
        dump([ClientSecret("s3cr3t-s")], to: &dumped)
        dumped += "\(tokens) \(String(reflecting: tokens)) \([tokens])"
        #expect(!dumped.contains("-x"))
        #expect(!dumped.contains("s3cr3t"))
    }
}
