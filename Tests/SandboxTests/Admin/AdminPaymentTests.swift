import BooksModel
import DomainModel
import PaymentsModel
import Testing

@testable import Sandbox

@Suite("Payments and time at the admin address")
struct AdminPaymentTests {
    @Test("A payment is made, pending, and settled, refunded and changed by hand")
    func lifeOfAPayment() throws {
        var desk = AdminDesk()
        let made = try desk.get(
            "POST", "/payments",
            #"{"amount":"12.50","method":"paypal","order":"WEB-9","status":"pending"}"#)
        let reference = try #require(made["payment", "reference"]?.text)
        #expect(made["payment", "status"]?.text == "pending")
        #expect(made["payment", "amount"]?.text == "12.50")
        let settled = try desk.get("POST", "/payments/\(reference)/settle")
        #expect(settled["payment", "status"]?.text == "success")
        #expect(try desk.ask("POST", "/payments/\(reference)/settle").status == 409)
        let changed = try desk.get(
            "POST", "/payments/\(reference)/change", #"{"amount":"13.00","order":"WEB-10"}"#)
        #expect(changed["payment", "amount"]?.text == "13.00")
        #expect(changed["payment", "merchantOrderReference"]?.text == "WEB-10")
        let back = try desk.get("POST", "/payments/\(reference)/refund", #"{"amount":"3.00"}"#)
        #expect(back["payment", "type"]?.text == "refund")
        #expect(back["payment", "originalReference"]?.text == reference)
        let found = try desk.get("GET", "/payments?order=WEB-10")
        #expect(found["payments", 0, "reference"]?.text == reference)
    }

    @Test("A payment can fail, and can be of an earlier moment")
    func failedAndEarlier() throws {
        var desk = AdminDesk()
        let made = try desk.get(
            "POST", "/payments",
            #"{"amount":"1.00","status":"pending","created":"2026-11-19T10:00:00Z"}"#)
        let reference = try #require(made["payment", "reference"]?.text)
        #expect(made["payment", "created"]?.text == "2026-11-19T10:00:00Z")
        _ = try desk.ask("POST", "/payments/\(reference)/fail", #"{"code":"cancelled"}"#)
        let found = try desk.get("GET", "/payments/\(reference)")
        #expect(found["payment", "status"]?.text == "failed")
    }

    @Test("Pending payments become final when the clock is moved")
    func timeMakesFinal() throws {
        var desk = AdminDesk()
        func pending() throws -> Int? {
            try desk.get("GET", "/payments?status=pending")["payments"]?.count
        }
        let before = try #require(try pending())
        #expect(before > 0)
        let clock = try desk.get("POST", "/clock", #"{"forward":"90d"}"#)
        #expect(clock["now"]?.text == "2027-02-18T09:00:00Z")
        #expect(try #require(try pending()) < before)
    }

    @Test("Moods change for good, also one that was not set")
    func moods() throws {
        var desk = AdminDesk()
        let changed = try desk.get(
            "POST", "/moods",
            #"{"ccv":{"pageSize":5},"twinfield":{"browseTruncatedTo":3},"language":"en"}"#)
        #expect(changed["ccv", "pageSize"] == 5)
        #expect(changed["twinfield", "browseTruncatedTo"] == 3)
        #expect(desk.state.world.twinfieldMood.language.rawValue == "en")
        #expect(desk.state.takeUnsaved().count == 2)
        let back = try desk.get("POST", "/moods", #"{"browseTruncatedTo":null}"#)
        #expect(back["twinfield", "browseTruncatedTo"] == nil)
    }

    @Test("A reset brings everything back to the beginning, but the key")
    func reset() throws {
        var desk = AdminDesk()
        let key = desk.state.head.identity
        let fresh = desk.state.world
        _ = try desk.get("POST", "/payments", #"{"amount":"1.00"}"#)
        _ = try desk.get("POST", "/faults", #""any:503""#)
        _ = try desk.get("POST", "/moods", #"{"pageSize":5}"#)
        _ = try desk.get("POST", "/reset", #"{"start":"2026-11-20T09:00:00Z"}"#)
        #expect(desk.state.world.payments == fresh.payments)
        #expect(desk.state.world.organisation == fresh.organisation)
        #expect(desk.state.world.ccvMood == fresh.ccvMood)
        #expect(desk.state.faults.standing.isEmpty)
        #expect(desk.state.head.identity == key)
        #expect(desk.state.hasBegunAnew)
        _ = try desk.get("POST", "/reset", #"{"payments":25,"seed":9}"#)
        #expect(desk.state.world.payments.payments.count >= 25)
        #expect(desk.state.world.payments.apiKey == key.apiKey)
    }

    @Test("Replaying what was written down gives the same world", arguments: 1...4)
    func replayGivesTheSame(seed: UInt64) throws {
        var desk = AdminDesk()
        var random = SeededNumbers(seed: seed)
        var replayed = desk.state.world
        for _ in 0..<40 {
            try Self.act(&desk, &random)
            desk.real = Instant(milliseconds: desk.real.milliseconds + 61_000)
            for change in desk.state.takeUnsaved() {
                let document = JSONTree.document(of: change)
                let tree = try JSONTree(document: document, named: "a change")
                replayed.replay(try tree.decoded(as: WorldChange.self))
            }
        }
        #expect(replayed.organisation == desk.state.world.organisation)
        #expect(replayed.payments == desk.state.world.payments)
        #expect(replayed.logins == desk.state.world.logins)
        #expect(replayed.ccvMood == desk.state.world.ccvMood)
        #expect(try desk.get("GET", "/books/check")["sound"] == true)
    }

    /// One thing that somebody does; it may be refused.
    private static func act(_ desk: inout AdminDesk, _ random: inout SeededNumbers) throws {
        let amount = "\(1 + random.next(below: 200)).\(10 + random.next(below: 90))"
        let number = "20260000\(1 + random.next(below: 9))"
        let lines = desk.state.world.organisation.offices[0].customerLines
            .filter { $0.line.matchStatus == .available }
        guard let line = lines.randomElement(using: &random) else { return }
        let customer = line.line.dim2
        let entry =
            #"{"daybook":"MEMO","lines":[{"dim1":"2101","side":"debit","value":"\#(amount)"},"#
            + #"{"dim1":"1300","dim2":"\#(customer)","side":"credit","value":"\#(amount)"}]}"#
        let key = #""daybook":"MEMO","number":"\#(number)""#
        let saleKey = line.entry.key
        let sale = #""daybook":"\#(saleKey.daybook)","number":"\#(saleKey.number)""#
        let matched = "{\"lines\":[{\(key),\"line\":2},{\(sale),\"line\":1,\"value\":\"1.00\"}]}"
        switch random.next(below: 9) {
        case 0, 1: _ = try desk.ask("POST", "/books/entries", entry)
        case 2: _ = try desk.ask("POST", "/books/finalise", "{\(key)}")
        case 3: _ = try desk.ask("POST", "/books/delete", "{\(key)}")
        case 4: _ = try desk.ask("POST", "/books/match", matched)
        case 5:
            let undone = #"{"customer":"\#(customer)","matchnumber":1}"#
            _ = try desk.ask("POST", "/books/undo-match", undone)
        case 6: _ = try desk.ask("POST", "/payments", #"{"amount":"\#(amount)"}"#)
        case 7: _ = try desk.ask("POST", "/clock", #"{"forward":"6h"}"#)
        default: _ = try desk.ask("POST", "/moods", #"{"pageSize":\#(random.next(below: 50))}"#)
        }
    }
}
