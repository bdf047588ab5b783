import DomainModel
import Foundation
import PaymentsModel
import Sandbox
import Testing

@Suite("Paying through CCV's double")
struct CCVWritingTests {
    /// What the library of CCV sends, as far as it matters; fields it adds are not looked at.
    private static let libraryBody = """
        {"amount":"9.99","currency":"EUR","returnUrl":"https://shop.example/r","method":"card",\
        "language":"nld","merchantOrderReference":"Order 17","brand":"visa","metadata":"PHP:8",\
        "billingEmail":"a@example.com","scaReady":true,"transactionType":"sale",\
        "accountInfo":{"email":"a@example.com"},"details":{},"orderLines":[]}
        """

    @Test("The library of CCV can start a payment and read its status")
    func library() throws {
        var caller = CCVCaller()
        let answer = caller.call("POST", "payment", body: Self.libraryBody)
        #expect(answer.status == 200)
        let object = try answer.object
        let reference = try #require(object["reference"] as? String)
        #expect(
            object["payUrl"] as? String
                == "http://127.0.0.1:5081/api/v1/pay?reference=\(reference)")
        #expect(object["currency"] as? String == "eur")
        #expect(object["statusFinalDate"] == nil && object["failureCode"] == nil)
        let read = try caller.call("GET", "transaction", ["reference": reference]).object
        #expect(read["status"] as? String == "pending" && read["type"] as? String == "sale")
        #expect(read["details"] is [String: Any])
    }

    @Test("A bank transfer has no page, so that shops go on to their own")
    func bankTransfer() throws {
        var caller = CCVCaller()
        let reference = try caller.start(method: "banktransfer")
        let object = try caller.call("GET", "transaction", ["reference": reference]).object
        #expect(object["payUrl"] == nil && object["returnUrl"] != nil)
    }

    @Test(
        "Amounts are texts or numbers, and are never read as a binary fraction",
        arguments: [
            ("\"28.20\"", "28.2"), ("28.2", "28.2"), ("1234567.89", "1234567.89"), ("7", "7"),
            ("\"0.01\"", "0.01"),
        ])
    func amounts(sent: String, shown: String) throws {
        var caller = CCVCaller()
        let body = Self.libraryBody.replacing("\"9.99\"", with: sent)
        let answer = caller.call("POST", "payment", body: body)
        #expect(answer.text.contains("\"amount\":\(shown),"))
    }

    @Test(
        "What cannot be is refused, naming the field",
        arguments: [
            ("\"9.99\"", "\"9.999\"", "amount"), ("\"9.99\"", "\"0.00\"", "amount"),
            ("\"9.99\"", "\"-1\"", "amount"), ("\"9.99\"", "null", nil),
            ("EUR", "EURO", "currency"),
            ("\"card\"", "\"cash\"", "method"), ("https://shop", "javascript:shop", "returnUrl"),
            ("\"sale\"", "\"theft\"", "transactionType"), ("Order 17", longText, nil),
            ("{\"amount\"", "[\"amount\"", nil),
        ] as [(String, String, String?)])
    func refused(from: String, to: String, field: String?) throws {
        var caller = CCVCaller()
        let body = Self.libraryBody.replacing(from, with: to)
        let answer = caller.call("POST", "payment", body: body)
        #expect(answer.status == 400)
        if let field { #expect(try answer.object["field"] as? String == field) }
        #expect(caller.world.payments.payments.isEmpty)
    }

    private static let longText = String(repeating: "x", count: 256)

    @Test("The page pays, and goes back to the shop")
    func page() throws {
        var caller = CCVCaller()
        let reference = try caller.start()
        let page = caller.call("GET", "pay", ["reference": reference])
        #expect(page.header("content-type") == "text/html; charset=utf-8")
        #expect(page.text.contains("EUR 28.20") && page.text.contains("Betalen"))
        #expect(caller.world.payments[reference]?.status == .pending)
        let paid = caller.call("POST", "pay", ["reference": reference], body: "action=pay")
        #expect(paid.status == 303)
        #expect(paid.header("location") == "https://shop.example/r?a=1&b=2")
        #expect(caller.world.payments[reference]?.status == .success)
        let after = caller.call("GET", "pay", ["reference": reference])
        #expect(after.text.contains("https://shop.example/r?a=1&amp;b=2"))
    }

    @Test(
        "The page cancels and refuses too",
        arguments: [
            ("action=cancel", "cancelled"), ("action=refuse", "rejected"), ("", "cancelled"),
        ])
    func pageFails(body: String, code: String) throws {
        var caller = CCVCaller()
        let reference = try caller.start()
        _ = caller.call("POST", "pay", ["reference": reference], body: body)
        #expect(caller.world.payments[reference]?.failureCode == code)
    }

    @Test("The page of a landing page takes a part by gift card and the rest by iDEAL")
    func landingPage() throws {
        var caller = CCVCaller()
        let page = try caller.start("50.00", method: "landingpage")
        let part = caller.call(
            "POST", "pay", ["reference": page], body: "action=pay&method=gift&amount=20.00")
        #expect(part.status == 200 && part.text.contains("EUR 30.00"))
        let rest = caller.call("POST", "pay", ["reference": page], body: "action=pay&method=ideal")
        #expect(rest.status == 303)
        let shown = try caller.call("GET", "transaction", ["reference": page]).object
        #expect(shown["status"] as? String == "success")
        let child = try #require(shown["childReferenceId"] as? String)
        #expect(caller.call("GET", "transaction", ["reference": child]).text.contains(":30,"))
    }

    @Test("What shops write into a payment is text on the page, not markup")
    func markup() throws {
        var caller = CCVCaller()
        let reference = try caller.start(more: ",\"description\":\"<script>'x' & \\\"y\\\"\"")
        let page = caller.call("GET", "pay", ["reference": reference]).text
        #expect(page.contains("&lt;script&gt;&#39;x&#39; &amp; &quot;y&quot;"))
        #expect(!page.contains("<script>"))
    }

    @Test("A refund is made, limited and told why not, as the example does")
    func refunds() throws {
        var caller = CCVCaller()
        let sale = try caller.pay("9.99")
        _ = try caller.pay("100")
        let refund = caller.call(
            "POST", "refund", body: "{\"reference\":\"\(sale)\",\"amount\":\"9.99\"}")
        #expect(try refund.object["originalReference"] as? String == sale)
        #expect(try refund.object["type"] as? String == "refund")
        let second = caller.call(
            "POST", "refund", body: "{\"reference\":\"\(sale)\",\"amount\":\"2.00\"}")
        #expect(second.status == 400)
        let object = try second.object
        #expect(object["type"] as? String == "process_error")
        #expect(object["failureCode"] as? String == "refund_limit")
        let message = object["message"] as? String ?? ""
        #expect(message.hasPrefix("Refund request limit check: Original Amount: 9.99, "))
        #expect(message.hasSuffix("Maximum Refundable Amount: 11.98"))
    }

    @Test("A refund without balance says what there is")
    func balance() throws {
        var caller = CCVCaller()
        let sale = try caller.pay("9.99")
        caller.now = Instant(milliseconds: caller.now.milliseconds + 3 * 86_400_000)
        let answer = caller.call("POST", "refund", body: "{\"reference\":\"\(sale)\"}")
        #expect(try answer.object["failureCode"] as? String == "unsufficient_balance")
        #expect(
            answer.text.contains(
                "\"balance\":{\"creditAmount\":0,\"debitAmount\":0,\"total\":0}"))
    }

    @Test("Klarna is authorised, captured in part and reversed only while nothing else is")
    func klarna() throws {
        var caller = CCVCaller()
        let authorised = try caller.pay(
            "200", method: "klarna", more: ",\"transactionType\":\"authorise\"")
        let body = "{\"reference\":\"\(authorised)\",\"amount\":\"120\"}"
        let capture = try caller.call("POST", "capture", body: body).object
        #expect(capture["type"] as? String == "capture")
        #expect(caller.call("POST", "capture", body: body).status == 400)
        let reversal = caller.call(
            "POST", "reversal", body: "{\"reference\":\"\(authorised)\"}")
        #expect(try reversal.object["type"] as? String == "reversal")
    }

    @Test("The same idempotency reference makes one refund, of 50 characters at most")
    func idempotency() throws {
        var caller = CCVCaller()
        let sale = try caller.pay("9.99")
        let body = "{\"reference\":\"\(sale)\",\"amount\":\"1.00\"}"
        let headers = ["idempotency-reference": "refund-1"]
        let first = caller.call("POST", "refund", body: body, headers: headers)
        let second = caller.call("POST", "refund", body: body, headers: headers)
        #expect(first == second)
        #expect(caller.world.payments.payments.count == 2)
        let long = ["idempotency-reference": String(repeating: "x", count: 51)]
        #expect(caller.call("POST", "refund", body: body, headers: long).status == 400)
    }

    @Test("What is pending can be cancelled, what is final cannot")
    func cancel() throws {
        var caller = CCVCaller()
        let pending = try caller.start()
        #expect(caller.call("POST", "cancel", ["reference": pending]).status == 200)
        #expect(caller.world.payments[pending]?.failureCode == "cancelled")
        #expect(caller.call("POST", "cancel", ["reference": pending]).status == 400)
        #expect(caller.call("POST", "cancel", ["reference": "Z"]).status == 404)
        #expect(caller.call("POST", "cancel").status == 400)
    }

    @Test("Refunds can take their time")
    func slow() throws {
        var caller = CCVCaller { $0.followUpSeconds = 60 }
        let sale = try caller.pay("9.99")
        let refund = try caller.call("POST", "refund", body: "{\"reference\":\"\(sale)\"}").object
        #expect(refund["status"] as? String == "pending" && refund["statusFinalDate"] == nil)
        caller.now = Instant(milliseconds: caller.now.milliseconds + 60_000)
        let read = try caller.call(
            "GET", "transaction", ["reference": refund["reference"] as? String ?? ""]
        ).object
        #expect(read["status"] as? String == "success")
    }
}
