import Foundation
import ProgramSupport
import Testing

@Suite("explain")
struct ExplainTests {
    private func explain(_ place: Workplace, _ further: String...) throws -> CommandRun {
        try place.run(
            ["explain"] + further
                + ["--payments", "payments.json", "--open-items", "items.json"]
                + ["--as-of", "2026-11-20"])
    }

    @Test("A booked payment: its sale, the rules, and no other sale near")
    func booked() throws {
        let run = try explain(try Workplace(), "P1")
        #expect(run.code == 0)
        #expect(run.text.contains("Payment P1: sale, success, ideal, EUR 10.00"))
        #expect(run.text.contains("Decision: book (rule paid) on VRK 1 line 1 (invoice WEB-1)"))
        #expect(run.text.contains("✗ failed: status is success, not failed"))
        #expect(run.text.contains("✓ paid: applies"))
        #expect(run.text.contains("no other sale shares"))
        #expect(run.text.contains("1. amount equals_open, order_number same, email same|not_given"))
        #expect(run.errors.isEmpty)
    }

    @Test("The same in Dutch")
    func dutch() throws {
        let run = try explain(try Workplace(), "P1", "--lang", "nl")
        #expect(run.text.contains("Besluit: boeken (book) (regel paid) op VRK 1 regel 1"))
        #expect(run.text.contains("EUR 10,00"))
        #expect(run.text.contains("boekdatum     10-11-2026"))
    }

    @Test("The JSON is the line that dry-run writes of the decision")
    func json() throws {
        let place = try Workplace()
        let run = try explain(place, "P1", "--json")
        _ = try place.dryRun("--decisions", "decisions.json", "--output", "memos.xml")
        #expect(run.text == place.read("decisions.json"))
        #expect(run.text.contains(#""rules_tried":[{"id":"failed","failed":{"key":"status""#))
        #expect(run.text.contains(#""found_by":["order_number","amount"],"would_book_if":[]"#))
    }

    @Test("A payment that stands twice has two cards")
    func twice() throws {
        let place = try Workplace()
        let payment = Workplace.payment("P1", order: "WEB-1")
        try place.write("payments.json", payment + "\n" + payment + "\n")
        let run = try explain(place, "P1")
        #expect(run.code == 0)
        #expect(run.text.components(separatedBy: "Payment P1").count == 3)
        #expect(run.text.contains("duplicate: "))
    }

    @Test("Control characters of strangers never reach the terminal")
    func hostile() throws {
        let place = try Workplace()
        let order = "WEB-1\\u001b[31m\\u202e"
        try place.write("payments.json", Workplace.payment("P1", order: order) + "\n")
        let run = try explain(place, "P1")
        #expect(run.code == 0)
        #expect(!run.text.contains("\u{1B}") && !run.text.contains("\u{202E}"))
    }

    @Test("A reference that is not there is a clear error")
    func absent() throws {
        let run = try explain(try Workplace(), "P9")
        #expect(run.code == 1)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("P9: no payment of payments.json has this reference"))
        #expect(run.errors.contains("help: "))
    }

    @Test("Files are needed, both of them", arguments: [[], ["--payments", "payments.json"]])
    func usage(_ further: [String]) throws {
        let run = try Workplace().run(["explain", "P1"] + further)
        #expect(run.code == 2)
        #expect(!run.errors.isEmpty)
    }
}
