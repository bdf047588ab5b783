import DomainModel
import Testing
import Wording

@testable import RuleEngine

@Suite("A match card")
struct MatchCardTests {
    private func card(
        _ payment: PaymentRecord, _ sales: [SaleRecord], asOf: String = "2026-11-12T12:00:00"
    ) throws -> MatchCard {
        let decided = try World(payments: [payment], sales: sales, asOf: asOf).decide()
        var explainer = decided.engine.explainer()
        return explainer.card(0)
    }

    /// The phrases of what stands in the way of the first sale, in one language.
    private func misses(_ card: MatchCard, _ language: OutputLanguage = .english) -> [String] {
        (card.sales.first?.misses ?? []).map { $0.phrase.text(in: language) }
    }

    @Test("names the cent that is missing")
    func cent() throws {
        let sale = SaleRecord(open: "119.01")
        let card = try card(PaymentRecord(order: "WEB-17"), [sale])
        #expect(card.decision.verdict.outcome == .review)
        #expect(misses(card) == ["the amount differs by 0.01: paid 119.00, open 119.01"])
        #expect(
            misses(card, .dutch) == ["het bedrag verschilt 0,01: betaald 119,00, open 119,01"])
    }

    @Test("names the days by which the window is missed")
    func window() throws {
        let sale = SaleRecord(date: "20261007")
        let card = try card(PaymentRecord(order: "WEB-17"), [sale])
        #expect(card.decision.verdict.outcome == .wait)
        #expect(
            misses(card) == ["the sale is dated 34 days before the payment, the window is 30"])
        #expect(card.sales[0].misses[0].criterion == "dated")
    }

    @Test(
        "finds a sale by each index, also by one that decides nothing",
        arguments: [
            ("ORD1234", "INV1234", "60.00", [String](), ["similar_number"]),
            ("ORD1234", "INV9999", "119.00", [], ["amount"]),
            ("ORD1234", "INV9999", "60.00", ["p@x.nl"], ["email"]),
            ("ORD1234", "ORD1234", "60.00", ["p@x.nl"], ["order_number", "email"]),
        ])
    func evidence(
        _ order: String, _ invoice: String, _ open: String, _ emails: [String], _ found: [String]
    ) throws {
        let sale = SaleRecord(open: open, invoice: invoice, emails: emails)
        let payment = PaymentRecord(order: order, email: "P@x.nl")
        let card = try card(payment, [sale])
        try #require(card.sales.count == 1)
        #expect(card.sales[0].foundBy.map(\.rawValue) == found)
        if order != invoice {
            let said =
                found == ["similar_number"]
                ? "the order number \"\(order)\" was found as \"\(invoice)\""
                : "the order number is \"\(order)\", that of the sale \"\(invoice)\""
            #expect(misses(card).contains(said))
        }
    }

    @Test("tells which rules were tried, and with what they failed")
    func rules() throws {
        let card = try card(PaymentRecord(order: "WEB-17"), [SaleRecord()])
        #expect(card.rules.last?.id == "paid")
        #expect(card.rules.last?.failure == nil)
        #expect(card.rules.dropLast().allSatisfy { $0.failure != nil })
        #expect(
            card.rules.first?.failure
                == RuleTrial.Failure(key: "status", wanted: "failed", found: "success"))
    }

    @Test("of a booked payment tells the lead of its sale")
    func lead() throws {
        let payment = PaymentRecord(order: "WEB-17")
        let alone = try card(payment, [SaleRecord()])
        #expect(alone.lead?.en.hasPrefix("no other sale") == true)
        let other = SaleRecord(number: "2", invoice: "WEB-18")
        let two = try card(payment, [SaleRecord(), other])
        #expect(two.lead?.en.contains("is \"WEB-17\", that of the sale \"WEB-18\"") == true)
        #expect(two.sales.map { $0.misses.isEmpty } == [true, false])
    }

    @Test("never contradicts the decision, in any small world")
    func consistent() throws {
        let rules = try ShippedRules.compile()
        for seed in UInt64(1)...150 {
            let world = RandomWorld.make(seed: seed)
            let decided = try world.decide(by: rules)
            var explainer = decided.engine.explainer()
            for decision in decided.decisions {
                let card = explainer.card(decision.payment)
                #expect(card.decision.verdict == decision.verdict)
                #expect(card.decision.reasons == decision.reasons)
                for sale in card.sales {
                    let books = sale.candidate.then(rules.match) == .book
                    #expect(sale.misses.isEmpty == books, "seed \(seed)")
                }
                if let item = decision.verdict.item {
                    #expect(card.sales.first?.candidate.item == Int(item))
                }
                // What the decision looked at stands on the card as well.
                let seen = Set(card.sales.map(\.candidate.item))
                #expect(decision.candidates.allSatisfy { seen.contains($0.item) })
            }
        }
    }

    @Test("names a change that does book the sale, when an amount is all that stands in the way")
    func changes() throws {
        let rules = try ShippedRules.compile()
        var tried = 0
        for seed in UInt64(1)...400 {
            var world = RandomWorld.make(seed: seed)
            world.payments = Array(world.payments.prefix(1))
            let decided = try world.decide(by: rules)
            var explainer = decided.engine.explainer()
            let card = explainer.card(0)
            guard card.decision.verdict.outcome != .book, let sale = card.sales.first,
                sale.misses.map(\.criterion) == ["amount"],
                card.sales.dropFirst().allSatisfy({ $0.candidate.number != .same })
            else { continue }
            world.payments[0].amount = world.sales[sale.candidate.item].open
            let again = try world.decide(by: rules)
            let outcome = Decided.outcome(again.decisions[0])
            tried += 1
            #expect(["book", "review several_fit"].contains(outcome), "seed \(seed)")
        }
        #expect(tried > 5)
    }
}
