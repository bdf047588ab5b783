import DomainModel
import Foundation
import PaymentsModel
import Sandbox
import Testing

@Suite("What CCV's double shows of a payment")
struct CCVShapeTests {
    private static func sample(
        _ reference: String, type: PaymentType = .sale, amount: Int64 = 999, method: String,
        created: Int64, final: Int64
    ) -> Payment {
        var payment = Payment(
            reference: reference, type: type, amount: amount, method: method,
            created: Instant(milliseconds: created))
        payment.status = .success
        payment.lastUpdate = Instant(milliseconds: final)
        payment.statusFinalDate = payment.lastUpdate
        return payment
    }

    private static func shown(
        _ payment: Payment, mood: (inout CCVMood) -> Void = { _ in }
    ) throws -> String {
        var caller = CCVCaller(payments: [payment], mood: mood)
        return caller.call("GET", "transaction", ["reference": payment.reference]).text
    }

    /// The example of a card sale of the documentation (E1).
    private static var card: Payment {
        var payment = sample(
            "C240305064258677CB87E192.G", method: "card", created: 1_709_620_979_582,
            final: 1_709_621_105_740)
        payment.brand = "visa"
        payment.methodTransactionId = "tMuzqg"
        payment.entryMode = "ecom"
        payment.description = "Order 123456"
        payment.merchantOrderReference = "123456"
        payment.language = "eng"
        payment.returnUrl = "https://shop/return?order=123456"
        payment.details = [
            PaymentDetail("maskedPan", .text("4111XXXXXXXX1111")),
            PaymentDetail("authorisedAmount", .amount(999)),
        ]
        return payment
    }

    @Test("A card sale looks like the example, to the element")
    func cardSale() throws {
        let text = try Self.shown(Self.card)
        let link = "http://127.0.0.1:5081/api/v1/"
        #expect(
            text == """
                {"lastUpdate":1709621105740,"statusFinalDate":1709621105740,\
                "created":1709620979582,\
                "cancelUrl":"\(link)cancel?reference=C240305064258677CB87E192.G",\
                "payUrl":"\(link)pay?reference=C240305064258677CB87E192.G",\
                "returnUrl":"https://shop/return?order=123456","methodTransactionId":"tMuzqg",\
                "entryMode":"ecom","brand":"visa",\
                "details":{"maskedPan":"4111XXXXXXXX1111","authorisedAmount":9.99},\
                "amount":9.99,"description":"Order 123456","merchantOrderReference":"123456",\
                "status":"success","reference":"C240305064258677CB87E192.G","method":"card",\
                "type":"sale","language":"eng","currency":"eur"}
                """)
    }

    @Test("A refund has the fields of the example")
    func refund() throws {
        var payment = Self.sample(
            "I240226130923535CB87E19A.Y", type: .refund, method: "ideal",
            created: 1_708_952_963_599, final: 1_708_952_963_599)
        payment.originalReference = "I240226130441921CB87E195.Y"
        payment.merchantOrderReference = "123456"
        payment.description = "Refund of Order 123456"
        payment.language = "eng"
        let text = try Self.shown(payment) { $0.omitsFinalDates = true }
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        #expect(
            Set(object?.keys.map { $0 } ?? []) == [
                "originalReference", "lastUpdate", "created", "merchantOrderReference", "details",
                "amount", "reference", "description", "status", "method", "type", "language",
                "currency",
            ])
        #expect(text.contains("\"details\":{}"))
    }

    @Test(
        "Amounts have no zeros at their end, or are texts when the mood says so",
        arguments: [
            (2820, "28.2", "28.20"), (999, "9.99", "9.99"), (10_000, "100", "100.00"),
            (10, "0.1", "0.10"), (5, "0.05", "0.05"), (1, "0.01", "0.01"),
            (123_456_789_012, "1234567890.12", "1234567890.12"),
        ] as [(Int64, String, String)])
    func amounts(cents: Int64, number: String, words: String) throws {
        let payment = Self.sample("A", amount: cents, method: "ideal", created: 1, final: 2)
        #expect(try Self.shown(payment).contains("\"amount\":\(number),"))
        let text = try Self.shown(payment) { $0.amountsAsText = true }
        #expect(text.contains("\"amount\":\"\(words)\","))
    }

    @Test("A currency without cents has none")
    func yen() throws {
        var payment = Self.sample("A", amount: 1500, method: "card", created: 1, final: 2)
        payment.currency = "jpy"
        #expect(try Self.shown(payment).contains("\"amount\":1500,"))
    }

    @Test(
        "Types of several words are spelt as the mood says",
        arguments: [
            (CCVMood.TypeSpelling.underscores, "auto_refund"), (.joined, "autorefund"),
            (.hyphens, "auto-refund"), (.capitals, "AUTO_REFUND"),
        ])
    func spelling(spelling: CCVMood.TypeSpelling, word: String) throws {
        let payment = Self.sample("A", type: .autoRefund, method: "ideal", created: 1, final: 2)
        let text = try Self.shown(payment) { $0.typeSpelling = spelling }
        #expect(text.contains("\"type\":\"\(word)\""))
    }

    @Test("Payout fields come when the money is paid out, as numbers or texts")
    func payouts() throws {
        var payment = Self.sample("A", method: "ideal", created: 1, final: 2)
        #expect(try !Self.shown(payment).contains("paidout"))
        payment.payout = .expected(at: Instant(milliseconds: 1_900_000_000_000))
        let expected = "\"paidout\":\"no\",\"expectedPayoutTimestamp\":1900000000000"
        #expect(try Self.shown(payment).contains(expected))
        #expect(try !Self.shown(payment) { $0.showsPayouts = false }.contains("paidout"))
        payment.payout = .done(
            PayoutRun(
                date: Instant(milliseconds: 1_709_621_105_740), reference: "PO1", remittance: "R"))
        #expect(
            try Self.shown(payment).contains(
                """
                "paidout":"yes","paidoutDate":1709621105740,"unstructuredReference":"R",\
                "paidoutReference":"PO1"
                """))
        let text = try Self.shown(payment) { $0.payoutDatesAsText = true }
        #expect(text.contains("\"paidoutDate\":\"2024-03-05T06:45:05.740Z\""))
    }

    @Test("The payer's address is shown only when the mood says so")
    func email() throws {
        var payment = Self.card
        payment.billingEmail = "a@example.com"
        #expect(try !Self.shown(payment).contains("example.com"))
        #expect(
            try Self.shown(payment) { $0.echoesBillingEmail = true }
                .contains("\"billingEmail\":\"a@example.com\""))
    }

    @Test("A reference of any text makes links that lead back to it")
    func links() throws {
        var payment = Self.card
        payment.reference = "a b&c=é\"ÁZ-9.x"
        let text = try Self.shown(payment)
        #expect(text.contains("/api/v1/pay?reference=a%20b%26c%3D%C3%A9%22%C3%81Z-9.x\""))
    }

    @Test("Texts are escaped as JSON asks")
    func escapes() throws {
        var payment = Self.card
        payment.description = "Café \"De \\ Bron\"\n🚲"
        let text = try Self.shown(payment)
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        #expect(object?["description"] as? String == payment.description)
    }
}
