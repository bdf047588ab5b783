import Foundation
import ProgramSupport
import Testing

@Suite("Nights and alarms against the sandbox")
struct NightRunTests {
    /// The payments of a state: reference and number of the entry.
    private func listed(_ shop: Shop, _ state: String) throws -> [(reference: String, memo: String)]
    {
        try shop.run("payments", "--json", "--state", state).text.split(separator: "\n")
            .compactMap { line in
                guard let reference = JSONText.value("reference", of: line) else { return nil }
                let memo = line.firstRange(of: #""memo":"#).map { line[$0.upperBound...] }
                return (reference, memo.flatMap { JSONText.value("number", of: $0) } ?? "")
            }
    }

    /// How many requests of a kind the sandbox got.
    private func requests(_ shop: Shop, _ operation: String) async throws -> Int {
        let text = try await shop.sandbox.look("/requests?last=10000&operation=\(operation)")
        return text.components(separatedBy: "\"operation\"").count - 1
    }

    @Test("A night finds what people deleted and changed, once; a quiet one reads no entry alone")
    func drift() async throws {
        let shop = try await Shop.connected(probeGrace: "1 second")
        #expect(try shop.run("run").code == 3)
        let entries = try listed(shop, "reconciled")
        try #require(entries.count > 5)
        let first = try shop.run("run", "--night", "--json")
        #expect(!first.text.contains("drifted"), "\(first.text)")
        let reads = try await requests(shop, "read-transaction")
        _ = try shop.run("run", "--night")
        #expect(try await requests(shop, "read-transaction") == reads)
        try await shop.sandbox.act(
            "/books/delete",
            #"{"daybook":"MEMO","number":"\#(entries[0].memo)","reason":"dubbel"}"#)
        try await shop.sandbox.act(
            "/books/change",
            #"{"daybook":"MEMO","number":"\#(entries[1].memo)","line":1,"description":"aangepast"}"#
        )
        let found = try shop.run("run", "--night", "--json")
        #expect(found.code == 3)
        #expect(found.text.contains("our entry MEMO \(entries[0].memo) is not in the books"))
        #expect(found.text.contains("our entry MEMO \(entries[1].memo) was changed"))
        #expect(found.text.contains(#""drifted":{"count":2,"#), "\(found.text)")
        #expect(
            try Set(listed(shop, "drifted").map(\.reference))
                == Set(entries.prefix(2).map(\.reference)))
        let again = try shop.run("run", "--night", "--json")
        #expect(!again.text.contains("drifted"), "\(again.text)")
        #expect(try listed(shop, "drifted").count == 2)
        #expect(try shop.run("ledger", "verify").code == 0)
        #expect(try await requests(shop, "match") == entries.count)
    }

    @Test("A payment that CCV changes after it was booked raises an alarm, and nothing is changed")
    func changed() async throws {
        let shop = try await Shop.connected(probeGrace: "1 second")
        _ = try shop.run("run")
        let entries = try listed(shop, "reconciled")
        let payment = try #require(entries.first).reference
        let sent = try await requests(shop, "post")
        try await shop.sandbox.act("/payments/\(payment)/change", #"{"amount":"1.00"}"#)
        let run = try shop.run("run", "--json")
        #expect(run.code == 3)
        #expect(run.text.contains(#""code":"changed_after_booking""#), "\(run.text)")
        #expect(run.text.contains("now 1.00"), "\(run.text)")
        #expect(try listed(shop, "reconciled").map(\.memo) == entries.map(\.memo))
        #expect(try await requests(shop, "post") == sent)
        let next = try shop.run("run", "--night", "--json").text
        #expect(!next.contains("changed_after_booking") && !next.contains("drifted"), "\(next)")
        #expect(try shop.run("payments", "show", payment).text.contains("now 1.00"))
    }

    @Test("A sale that comes after the deadline books itself, and closes the error")
    func late() async throws {
        let shop = try await Shop.connected(probeGrace: "1 second")
        try await shop.sandbox.act(
            "/payments",
            #"{"amount":"20.95","method":"ideal","order":"WEB-9001","status":"success"}"#)
        _ = try shop.run("run")
        try await shop.sandbox.act("/clock", #"{"forward":"20d"}"#)
        let failed = try shop.run("run", "--json").text
        #expect(failed.contains(#""code":"no_sale""#), "\(failed)")
        let payment = try #require(
            try shop.run("payments", "--json", "--state", "failed").text.split(separator: "\n")
                .first { $0.contains("no_sale") && $0.contains("20.95") })
        let reference = try #require(JSONText.value("reference", of: payment))
        try await shop.sandbox.act(
            "/books/entries",
            """
            {"daybook":"VRK","invoicenumber":"WEB-9001","lines":[
            {"type":"total","dim1":"1300","dim2":"D0000001","side":"debit","value":"20.95"},
            {"dim1":"8000","side":"credit","value":"20.95"}]}
            """)
        _ = try shop.run("run", "--night")
        #expect(try listed(shop, "reconciled").contains { $0.reference == reference })
    }

    @Test("A senseless list of deleted entries keeps an entry parked: it is not sent again")
    func senseless() async throws {
        let shop = try await Shop.connected(probeGrace: "1 second")
        try await shop.sandbox.act("/faults", #""post:cut-before@1,deleted:garbage""#)
        _ = try shop.run("run")
        let parked = try listed(shop, "parked")
        #expect(parked.count == 1)
        for _ in 0..<3 {
            try await Task.sleep(for: .milliseconds(1200))
            let run = try shop.run("run", "--json")
            #expect(run.code == 1)
            #expect(run.text.contains("twinfield_not_understood"), "\(run.text)")
            #expect(try listed(shop, "parked").map(\.reference) == parked.map(\.reference))
        }
        try await shop.sandbox.act("/faults", "", method: "DELETE")
        for _ in 0..<3 {
            _ = try shop.run("run")
            try await Task.sleep(for: .milliseconds(1200))
        }
        #expect(try listed(shop, "reconciled").map(\.reference).contains(parked[0].reference))
    }

    @Test("The program of the configuration is told each new problem once")
    func notifications() async throws {
        let shop = try await Shop.connected(probeGrace: "1 second")
        let told = shop.place.folder.appending(path: "told").path
        try shop.place.write(
            "books/tell-me",
            """
            #!/bin/sh
            { cat; env; } >> "\(told)"
            """)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755],
            ofItemAtPath: shop.place.folder.appending(path: "books/tell-me").path)
        let command = ["--set", "notifications.command=tell-me"]
        func run() throws -> CommandRun {
            try shop.place.run(["run", "--config", "books/ccvmap.yaml"] + command)
        }
        #expect(try run().code == 3)
        let first = try String(contentsOfFile: told, encoding: .utf8)
        #expect(first.hasPrefix(#"{"connection":"webshop","run":1,"problems":[{"reference":""#))
        #expect(first.contains(#""code":"several_fit""#))
        #expect(!first.contains("CCVMAP_"))
        // The sales that the first run paid give the second one other reasons to tell.
        _ = try run()
        let second = try String(contentsOfFile: told, encoding: .utf8).dropFirst(first.count)
        #expect(!second.contains(#""code":"several_fit""#), "\(second)")
        _ = try run()
        #expect(try String(contentsOfFile: told, encoding: .utf8) == first + second)
    }
}
