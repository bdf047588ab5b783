import Testing

@testable import RuleEngine

@Suite("The shipped rules of select")
struct SelectTests {
    /// A type, and the outcomes with the statuses success, pending, failed, manualintervention.
    struct Row: Sendable, CustomTestStringConvertible {
        var type: String?
        var success: String
        var testDescription: String { (type ?? "(none)") + " → " + success }
    }

    @Test(
        "give each type and status its outcome",
        arguments: [
            Row(type: "sale", success: "book"), Row(type: "capture", success: "book"),
            Row(type: "refund", success: "review money_back"),
            Row(type: "credit", success: "review money_back"),
            Row(type: "auto_refund", success: "review money_back"),
            Row(type: "chargeback", success: "review money_back"),
            Row(type: "chargeback_reversal", success: "review money_back"),
            Row(type: "reversal", success: "review money_back"),
            Row(type: "collection", success: "review direction_unknown"),
            Row(type: "disbursement", success: "review direction_unknown"),
            Row(type: "authorise", success: "skip no_money"),
            Row(type: "release", success: "skip no_money"),
            Row(type: "validate", success: "skip no_money"),
            Row(type: "token", success: "skip no_money"),
            Row(type: "vault_store", success: "skip no_money"),
            Row(type: "vault_usage", success: "skip no_money"),
            Row(type: "cashback", success: "error no_rule"),
            Row(type: nil, success: "error no_rule"),
        ])
    func typesAndStatuses(_ row: Row) throws {
        let statuses = [
            "success": row.success, "failed": "skip failed_at_ccv",
            "manualintervention": "error ccv_must_act", "pending": "wait not_final",
        ]
        for (status, outcome) in statuses {
            let payment = PaymentRecord(type: row.type, status: status, order: "WEB-17")
            let decided = try World(payments: [payment], sales: [SaleRecord()]).decide()
            #expect(try decided.outcome() == outcome, "\(status)")
        }
    }

    @Test(
        "know a word in every spelling",
        arguments: [
            "AUTO_REFUND", "auto_refund", "autorefund", "AutoRefund", "auto-refund",
            "Auto Refund", "AUTOREFUND",
        ])
    func spellings(_ type: String) throws {
        let decided = try World(payments: [PaymentRecord(type: type)]).decide()
        #expect(try decided.outcome() == "review money_back")
    }

    @Test(
        "end in an error for a status that nobody knows",
        arguments: ["expired", "authorised", "paid", "", nil] as [String?])
    func unknownStatus(_ status: String?) throws {
        let payment = PaymentRecord(status: status, order: "WEB-17")
        let decided = try World(payments: [payment], sales: [SaleRecord()]).decide()
        #expect(try decided.outcome() == "error no_rule")
        #expect(try decided.sentences().contains("sale"))
    }

    @Test(
        "name what CCV said when a payment failed", arguments: [("cancelled", "cancelled")])
    func failureCode(_ code: String, _ part: String) throws {
        let payment = PaymentRecord(status: "failed", failure: code)
        #expect(try World(payments: [payment]).decide().sentences().contains(part))
    }

    @Test("apply from top to bottom, and name the one that applied")
    func orderOfRules() throws {
        let first: ShippedRules.Edit = (
            "select:                         # van boven naar beneden, de eerste die past\n",
            """
            select:
              - id: staff
                when: { description: { contains: "personeel" } }
                outcome: skip
                because: "paid by the staff shop"

            """
        )
        let payments = [
            PaymentRecord(reference: "A", order: "WEB-17", description: "Bestelling PERSONEEL 9"),
            PaymentRecord(reference: "B", order: "WEB-17"),
        ]
        let decided = try World(payments: payments, sales: [SaleRecord()], rules: [first]).decide()
        #expect(decided.outcomes == ["A: skip selected_by_rule", "B: book"])
        #expect(try decided.sentences("A") == "paid by the staff shop")
    }

    @Test("a method without an account is an error that names the key to add")
    func methodWithoutAccount() throws {
        let payments = [
            PaymentRecord(reference: "A", method: "wero", order: "WEB-17"),
            PaymentRecord(reference: "B", method: "card", brand: "jcb", order: "WEB-17"),
            PaymentRecord(reference: "C", method: "card", order: "WEB-17"),
            PaymentRecord(reference: "D", method: nil, order: "WEB-17"),
        ]
        let decided = try World(payments: payments, sales: [SaleRecord()]).decide()
        for reference in ["A", "B", "C", "D"] {
            #expect(try decided.outcome(reference) == "error method_without_account")
        }
        #expect(try decided.sentences("A").contains("wero: \""))
        #expect(try decided.sentences("B").contains("card/jcb: \""))
    }

    @Test(
        "an account of the brand comes before that of any brand",
        arguments: [("visa", "2102"), ("jcb", "2199"), (nil, "2199")] as [(String?, String)])
    func anyBrand(_ brand: String?, _ account: String) throws {
        let payment = PaymentRecord(method: "CARD", brand: brand, order: "WEB-17")
        let decided = try World(
            payments: [payment], sales: [SaleRecord()],
            rules: [("    banktransfer:", "    card/*: \"2199\"\n    banktransfer:")]
        ).decide()
        #expect(try decided.entry().lines[0].account == account)
    }

    @Test(
        "a defective record is an error, and the others are decided",
        arguments: [
            ("0", "amount_invalid"), ("-5.00", "amount_invalid"), ("1.234", "amount_invalid"),
            ("1e2", "amount_invalid"), ("99999999999999999999", "amount_invalid"),
        ])
    func defects(_ amount: String, _ code: String) throws {
        let bad = PaymentRecord(reference: "A", amount: amount, order: "WEB-17")
        let good = PaymentRecord(reference: "B", order: "WEB-17")
        let decided = try World(payments: [bad, good], sales: [SaleRecord()]).decide()
        #expect(decided.outcomes == ["A: error \(code)", "B: book"])
    }

    @Test(
        "never books what is no paid payment, whatever the rules say",
        arguments: [
            ("refund", "success", "review money_back"),
            ("chargeback", "success", "review money_back"),
            ("sale", "pending", "wait not_final"), ("sale", "failed", "skip failed_at_ccv"),
            ("sale", "success", "book"),
        ])
    func unpaid(_ type: String, _ status: String, _ outcome: String) throws {
        let world = World(
            payments: [PaymentRecord(type: type, status: status, order: "WEB-17")],
            sales: [SaleRecord()])
        var rules = try ShippedRules.compile()
        rules.select = [
            SelectRule(id: "all", tests: [], action: .findSale(template: 0), because: "")
        ]
        #expect(try world.decide(by: rules).outcome() == outcome)
    }
}
