import Testing

@testable import RuleEngine

@Suite("A landing page and the payment made on it")
struct LandingPageTests {
    static let parent = PaymentRecord(
        reference: "L1", type: "sale", method: "landingpage", order: "WEB-17", child: "I1")
    static let child = PaymentRecord(
        reference: "I1", created: PaymentRecord.noon + 60_000)

    @Test("are booked once, on the child, with the parent's number, in every order of the input")
    func parentAndChild() throws {
        for payments in [[Self.parent, Self.child], [Self.child, Self.parent]] {
            let decided = try World(payments: payments, sales: [SaleRecord()]).decide()
            #expect(try decided.outcome("L1") == "skip landing_page_parent")
            #expect(try decided.outcome("I1") == "book")
            let lines = try decided.entry("I1").lines
            #expect(lines[0].description == "I1 betaling")
            #expect(lines.map(\.invoiceNumber) == ["WEB-17", "WEB-17"])
            #expect(lines[0].account == "2101")
        }
    }

    @Test("stay a pair when the child was created before the parent")
    func childFirst() throws {
        let early = Self.child.with { $0.created = PaymentRecord.noon - 60_000 }
        let decided = try World(payments: [early, Self.parent], sales: [SaleRecord()]).decide()
        #expect(decided.outcomes == ["I1: book", "L1: skip landing_page_parent"])
    }

    @Test("the child keeps its own number and takes a description that it lacks")
    func childHasNumber() throws {
        let child = Self.child.with { $0.order = "WEB-18" }
        let sales = [
            SaleRecord(), SaleRecord(number: "202600018", invoice: "WEB-18"),
        ]
        let decided = try World(payments: [Self.parent, child], sales: sales).decide()
        #expect(try decided.sale("I1") == "202600018")

        let described = Self.parent.with {
            $0.order = nil
            $0.description = "Bestelling WEB-17"
        }
        let second = try World(payments: [described, Self.child], sales: sales).decide()
        #expect(try second.sale("I1") == "202600017")
    }

    @Test("the payer's address may stand on the parent only, and may contradict the customer's")
    func parentHasAddress() throws {
        let parent = Self.parent.with { $0.email = "ander@voorbeeld.nl" }
        for (address, outcome) in [
            ("ander@voorbeeld.nl", "book"), ("klant@voorbeeld.nl", "review email_differs"),
        ] {
            let decided = try World(
                payments: [parent, Self.child], sales: [SaleRecord(emails: [address])]
            ).decide()
            #expect(try decided.outcome("I1") == outcome)
        }
    }

    @Test("the parent of CCV's own example has no type, method and currency")
    func incompleteParent() throws {
        let parent = Self.parent.with {
            $0.type = nil
            $0.method = nil
            $0.currency = nil
        }
        let decided = try World(payments: [parent, Self.child], sales: [SaleRecord()]).decide()
        #expect(decided.outcomes == ["L1: skip landing_page_parent", "I1: book"])
    }

    @Test(
        "a missing child is waited for until midnight, 14 days after, then it is an error",
        arguments: [
            ("2026-11-23T22:59:59.999", "wait landing_page_child_missing"),
            ("2026-11-23T23:00:00.000", "error landing_page_child_missing"),
        ])
    func childMissing(_ asOf: String, _ outcome: String) throws {
        let payments = [
            Self.parent,
            Self.parent.with {
                $0.reference = "L2"
                $0.child = nil
            },
        ]
        let decided = try World(payments: payments, sales: [SaleRecord()], asOf: asOf).decide()
        #expect(decided.outcomes == ["L1: \(outcome)", "L2: \(outcome)"])
        #expect(try decided.sentences("L1").contains("I1"))
    }

    @Test("a child that failed holds no money, so the parent waits for another one")
    func childFailed() throws {
        let child = Self.child.with { $0.status = "failed" }
        let decided = try World(payments: [Self.parent, child], sales: [SaleRecord()]).decide()
        #expect(
            decided.outcomes == ["L1: wait landing_page_child_missing", "I1: skip failed_at_ccv"])
        #expect(try decided.sentences("L1").contains("failed"))
    }

    @Test("other amounts are for a person, on both")
    func amountsDiffer() throws {
        let child = Self.child.with { $0.amount = "19.00" }
        let payments = [Self.parent, child]
        let decided = try World(payments: payments, sales: [SaleRecord()]).decide()
        #expect(
            decided.outcomes == [
                "L1: review landing_page_amounts_differ", "I1: review landing_page_amounts_differ",
            ])
        let currencies = [Self.parent, Self.child.with { $0.currency = "usd" }]
        #expect(
            try World(payments: currencies, sales: [SaleRecord()]).decide().outcome("I1")
                == "review landing_page_amounts_differ")
    }

    @Test("other amounts of a page before book_from are nobody's work any more")
    func beforeStart() throws {
        let old = [Self.parent, Self.child.with { $0.amount = "19.00" }]
        let decided = try World(
            payments: old, rules: [("book_from: 2025-01-01", "book_from: 2026-12-01")]
        ).decide()
        #expect(decided.outcomes == ["L1: skip before_start", "I1: skip before_start"])
    }

    @Test(
        "a child that is not final waits by itself",
        arguments: [
            ("pending", "wait not_final"), ("manualintervention", "error ccv_must_act"),
        ])
    func childNotFinal(_ status: String, _ outcome: String) throws {
        let child = Self.child.with { $0.status = status }
        let decided = try World(payments: [Self.parent, child], sales: [SaleRecord()]).decide()
        #expect(decided.outcomes == ["L1: skip landing_page_parent", "I1: \(outcome)"])
    }

    @Test("a parent that is not final or failed is no pair")
    func parentNotFinal() throws {
        for (status, outcome) in [("pending", "wait not_final"), ("failed", "skip failed_at_ccv")] {
            let parent = Self.parent.with { $0.status = status }
            let decided = try World(payments: [parent], sales: [SaleRecord()]).decide()
            #expect(try decided.outcome("L1") == outcome)
        }
    }

    @Test("a parent that names itself has no child")
    func namesItself() throws {
        let parent = Self.parent.with { $0.child = "L1" }
        let decided = try World(payments: [parent], sales: [SaleRecord()]).decide()
        #expect(try decided.outcome("L1") == "wait landing_page_child_missing")
    }

    @Test("two parents of one child are for a person, in every order of the input")
    func twoParents() throws {
        let other = Self.parent.with {
            $0.reference = "L2"
            $0.order = "WEB-18"
        }
        let payments = [Self.parent, other, Self.child]
        for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0], [1, 0, 2]] {
            let decided = try World(
                payments: order.map { payments[$0] }, sales: [SaleRecord()]
            ).decide()
            for reference in ["L1", "L2", "I1"] {
                #expect(try decided.outcome(reference) == "review landing_page_unclear")
            }
        }
    }

    @Test("parents that name each other are for a person; nothing is skipped as if it were booked")
    func circle() throws {
        let other = Self.parent.with {
            $0.reference = "I1"
            $0.child = "L1"
        }
        let decided = try World(payments: [Self.parent, other], sales: [SaleRecord()]).decide()
        #expect(
            decided.outcomes == [
                "L1: review landing_page_unclear", "I1: review landing_page_unclear",
            ])
    }

    @Test("a parent is never booked, whatever the rules select")
    func parentNeverBooked() throws {
        let decided = try World(
            payments: [Self.parent, Self.child], sales: [SaleRecord()],
            rules: [
                ("when: { landing_page_parent: true, status: success }", "when: { type: token }")
            ]
        ).decide()
        #expect(decided.outcomes == ["L1: skip landing_page_parent", "I1: book"])
    }
}
