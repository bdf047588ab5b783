import DashboardStore
import DomainModel
import People
import SecretStore
import Testing

@Suite("People in the store")
struct SignInTests {
    @Test("A password is checked with the cost that it was kept with, in any process")
    func cost() async throws {
        let place = try TestStore()
        let first = try place.open()
        try await place.add("Anna", .administrator, to: first)
        place.pass(seconds: 60)
        let second = try place.open(cost: .standard)
        let token = try await place.signIn("ANNA", in: second, code: place.code(of: "Anna"))
        #expect(try first.session(token, at: place.now)?.visitor.name == "Anna")
    }

    @Test("Two requests with one code, of two processes: one comes in")
    func oneCode() async throws {
        let place = try TestStore()
        let (first, second) = (try place.open(), try place.open())
        try await place.add("Anna", .administrator, to: first)
        place.pass(seconds: 60)
        let attempt = place.attempt
        let one = try await first.signIn(name: "Anna", password: TestStore.password, attempt)
        let two = try await second.signIn(name: "Anna", password: TestStore.password, attempt)
        let code = place.code(of: "Anna")
        _ = try first.complete(one, code: code, attempt)
        #expect(throws: PeopleFault.wrongCode) {
            try second.complete(two, code: code, attempt)
        }
        #expect(throws: PeopleFault.signedOut) {
            try first.complete(one, code: code, attempt)
        }
    }

    @Test("A known password does not let somebody try code after code")
    func codes() async throws {
        let place = try TestStore()
        let store = try place.open()
        try await place.add("Anna", .administrator, to: store)
        place.pass(seconds: 60)
        var tried = 0
        for _ in 0..<20 {
            do {
                let half = try await store.signIn(
                    name: "Anna", password: TestStore.password, place.attempt)
                _ = try store.complete(half, code: "000000", place.attempt)
            } catch PeopleFault.wrongCode {
                tried += 1
            } catch PeopleFault.locked {
                break
            }
        }
        #expect(tried == 5)
    }

    @Test("An address is locked too, and a name that nobody has, but not the others")
    func strangers() async throws {
        let place = try TestStore()
        let store = try place.open()
        try await place.add("Anna", .administrator, to: store)
        place.pass(seconds: 60)
        for index in 0..<20 {
            await #expect(throws: PeopleFault.wrongPassword) {
                try await store.signIn(name: "x\(index)", password: "y", place.attempt)
            }
        }
        await #expect {
            try await store.signIn(name: "Anna", password: TestStore.password, place.attempt)
        } throws: {
            guard case PeopleFault.locked = $0 else { return false }
            return true
        }
        let other = Attempt(address: "10.0.0.2", at: place.now)
        _ = try await store.signIn(name: "Anna", password: TestStore.password, other)
        for _ in 0..<5 {
            _ = try? await store.signIn(name: "Niemand", password: "y", other)
        }
        await #expect {
            try await store.signIn(name: "niemand", password: "y", other)
        } throws: {
            guard case PeopleFault.locked = $0 else { return false }
            return true
        }
    }

    @Test("A flood of sign-ins is turned away before it takes the machine")
    func flood() async throws {
        let place = try TestStore()
        let store = try place.open(
            cost: PasswordCost(rounds: 1 << 13, blockSize: 8, parallelism: 1))
        let now = place.now
        let faults = await withTaskGroup(of: PeopleFault?.self) { group in
            for index in 0..<200 {
                group.addTask {
                    do {
                        let attempt = Attempt(address: "10.1.0.\(index)", at: now)
                        _ = try await store.signIn(
                            name: "x\(index)", password: "y", attempt)
                        return nil
                    } catch { return error as? PeopleFault }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(faults) == [.wrongPassword, .busy])
    }

    @Test("The first invitation ends with the next one, and with the first person")
    func first() async throws {
        let place = try TestStore()
        let store = try place.open()
        let one = try store.invite(nil, .reader, by: "server", at: place.now)
        let two = try store.invite(nil, .reader, by: "server", at: place.now)
        #expect(try store.invitation(one.token, at: place.now) == nil)
        _ = try await place.accept(two, "Anna", in: store)
        #expect(try store.people(at: place.now).map(\.role) == [.administrator])
        #expect(throws: PeopleFault.nameTaken) {
            try store.invite(nil, .administrator, by: "server", at: place.now)
        }
        #expect(throws: PeopleFault.nameTaken) {
            try store.invite(" ANNA ", .reader, by: "Anna", at: place.now)
        }
        await #expect(throws: PeopleFault.invitationEnded) {
            try await store.accept(
                two.token,
                Enrolment(
                    name: "Bo", password: TestStore.password, code: place.code(of: "Anna")),
                place.attempt)
        }
    }

    @Test("A reset takes password, second step and sessions away; the last administrator stays")
    func reset() async throws {
        let place = try TestStore()
        let store = try place.open()
        let session = try await place.add("Anna", .administrator, to: store)
        let anna = try #require(try store.people(at: place.now).first)
        #expect(throws: PeopleFault.lastAdministrator) {
            try store.change(anna.id, to: .reader, by: "Anna", at: place.now)
        }
        #expect(throws: PeopleFault.lastAdministrator) {
            try store.setActive(anna.id, false, by: "Anna", at: place.now)
        }
        let issued = try store.reset(anna.id, by: "server", at: place.now)
        #expect(try store.session(session, at: place.now) == nil)
        await #expect(throws: PeopleFault.wrongPassword) {
            try await place.signIn("Anna", in: store)
        }
        let old = place.secrets["Anna"]
        _ = try await place.accept(issued, "iemand anders", in: store)
        place.secrets["Anna"] = place.secrets["iemand anders"]
        #expect(place.secrets["Anna"] != old)
        place.pass(seconds: 60)
        _ = try await place.signIn("Anna", in: store)
        #expect(try store.people(at: place.now).map(\.name) == ["Anna"])
    }

    @Test("A new key of the vault leaves every second step as it is")
    func rotation() async throws {
        let place = try TestStore()
        let store = try place.open()
        try await place.add("Anna", .administrator, to: store)
        _ = try place.vault.rotate()
        place.pass(seconds: 60)
        _ = try await place.signIn("Anna", in: store)
    }

    @Test("The use of a session is written down once a minute")
    func seen() async throws {
        let place = try TestStore()
        let store = try place.open()
        let token = try await place.add("Anna", .administrator, to: store)
        let began = place.now
        for (seconds, isNoted) in [(30, false), (29, false), (1, true), (59, false)] {
            place.pass(seconds: Int64(seconds))
            _ = try store.session(token, at: place.now)
            let seen = try store.people(at: place.now).first?.seen
            #expect((seen == place.now) == isNoted, "after \(seconds) more")
        }
        #expect(began < place.now)
    }
}
