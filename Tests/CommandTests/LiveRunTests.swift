import Foundation
import ProgramSupport
import Testing

@Suite("fetch, open-items, dry-run and doctor against the sandbox")
struct LiveRunTests {
    @Test("A live dry run decides as one from the files that fetch and open-items print")
    func liveIsAsFiles() async throws {
        let shop = try Shop()
        try await shop.connect()
        let payments = try shop.run("fetch", "--json")
        #expect(payments.code == 0, "\(payments.errors)")
        let items = try shop.run("open-items", "--json")
        #expect(items.code == 0, "\(items.errors)")
        try shop.place.write("payments.ndjson", payments.output)
        try shop.place.write("items.ndjson", items.output)
        let asOf = "2100-01-01"
        let live = try shop.run("dry-run", "--as-of", asOf, "--decisions", "live.ndjson")
        #expect(live.code == 3, "\(live.errors)")
        let files = try shop.place.run([
            "dry-run", "--rules", "books/rules", "--payments", "payments.ndjson",
            "--open-items", "items.ndjson", "--as-of", asOf, "--decisions", "files.ndjson",
        ])
        #expect(live.text == files.text)
        #expect(live.text.contains("<transaction "))
        #expect(shop.place.read("live.ndjson") == shop.place.read("files.ndjson"))
        #expect(!live.errors.contains("Not checked"))
    }

    @Test("doctor finds the sandbox in order, and says what is not")
    func doctor() async throws {
        let shop = try Shop()
        try await shop.connect()
        let fine = try shop.run("doctor")
        #expect(fine.code == 0, "\(fine.text)")
        #expect(fine.text.contains("memo journal MEMO"))
        try shop.place.edit("books/rules/ccv-twinfield.yaml", "\"2101\"", "\"9999\"")
        try shop.place.edit("books/templates/memo-payment.yaml", "journal: MEMO", "journal: MEMX")
        let wrong = try shop.run("doctor", "--json")
        #expect(wrong.code == 1)
        #expect(wrong.text.contains("memo journal MEMX"))
        #expect(wrong.text.contains("9999"))
    }

    @Test("Nothing at all is [], and a period without payments is no error")
    func nothing() async throws {
        let shop = try Shop()
        try await shop.connect()
        let payments = try shop.run(
            "fetch", "--json", "--since", "2019-01-01", "--until", "2019-01-03")
        #expect(payments.text == "[]\n")
        let items = try shop.run("open-items", "--json", "--from-year", "2018", "--to-year", "2018")
        #expect(items.text == "[]\n", "\(items.errors)")
        let run = try shop.run("dry-run", "--since", "2019-01-01", "--until", "2019-01-03")
        #expect(run.code == 0, "\(run.errors)")
    }

    @Test("A payment that stands in the memo journal is skipped, however it came there")
    func forwarded() async throws {
        let shop = try Shop()
        try await shop.connect()
        let before = try shop.run("dry-run", "--format", "json")
        let booked = before.text.split(separator: "\n").first { $0.contains(#""outcome":"book""#) }
        let line = try #require(booked)
        let mark = try #require(line.firstRange(of: #""reference":""#))
        let reference = line[mark.upperBound...].prefix { $0 != "\"" }
        try await shop.sandbox.act(
            "/books/entries",
            """
            {"daybook":"MEMO","lines":[
             {"dim1":"2101","side":"debit","value":"1.00","description":"\(reference) betaling"},
             {"dim1":"2102","side":"credit","value":"1.00","description":"met de hand"}]}
            """)
        let after = try shop.run("dry-run", "--format", "json")
        let now = try #require(
            after.text.split(separator: "\n").first { $0.contains(reference) })
        #expect(now.contains("already_forwarded"))
    }

    @Test("A service that fails ends the run with its reason, and prints no half result")
    func faults() async throws {
        let shop = try Shop()
        try await shop.connect()
        try await shop.sandbox.act("/faults", #""transaction-list:503""#)
        let run = try shop.run("dry-run")
        #expect(run.code == 1)
        #expect(run.text.isEmpty)
        #expect(run.errors.contains("503"), "\(run.errors)")
    }
}
