import Foundation
import ProgramSupport
import Testing

@Suite("run, payments and ledger against the sandbox")
struct RunTests {
    @Test("Every payment is booked and reconciled once, whatever is lost on the way")
    func faults() async throws {
        let shop = try await Shop.connected(probeGrace: "1 second")
        try await shop.sandbox.act(
            "/faults",
            #""post:cut-after@2,post:cut-before@4,post:503-after@6,match:cut-after@3,match:500@5""#)
        let first = try shop.run("run", "--json")
        #expect(first.code == 3, "\(first.errors)")
        #expect(first.text.contains(#""parked":{"count":3,"#), "\(first.text)")
        for _ in 0..<3 {
            _ = try shop.run("run")
            try await Task.sleep(for: .milliseconds(1500))
        }
        let counts = try await shop.bookings()
        #expect(counts.count > 15)
        #expect(counts.values.allSatisfy { $0 == 1 })
        let states = try shop.run("payments", "--json").text
        for state in ["parked", "posted", "due", "intended"] {
            #expect(!states.contains(#""state":"\#(state)""#), "\(state)")
        }
        #expect(try shop.run("ledger", "verify").code == 0)
        #expect(try await shop.sandbox.look("/books/check").contains(#""sound" : true"#))
    }

    @Test("A payment in review is booked on the sale that a person names, and nowhere else")
    func choose() async throws {
        let shop = try await Shop.connected(probeGrace: "1 second")
        #expect(try shop.run("run").code == 3)
        let listed = try shop.run("payments", "--code", "several_fit", "--json").text
        let mark = try #require(listed.firstRange(of: #""reference":""#))
        let reference = String(listed[mark.upperBound...].prefix { $0 != "\"" })
        let wrong = try shop.run("payments", "choose", reference, "--sale", "VRK", "--reason", "x")
        #expect(wrong.code == 2)
        let chosen = try shop.run(
            "payments", "choose", reference, "--sale", "VRK/202600018", "--reason", "gebeld")
        #expect(chosen.code == 0, "\(chosen.errors)")
        _ = try shop.run("run")
        let shown = try shop.run("payments", "show", reference).text
        #expect(shown.contains("reconciled"), "\(shown)")
        #expect(shown.contains("VRK 202600018"))
        #expect(shown.contains("gebeld"))
    }

    @Test("Of two runs at once one gives way and names the other; a fetch alone books nothing")
    func lock() async throws {
        let shop = try await Shop.connected(probeGrace: "1 second")
        let fetched = try shop.run("run", "--until", "fetched")
        #expect(fetched.code == 0, "\(fetched.errors)")
        #expect(try await shop.bookings().isEmpty)
        try await shop.sandbox.act("/faults", #""browse:slow(20s)@1""#)
        let slow = try shop.place.talk(["run", "--config", "books/ccvmap.yaml"])
        // The first has begun by then, also on a busy machine, and is not done yet.
        try await Task.sleep(for: .seconds(5))
        let second = try shop.run("run")
        #expect(second.code == 1)
        #expect(second.errors.contains("another run of webshop is at work: process "))
        _ = try slow.end()
        #expect(try await !shop.bookings().isEmpty)
    }
}
