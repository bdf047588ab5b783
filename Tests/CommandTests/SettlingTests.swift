import Foundation
import ProgramSupport
import Testing

@Suite("Settling payments, and explaining what was decided")
struct SettlingTests {
    /// A shop after a first run.
    private func shop() async throws -> Shop {
        let shop = try await Shop.connected()
        let run = try shop.run("run")
        #expect(run.code == 3, "\(run.errors)")
        return shop
    }

    /// The first payment that the ledger lists with these flags, as JSON.
    private func first(_ shop: Shop, _ flag: String, _ value: String) throws -> String {
        let listed = try shop.run("payments", "--json", flag, value).text
        return String(try #require(listed.split(separator: "\n").first))
    }

    private func value(_ key: String, of json: String) throws -> String {
        try #require(JSONText.value(key, of: json[...]))
    }

    @Test("A past decision is explained with what was known then, with the rules of then or of now")
    func explain() async throws {
        let shop = try await shop()
        let booked = try value("reference", of: first(shop, "--state", "reconciled"))
        let then = try shop.run("explain", booked)
        #expect(then.code == 0, "\(then.errors)")
        #expect(then.errors.contains("from the ledger: run 1"))
        // Its sale is paid by now: only what was known then gives the decision again.
        #expect(then.text.contains("Decision: book"), "\(then.text)")
        #expect(!then.errors.contains("another decision"))
        try shop.place.edit(
            "books/rules/ccv-twinfield.yaml", "sale_dated:",
            "sale_dated: { from: 0 days before payment, to: 0 days after payment }\n  # was:")
        let now = try shop.run("explain", booked, "--rules-of", "now")
        #expect(now.code == 0, "\(now.errors)")
        #expect(now.errors.contains("rules of now"))
        #expect(try shop.run("explain", booked).text == then.text)
    }

    @Test("Every decision of a run comes out again from what the ledger kept")
    func again() async throws {
        let shop = try await shop()
        let listed = try shop.run("payments", "--json").text.split(separator: "\n")
        #expect(listed.count > 40)
        for line in listed {
            let run = try shop.run("explain", try value("reference", of: String(line)), "--json")
            #expect(run.code == 0, "\(line) \(run.errors)")
            #expect(!run.errors.contains("another decision"), "\(line)")
        }
    }

    @Test("What the ledger cannot explain is refused with what to type")
    func explainBadInput() async throws {
        let shop = try await shop()
        let unknown = try shop.run("explain", "C0", "--rules-of", "then")
        #expect(unknown.code == 1)
        #expect(unknown.errors.contains("ccvmap payments"))
        let booked = try value("reference", of: first(shop, "--state", "reconciled"))
        #expect(try shop.run("explain", booked, "--run", "99").code == 1)
        let both = try shop.run("explain", booked, "--run", "1", "--since", "2026-01-01")
        #expect(both.code == 2)
        #expect(both.errors.contains("leave out --since"))
    }

    @Test("A payment is settled by an entry only when that stands in the books with its amount")
    func resolve() async throws {
        let shop = try await shop()
        let review = try value("reference", of: first(shop, "--code", "several_fit"))
        func resolve(_ entry: String) throws -> CommandRun {
            try shop.run("payments", "resolve", review, "--memo", entry, "--reason", "hand")
        }
        #expect(try resolve("MEMO").code == 2)
        let absent = try resolve("MEMO/299900001")
        #expect(absent.code == 1)
        #expect(absent.errors.contains("does not stand in administration NLA001"))
        let other = try first(shop, "--state", "reconciled")
        let memo = try #require(other.firstRange(of: #""memo":"#))
        let number = try value("number", of: String(other[memo.upperBound...]))
        let wrong = try resolve("MEMO/\(number)")
        #expect(wrong.code == 1)
        #expect(wrong.errors.contains("has no line of 39.95 EUR"), "\(wrong.errors)")
        #expect(try shop.run("payments", "show", review).text.contains("state     review"))
        // The sale itself has a line of the amount: any entry of the books will do.
        let right = try resolve("VRK/202600017")
        #expect(right.code == 0, "\(right.errors)")
        let shown = try shop.run("payments", "show", review).text
        #expect(shown.contains("state     resolved"), "\(shown)")
        #expect(shown.contains("entry     VRK 202600017"))
    }

    @Test("All payments with one reason code are settled at once, or none")
    func bulk() async throws {
        let shop = try await shop()
        let before = try shop.run("payments", "--code", "money_back", "--json").text
        let count = before.split(separator: "\n").count
        #expect(count > 1)
        let ignored = try shop.run("payments", "ignore", "--code", "money_back", "--reason", "hand")
        #expect(ignored.text == "ignored: \(count)\n")
        #expect(try shop.run("payments", "--code", "money_back", "--json").text == "[]\n")
        let none = try shop.run("payments", "retry", "--code", "money_back", "--reason", "x")
        #expect(none.code == 1)
        let retried = try shop.run("payments", "retry", "--code", "ignored", "--reason", "toch")
        #expect(retried.text == "looked at again by the next run: \(count)\n")
        #expect(try shop.run("payments", "retry", "--reason", "x").code == 2)
    }

    @Test("Where no run was yet, looking makes no ledger")
    func nothingYet() async throws {
        let shop = try Shop()
        let list = try shop.run("payments", "--json")
        #expect(list.code == 0)
        #expect(list.text == "[]\n")
        #expect(list.errors.contains("there is no ledger yet"))
        #expect(try shop.run("ledger", "verify").code == 1)
        let ledger = shop.place.folder.appending(path: "books/ccvmap.sqlite").path
        #expect(!FileManager.default.fileExists(atPath: ledger))
    }
}
