import DomainModel
import Testing

@testable import RuleEngine

@Suite("A batch of any small world")
struct BatchPropertyTests {
    private static let seeds = (0..<200).map { UInt64($0) }

    /// Outcome, reasons, sale and candidates of every payment, without positions in the input.
    private func dump(_ decided: Decided) -> [String: String] {
        let items = decided.engine.items
        return Dictionary(
            uniqueKeysWithValues: decided.decisions.map { decision in
                let candidates = decision.candidates.map { candidate in
                    items.text(items.rows[candidate.item].number)
                        + " \(candidate.amount) \(candidate.number) \(candidate.email)"
                        + " \(candidate.obstacles.words) \(candidate.row ?? -1)"
                }
                let reasons = decision.reasons.map { $0.code + ": " + $0.text }
                return (
                    decided.reference(of: decision),
                    "\(decision.verdict.outcome) \(decided.sale(decision) ?? "-")"
                        + " \(decision.verdict.date.isoText) \(reasons) \(candidates)"
                )
            })
    }

    @Test("is decided the same in every order of payments and sales")
    func order() throws {
        let rules = try ShippedRules.compile()
        for seed in Self.seeds {
            let world = RandomWorld.make(seed: seed)
            let expected = dump(try world.decide(by: rules))
            var random = SeededGenerator(seed: seed &+ 1_000_000)
            for _ in 0..<3 {
                var other = world
                other.payments.shuffle(using: &random)
                other.sales.shuffle(using: &random)
                #expect(dump(try other.decide(by: rules)) == expected, "seed \(seed)")
            }
        }
    }

    @Test("is decided as its payments one by one, in order of created and reference")
    func oneByOne() throws {
        let rules = try ShippedRules.compile()
        for seed in Self.seeds {
            var world = RandomWorld.make(seed: seed)
            let whole = dump(try world.decide(by: rules))
            let payments = world.payments.sorted {
                ($0.created, $0.reference ?? "") < ($1.created, $1.reference ?? "")
            }
            for count in 1...payments.count {
                world.payments = Array(payments[..<count])
                let reference = payments[count - 1].reference ?? ""
                let alone = dump(try world.decide(by: rules))[reference]
                #expect(alone == whole[reference], "seed \(seed), \(reference)")
            }
        }
    }

    @Test("uses a sale once, and every entry balances at the amount of its payment")
    func entries() throws {
        let rules = try ShippedRules.compile()
        var booked = 0
        for seed in Self.seeds {
            let decided = try RandomWorld.make(seed: seed).decide(by: rules)
            var used: Set<Int32> = []
            var builder = MemoBuilder(decided.engine)
            for decision in decided.decisions where decision.verdict.outcome == .book {
                let item = try #require(decision.verdict.item)
                #expect(used.insert(item).inserted, "seed \(seed)")
                let memo = try builder.build(decision.payment, decision.verdict).content
                let amount = decided.engine.payments.rows[decision.payment].amount
                for side in [MemoLine.Side.debit, .credit] {
                    let sum = memo.lines.filter { $0.side == side }.reduce(0) { $0 + $1.amount }
                    #expect(sum == amount, "seed \(seed)")
                }
                booked += 1
            }
        }
        #expect(booked > 30)
    }

    @Test("is decided as by a scan of every sale for every payment")
    func oracle() throws {
        let rules = try ShippedRules.compile()
        let precise: Set = [
            "several_fit", "sale_used", "already_paid", "currency_differs", "numbers_disagree",
            "no_sale", "no_sale_yet",
        ]
        var outcomes: Set<String> = []
        for seed in 0..<UInt64(800) {
            let world = RandomWorld.make(seed: seed)
            var oracle = Oracle(world)
            let expected = oracle.answers()
            let decided = try world.decide(by: rules)
            for decision in decided.decisions {
                var outcome = decision.verdict.outcome.word
                if let code = decision.reasons.first?.code {
                    outcome += " " + (precise.contains(code) ? code : "weak")
                }
                outcomes.insert(outcome)
                let reference = decided.reference(of: decision)
                let answer = Oracle.Answer(outcome: outcome, sale: decided.sale(decision))
                let why = decision.reasons.map(\.text)
                #expect(answer == expected[reference], "seed \(seed), \(reference): \(why)")
            }
        }
        // The worlds reach every outcome that the shipped table can have.
        #expect(outcomes.count == 9, "\(outcomes.sorted())")
    }

    @Test("has a reason of a known code for every payment but the booked, and none for those")
    func reasons() throws {
        let rules = try ShippedRules.compile()
        let codes = Set(ReasonCode.allCases.map(\.rawValue))
        for seed in Self.seeds {
            let world = RandomWorld.make(seed: seed)
            for decision in try world.decide(by: rules).decisions {
                let isBooked = decision.verdict.outcome == .book
                #expect(decision.reasons.isEmpty == isBooked, "seed \(seed)")
                #expect((decision.verdict.item != nil) == isBooked, "seed \(seed)")
                #expect(decision.verdict.reason?.rawValue == decision.reasons.first?.code)
                #expect(decision.reasons.allSatisfy { codes.contains($0.code) && !$0.text.isEmpty })
            }
        }
    }
}
