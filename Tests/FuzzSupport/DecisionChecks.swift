import ByteText
import DomainModel
import Foundation
import RuleEngine
import TwinfieldXML
import Wording

/// Decides a world by rules and checks what holds whatever they are.
struct DecisionChecks {
    private let rules: CompiledRuleSet
    private let world: FuzzWorld
    /// One payment in so many gets its match card.
    private static let stride = 4

    init(rules: CompiledRuleSet, world: FuzzWorld) {
        self.rules = rules
        self.world = world
    }

    /// Decides and writes all; gives the number of entries.
    func check() throws(FuzzFinding) -> Int {
        var engine = DecisionEngine(
            rules: rules, payments: world.payments, items: world.items,
            customers: world.customers, asOf: FuzzWorld.asOf)
        engine.run()
        try promise(
            engine.verdicts.count == world.payments.rows.count, "every payment gets one decision",
            "\(engine.verdicts.count) of \(world.payments.rows.count)")
        try checkSales(engine)
        try checkDecisions(engine)
        return try checkEntries(engine)
    }

    private func checkSales(_ engine: DecisionEngine) throws(FuzzFinding) {
        var taken: Set<Int32> = []
        for (position, verdict) in engine.verdicts.enumerated() where verdict.outcome == .book {
            guard let item = verdict.item else {
                throw FuzzFinding("what is booked has a sale", "payment \(position)")
            }
            try promise(taken.insert(item).inserted, "no sale is booked twice", "sale \(item)")
            try promise(
                world.payments.rows[position].currency == world.items.rows[Int(item)].currency,
                "payment and sale are in one currency", "payment \(position)")
        }
    }

    private func checkDecisions(_ engine: DecisionEngine) throws(FuzzFinding) {
        var explainer = engine.explainer(forCards: true)
        let texts = [OutputLanguage.english, .dutch].map { MatchCardText(engine, language: $0) }
        let lines = DecisionJSON(engine)
        var json = JSONWriter()
        json.beginArray()
        var cardCount = 0
        for position in engine.verdicts.indices {
            let decision = explainer.decision(position)
            try promise(
                decision.verdict == engine.verdicts[position], "an explanation decides the same",
                "\(decision.verdict) / \(engine.verdicts[position])")
            try promise(
                decision.verdict.outcome == .book || !decision.reasons.isEmpty,
                "what is not booked has a reason", "payment \(position)")
            // A card costs as much as all the rest.
            guard position % Self.stride == engine.verdicts.count % Self.stride else { continue }
            let card = explainer.card(position)
            cardCount += 1
            try promise(
                card.decision.verdict == decision.verdict, "a match card decides the same",
                "payment \(position)")
            lines.write(card, to: &json)
            for text in texts {
                let count = text.lines(card).count
                try promise(count > 1 && count < 1000, "a match card is a page", "\(count) lines")
            }
        }
        json.endArray()
        let read = try? JSONSerialization.jsonObject(with: Data(json.bytes)) as? [[String: Any]]
        try promise(
            read?.count == cardCount, "decisions are JSON that others can read",
            String(decoding: json.bytes, as: UTF8.self))
    }

    private func checkEntries(_ engine: DecisionEngine) throws(FuzzFinding) -> Int {
        let booked = engine.order.filter { engine.verdicts[Int($0)].outcome == .book }
        var builder = MemoBuilder(engine)
        var writer = MemoWriter()
        var bytes: [UInt8] = []
        do {
            for position in booked {
                let memo = try builder.build(Int(position), engine.verdicts[Int(position)])
                try writer.write(memo)
                builder.recycle(memo)
            }
        } catch {
            throw FuzzFinding("what is booked can be written", "\(error)")
        }
        writer.end()
        writer.drain { bytes.append(contentsOf: $0) }
        let references = booked.map { position in
            world.payments.text(world.payments.rows[Int(position)].reference)
        }
        try EntryDocument(bytes).check(references: references)
        return booked.count
    }
}
