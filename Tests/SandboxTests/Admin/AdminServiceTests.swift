import BooksModel
import DomainModel
import PaymentsModel
import Testing

@testable import Sandbox

/// The admin address over a state in memory, by functions.
struct AdminDesk {
    var state: SandboxState
    var real = Instant(milliseconds: 1_795_165_200_000)

    init() {
        let head = JournalHead(
            seed: 1, payments: nil, start: Instant(milliseconds: 1_795_165_200_000))
        state = SandboxState(
            head: head, world: World(head),
            clock: SandboxClock(showing: head.start, at: head.start), faults: FaultPlan(seed: 1),
            limiter: CreditLimiter(perMinute: nil))
    }

    /// Asks, and gives status and JSON.
    mutating func ask(
        _ method: String, _ path: String, _ body: String = ""
    ) throws -> (status: Int, tree: JSONTree) {
        let parts = path.split(separator: "?", maxSplits: 1)
        let request = WireRequest(
            method: method, path: "/admin" + (parts.first ?? ""),
            query: parts.count == 2 ? RequestReader.query(parts[1]) : [], body: Array(body.utf8))
        let answer = AdminService.answer(
            request, state: &state, now: state.now(at: real), real: real)
        return (answer.status, try JSONTree(document: answer.body, named: "the answer"))
    }

    /// Asks, and gives the JSON of an answer that must be 200.
    mutating func get(_ method: String, _ path: String, _ body: String = "") throws -> JSONTree {
        let (status, tree) = try ask(method, path, body)
        #expect(status == 200, "\(method) \(path) \(body): \(tree)")
        return tree
    }
}

extension JSONTree {
    /// The value behind keys and indices, such as `["entry", "lines", 0]`.
    subscript(steps: any Sendable...) -> JSONTree? {
        var tree: JSONTree? = self
        for step in steps {
            switch (tree, step) {
            case (.object(let object)?, let key as String): tree = object[key]
            case (.list(let list)?, let index as Int):
                tree = list.indices.contains(index) ? list[index] : nil
            default: return nil
            }
        }
        return tree
    }

    /// The text, when it is one.
    var text: String? { if case .text(let value) = self { value } else { nil } }
    /// How many there are in the list.
    var count: Int? { if case .list(let value) = self { value.count } else { nil } }
}

@Suite("The admin address")
struct AdminServiceTests {
    @Test("The index tells of every route, and every route that reads answers")
    func indexIsWhole() throws {
        var desk = AdminDesk()
        #expect(try desk.get("GET", "").count == AdminRoute.all.count)
        for route in AdminRoute.all where route.method == "GET" && !route.path.contains("{") {
            _ = try desk.get("GET", route.path)
        }
    }

    static let refused = [
        ("GET", "/nothing", "", 404, "there is no /admin/nothing"),
        ("DELETE", "/books/entries", "", 405, "takes GET or POST"),
        ("POST", "/clock", "{", 400, "the body: this is no JSON"),
        ("POST", "/clock", #"{"forwards":"2h"}"#, 400, "\"forwards\" is no key here"),
        ("POST", "/clock", #"{"forward":"soon"}"#, 400, "\"soon\" is no length of time"),
        ("POST", "/clock", #"{"set":"2020-01-01"}"#, 400, "cannot go back"),
        ("GET", "/books/entries?office=X", "", 400, "there is no office \"X\""),
        ("POST", "/books/delete", #"{"daybook":"VRK"}"#, 400, "\"number\" is missing"),
        (
            "POST", "/books/delete", #"{"daybook":"VRK","number":"209900001"}"#, 409, "209900001"
        ),
        ("POST", "/books/entries", #"{"daybook":"MEMO"}"#, 400, "\"lines\" is missing"),
        (
            "POST", "/books/entries", #"{"daybook":"MEMO","lines":[{"dim":"1300"}]}"#, 400,
            "\"dim\" is no key of a line"
        ),
        ("POST", "/moods", #"{"colour":"blue"}"#, 400, "\"colour\" is no field of a mood"),
        ("POST", "/moods", #"{"pageSize":"many"}"#, 400, "a mood cannot be so"),
        ("POST", "/payments", #"{"amount":"free"}"#, 400, "must be an amount"),
        ("POST", "/payments/X1/settle", "", 400, "there is no payment \"X1\""),
        ("POST", "/faults", #"{"operation":"post","fault":"melt"}"#, 400, "no fault \"melt\""),
        ("DELETE", "/faults/9", "", 400, "there is no fault 9"),
        ("POST", "/books/customers", #"{"code":"NEW"}"#, 400, "say its \"name\""),
        ("POST", "/books/periods", #"{"closed_through":"october"}"#, 400, "is no period"),
    ]

    @Test("What makes no sense is refused, and nothing changes", arguments: refused)
    func refusals(
        method: String, path: String, body: String, status: Int, words: String
    ) throws {
        var desk = AdminDesk()
        let before = desk.state.world
        let answer = try desk.ask(method, path, body)
        let said = (answer.tree["error"]?.text ?? "") + " " + (answer.tree["help"]?.text ?? "")
        #expect(answer.status == status)
        #expect(said.contains(words), "\(said)")
        #expect(desk.state.world.organisation == before.organisation)
        #expect(desk.state.world.payments == before.payments)
    }

    @Test("A person books, makes final, matches, undoes and deletes")
    func personInTheBooks() throws {
        var desk = AdminDesk()
        let open = try desk.get("GET", "/books/lines?matchstatus=available")
        let sale = try #require(open["lines", 0])
        let customer = try #require(sale["dim2"]?.text)
        let value = try #require(sale["openvalue"]?.text)
        let lines =
            #"[{"dim1":"2101","side":"debit","value":"\#(value)"},"#
            + #"{"dim1":"1300","dim2":"\#(customer)","side":"credit","value":"\#(value)"}]"#
        let booked = try desk.get(
            "POST", "/books/entries",
            #"{"daybook":"MEMO","date":"2026-11-20","lines":\#(lines)}"#)
        let number = try #require(booked["entry", "number"]?.text)
        #expect(booked["entry", "status"]?.text == "temporary")
        #expect(booked["entry", "origin"]?.text == "manual")
        let key = #""daybook":"MEMO","number":"\#(number)""#
        let changed = try desk.get(
            "POST", "/books/change", "{\(key),\"line\":2,\"description\":\"by hand\"}")
        #expect(changed["entry", "lines", 1, "description"]?.text == "by hand")
        let saleKey =
            #""daybook":"\#(sale["code"]?.text ?? "")","number":"\#(sale["number"]?.text ?? "")""#
        let matched = try desk.get(
            "POST", "/books/match", "{\"lines\":[{\(key),\"line\":2},{\(saleKey),\"line\":1}]}")
        #expect(matched["match", "customer"]?.text == customer)
        let again = try desk.ask(
            "POST", "/books/match", "{\"lines\":[{\(key),\"line\":2},{\(saleKey),\"line\":1}]}")
        #expect(again.status == 409)
        let final = try desk.get("POST", "/books/finalise", "{\(key)}")
        #expect(final["entry", "status"]?.text == "final")
        #expect(try desk.ask("POST", "/books/delete", "{\(key)}").status == 409)
        #expect(try desk.get("GET", "/books/check")["sound"] == true)
    }

    @Test("A provisional entry that is deleted stands among the deleted ones")
    func deletedEntries() throws {
        var desk = AdminDesk()
        let lines =
            #"[{"dim1":"2101","side":"debit","value":"5.00"},"#
            + #"{"dim1":"2102","side":"credit","value":"5.00"}]"#
        let booked = try desk.get(
            "POST", "/books/entries", #"{"daybook":"MEMO","lines":\#(lines)}"#)
        let number = try #require(booked["entry", "number"]?.text)
        _ = try desk.get(
            "POST", "/books/delete",
            #"{"daybook":"MEMO","number":"\#(number)","reason":"double"}"#)
        let deleted = try desk.get("GET", "/books/deleted")
        #expect(deleted["deleted", 0, "number"]?.text == number)
        #expect(deleted["deleted", 0, "reason"]?.text == "double")
        let left = try desk.get("GET", "/books/entries?daybook=MEMO&number=\(number)")
        #expect(left["entries"]?.count == 0)
    }

    @Test("Customers change, and closed periods refuse entries")
    func customersAndPeriods() throws {
        var desk = AdminDesk()
        let code = try #require(
            try desk.get("GET", "/books/lines")["lines", 0, "dim2"]?.text)
        _ = try desk.get(
            "POST", "/books/customers", #"{"code":"\#(code)","email":"new@example.org"}"#)
        let customers = try desk.get("GET", "/books/customers?code=\(code)")
        #expect(customers["customers", 0, "addresses", 0, "email"]?.text == "new@example.org")
        _ = try desk.get("POST", "/books/customers", #"{"code":"D77","name":"G. Geheel"}"#)
        #expect(try desk.get("GET", "/books/customers?code=D77")["customers"]?.count == 1)
        _ = try desk.get("POST", "/books/periods", #"{"closed_through":"2026/11"}"#)
        let lines =
            #"[{"dim1":"2101","side":"debit","value":"5.00"},"#
            + #"{"dim1":"2102","side":"credit","value":"5.00"}]"#
        let entry = #"{"daybook":"MEMO","date":"20261120","lines":\#(lines)}"#
        #expect(try desk.ask("POST", "/books/entries", entry).status == 409)
        _ = try desk.get("POST", "/books/periods", #"{"closed_through":null}"#)
        _ = try desk.get("POST", "/books/entries", entry)
    }
}
