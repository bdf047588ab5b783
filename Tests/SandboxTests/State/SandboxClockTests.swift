import DomainModel
import Testing

@testable import Sandbox

@Suite("The clock of the sandbox")
struct SandboxClockTests {
    private static func at(_ seconds: Int64) -> Instant { Instant(milliseconds: seconds * 1000) }

    @Test("It runs from its start, at its speed")
    func runsAtSpeed() throws {
        var clock = SandboxClock(showing: Self.at(1000), at: Self.at(50))
        #expect(clock.now(at: Self.at(60)) == Self.at(1010))
        try clock.run(at: 3600, at: Self.at(60))
        #expect(clock.now(at: Self.at(61)) == Self.at(4610))
        try clock.run(at: 0, at: Self.at(61))
        #expect(clock.now(at: Self.at(9999)) == Self.at(4610))
    }

    @Test("It can be moved forward, and never back")
    func neverBack() throws {
        var clock = SandboxClock(showing: Self.at(1000), at: Self.at(50))
        try clock.move(to: Self.at(2000), at: Self.at(60))
        #expect(clock.now(at: Self.at(61)) == Self.at(2001))
        #expect(throws: SandboxFault.self) { try clock.move(to: Self.at(1999), at: Self.at(61)) }
        #expect(throws: SandboxFault.self) { try clock.run(at: -1, at: Self.at(61)) }
        #expect(clock.now(at: Self.at(61)) == Self.at(2001))
        #expect(clock.now(at: Self.at(0)) == Self.at(2000))
    }

    @Test(
        "Moments are read from text",
        arguments: [
            ("1970-01-02", 86_400_000), ("1970-01-01T00:00:01Z", 1000),
            ("1970-01-01T01:00:00.250+01:00", 250), ("1970-01-01T00:00", nil), ("soon", nil),
            ("19700102", nil), ("1970-02-30", nil),
        ] as [(String, Int64?)])
    func momentsAreRead(text: String, milliseconds: Int64?) {
        #expect(Instant(iso: text)?.milliseconds == milliseconds)
    }

    @Test("The header of an answer says it as HTTP does")
    func httpDate() {
        #expect(AnswerWriter.httpDate(Self.at(0)) == "Thu, 01 Jan 1970 00:00:00 GMT")
        #expect(
            AnswerWriter.httpDate(Instant(milliseconds: 1_795_165_209_999))
                == "Fri, 20 Nov 2026 09:00:09 GMT")
    }

    @Test("The key and the secrets follow from the seed")
    func identityFollowsSeed() {
        let identity = SandboxIdentity(seed: 1)
        #expect(identity == SandboxIdentity(seed: 1))
        #expect(identity.apiKey != SandboxIdentity(seed: 2).apiKey)
        #expect(identity.apiKey.wholeMatch(of: /l_[0-9a-f]{40}/) != nil)
        #expect(identity.clientSecret != identity.apiKey.dropFirst(2))
    }
}
