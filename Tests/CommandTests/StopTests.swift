import Foundation
import ProgramSupport
import Testing

@Suite("Stopping a run")
struct StopTests {
    @Test("An answer that does not come is given up, and its entry is found by the next run")
    func stop() async throws {
        let shop = try await Shop.connected()
        try shop.place.edit("books/ccvmap.yaml", "timeout: 60 seconds", "timeout: 3000 seconds")
        try await shop.sandbox.act("/faults", #""post:slow-after(3000s)@2""#)
        let run = try shop.place.talk(["run", "--json", "--config", "books/ccvmap.yaml"])
        while try await !shop.sandbox.look("/books/entries?daybook=MEMO").contains("betaling\"") {
            try await Task.sleep(for: .milliseconds(100))
        }
        try await Task.sleep(for: .seconds(1))
        run.askToStop()
        // It ends long before the answer would come.
        let end = try run.end()
        #expect(end.code == 3, "\(end.errors)")
        #expect(end.text.contains(#""parked":{"count":1,"#), "\(end.text)")
        _ = try shop.run("run")
        let states = try shop.run("payments", "--json").text
        #expect(!states.contains(#""state":"parked""#))
        let text = try await shop.sandbox.look("/books/entries?daybook=MEMO")
        let lines = text.split(separator: "\n").filter { $0.hasSuffix(" betaling\",") }
        #expect(lines.count > 15)
        #expect(Set(lines).count == lines.count)
    }
}
