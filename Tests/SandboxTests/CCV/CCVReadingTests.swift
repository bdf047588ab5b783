import DomainModel
import Foundation
import PaymentsModel
import Testing

@testable import Sandbox

@Suite("Reading from CCV's double")
struct CCVReadingTests {
    /// Six payments a minute apart, A to F; F is the newest.
    private static var payments: [Payment] {
        "ABCDEF".enumerated().map { index, letter in
            var payment = Payment(
                reference: String(letter), type: index == 4 ? .chargeback : .sale,
                amount: Int64(100 * (index + 1)), method: index < 3 ? "ideal" : "card",
                created: Instant(milliseconds: 1_795_500_000_000 + Int64(index) * 60_000))
            payment.status = .success
            payment.statusFinalDate = payment.created
            payment.merchantOrderReference = index == 1 ? "Order 1 & 2" : "Order"
            payment.description = "Shown"
            if index == 2 { payment.landingPage = "L" }
            if index == 5 { payment.originalReference = "A" }
            return payment
        }
    }

    private static func minute(_ minute: Int) -> String {
        String(1_795_500_000_000 + minute * 60_000)
    }

    @Test("A list is a bare array, the newest first")
    func list() throws {
        var caller = CCVCaller(payments: Self.payments)
        #expect(try caller.references([:]) == ["F", "E", "D", "C", "B", "A"])
        #expect(caller.call("GET", "transaction").text.hasPrefix("[{"))
    }

    @Test("Each documented filter works on its own and together")
    func filters() throws {
        let cases: [([String: String], [String])] = [
            (["createdAfter": Self.minute(3)], ["F", "E"]),
            (["createdBefore": Self.minute(1)], ["A"]),
            (["createdAfter": Self.minute(0), "createdBefore": Self.minute(2)], ["B"]),
            (["originalReferences": "A,B"], ["F"]),
            (["merchantOrderReference": "Order 1 & 2"], ["B"]),
            (["amountMinimum": "5", "amountMaximum": "5.00"], ["E"]),
            (["amountMinimum": "-92233720368547758.07", "amountMaximum": "1"], ["A"]),
            (["amountMinimum": "92233720368547758.07"], []),
            (["type": "chargeback"], ["E"]), (["method": "card", "type": "sale"], ["F", "D"]),
            (["status": "pending"], []), (["paidout": "yes"], []),
            (["paidout": "never", "amountMaximum": "1"], ["A"]),
            (["referenceAfter": "C"], ["B", "A"]), (["referenceBefore": "E"], ["F"]),
            (["nobodyKnows": "this", "createdAfter": Self.minute(4)], ["F"]),
        ]
        for (query, wanted) in cases {
            var caller = CCVCaller(payments: Self.payments)
            #expect(try caller.references(query) == wanted, "\(query)")
        }
    }

    @Test("A batch gives each reference once, in another order, and leaves out what is unknown")
    func batch() throws {
        var caller = CCVCaller(payments: Self.payments)
        #expect(try caller.references(["references": "A,Z,C,A,B"]) == ["B", "C", "A"])
        caller.world.ccvMood.batchSize = 2
        #expect(try caller.references(["references": "A,Z,C,A,B"]) == ["C", "A"])
    }

    @Test("One reference gives an object, an unknown one the status 404")
    func single() throws {
        var caller = CCVCaller(payments: Self.payments)
        let found = caller.call("GET", "transaction", ["reference": "B"])
        #expect(found.status == 200 && found.header("content-type") == "application/json")
        #expect(try found.object["reference"] as? String == "B")
        let missing = caller.call("GET", "transaction", ["reference": "Z"])
        #expect(missing.status == 404)
        #expect(try missing.object["failureCode"] as? String == "unknown_reference")
        #expect((try missing.object["reference"] as? String)?.count == 8)
    }

    @Test("Moods change what a list is")
    func moods() throws {
        func references(_ query: [String: String] = [:], _ mood: (inout CCVMood) -> Void) throws
            -> [String]
        {
            var caller = CCVCaller(payments: Self.payments, mood: mood)
            return try caller.references(query)
        }
        #expect(try references { $0.pageSize = 2 } == ["F", "E"])
        #expect(try references { $0.pageSize = -1 } == [])
        #expect(try references(["references": "A"]) { $0.batchSize = -1 } == [])
        #expect(
            try references {
                $0.pageSize = 2
                $0.order = .oldestFirst
            } == ["A", "B"])
        #expect(try Set(references { $0.order = .shuffled }).count == 6)
        #expect(try !references { $0.hidesChildren = true }.contains("C"))
        #expect(try !references { $0.hidesAcquirerTypes = true }.contains("E"))
        #expect(try references(["type": "refund"]) { $0.ignoresFilters = true }.count == 6)
        #expect(
            try references(["createdAfter": Self.minute(3), "method": "card"]) {
                $0.ignoredFilters = ["createdAfter"]
            } == ["F", "E", "D"])
    }

    @Test("Moods change what stands around a list, and what an empty one is")
    func envelopes() throws {
        var caller = CCVCaller(payments: Self.payments) { $0.envelope = .wrapped }
        let wrapped = caller.call("GET", "transaction").text
        #expect(wrapped.hasPrefix("{\"transactions\":[{") && wrapped.hasSuffix("]}"))
        let none = ["status": "pending"]
        #expect(caller.call("GET", "transaction", none).text == "{\"transactions\":[]}")
        caller.world.ccvMood.envelope = .bare
        #expect(caller.call("GET", "transaction", none).text == "[]")
        caller.world.ccvMood.emptyIs404 = true
        #expect(caller.call("GET", "transaction", none).status == 404)
    }

    @Test("A child carries no order number unless the mood says so")
    func children() {
        var caller = CCVCaller(payments: Self.payments)
        let bare = caller.call("GET", "transaction", ["reference": "C"]).text
        #expect(!bare.contains("Order") && !bare.contains("Shown"))
        caller.world.ccvMood.childrenCarryOrder = true
        let full = caller.call("GET", "transaction", ["reference": "C"]).text
        #expect(full.contains("\"merchantOrderReference\":\"Order\""))
    }

    @Test(
        "Moments are read in one form only",
        arguments: [
            (CCVMood.Timestamps.ms, "1795500240000", 1),
            // Seconds read as milliseconds lie in 1970: nothing is left out.
            (.ms, "1795500240", 6), (.ms, "2026-11-24T06:04:00Z", nil),
            (.s, "1795500240", 1), (.s, "1795500240000", 0), (.s, "99999999999999999999", nil),
            (.iso, "2026-11-24T06:04:00Z", 1), (.iso, "2026-11-24T07:04:00+01:00", 1),
            (.iso, "2026-11-24T06:03:59.999Z", 2), (.iso, "2026-11-24", nil),
            (.iso, "1795500240000", nil), (.iso, "2026-11-24T06:04:00", nil),
        ] as [(CCVMood.Timestamps, String, Int?)])
    func timestamps(form: CCVMood.Timestamps, text: String, count: Int?) throws {
        var caller = CCVCaller(payments: Self.payments) { $0.timestamps = form }
        let answer = caller.call("GET", "transaction", ["createdAfter": text])
        guard let count else {
            #expect(answer.status == 400)
            #expect(try answer.object["field"] as? String == "createdAfter")
            return
        }
        #expect(try answer.list.count == count)
    }

    @Test(
        "Values that cannot be read are refused, naming the field",
        arguments: [
            ("amountMinimum", "veel"), ("paidout", "maybe"), ("createdBefore", "gisteren"),
            ("paidoutAfter", "1"),
        ])
    func badValues(field: String, value: String) throws {
        var caller = CCVCaller(payments: Self.payments)
        let answer = caller.call("GET", "transaction", [field: value])
        #expect(answer.status == 400)
        #expect(try answer.object["field"] as? String == field)
    }

    @Test("Methods have options only where there are any")
    func methods() {
        var caller = CCVCaller()
        #expect(
            caller.call("GET", "method").text == """
                [{"method":"ideal","options":[{"issuerid":"B1","issuerdescription":"Bank",\
                "grouptype":"country","group":"NL"}]},{"method":"card","options":\
                [{"brand":"visa"},{"brand":"bcmc"}]},{"method":"klarna"},\
                {"method":"banktransfer"},{"method":"landingpage"},{"method":"gift"}]
                """)
    }

    @Test("Balances stand by method, brands beside each other")
    func balances() throws {
        var caller = CCVCaller()
        _ = try caller.pay("0.10")
        _ = try caller.pay("19.98", method: "card", more: ",\"brand\":\"bcmc\"")
        _ = try caller.pay("5", method: "card", more: ",\"brand\":\"visa\"")
        _ = try caller.pay("7", method: "klarna")
        let ideal =
            "{\"method\":\"ideal\",\"balances\":[{\"creditAmount\":0,\"debitAmount\":0.1,"
            + "\"total\":0.1}]}"
        #expect(
            caller.call("GET", "balance").text == """
                [{"method":"card","balances":[{"creditAmount":0,"debitAmount":19.98,\
                "total":19.98,"brand":"bcmc"},{"creditAmount":0,"debitAmount":5,"total":5,\
                "brand":"visa"}]},\(ideal)]
                """)
        #expect(caller.call("GET", "balance", ["methods": "ideal,paypal"]).text == "[\(ideal)]")
    }

    @Test("Related transactions come when they are asked for")
    func related() throws {
        var caller = CCVCaller(payments: Self.payments)
        let answer = caller.call(
            "GET", "transaction", ["reference": "A", "includeRelatedTransactions": "true"])
        let related = try answer.object["relatedTransactions"] as? [[String: Any]]
        #expect(related?.compactMap { $0["reference"] as? String } == ["F"])
    }

    @Test("What is planned has happened when it is read")
    func time() throws {
        var caller = CCVCaller()
        let reference = try caller.start()
        caller.now = Instant(milliseconds: caller.now.milliseconds + 30 * 60_000)
        let object = try caller.call("GET", "transaction", ["reference": reference]).object
        #expect(object["status"] as? String == "failed")
        #expect(object["failureCode"] as? String == "expired")
    }
}
