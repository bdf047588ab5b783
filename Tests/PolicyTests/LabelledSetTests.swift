import DomainModel
import RuleEngine
import Testing

@Suite("The shipped rules on a labelled set")
struct LabelledSetTests {
    /// What came out of one class.
    struct Score {
        var bookable = 0
        var booked = 0
        var wrong: [String] = []
        var otherwise: [String] = []
    }

    static let classes = NumberScenes.all + NearScenes.all + MoneyScenes.all

    @Test(
        "book nothing wrongly and nearly all that may be booked", arguments: [1, 2, 3] as [UInt64])
    func labelled(seed: UInt64) throws {
        var scenes: [(String, Scene)] = []
        for round in 0..<20 {
            for (place, kind) in Self.classes.enumerated() {
                let id = round * Self.classes.count + place
                var scene = Scene(seed: seed &* 1_000_003 &+ UInt64(id), digits: 10_003 + id * 7)
                kind.make(&scene)
                scenes.append((kind.name, scene))
            }
        }
        let engine = try Policy().decide(scenes.map(\.1), seed: seed)
        let scores = score(scenes, engine)
        let bookable = scores.values.reduce(0) { $0 + $1.bookable }
        let booked = scores.values.reduce(0) { $0 + $1.booked }
        for (name, score) in scores.sorted(by: { $0.key < $1.key }) {
            #expect(score.wrong.isEmpty, "\(name): wrong: \(score.wrong.prefix(2))")
            #expect(score.otherwise.isEmpty, "\(name): \(score.otherwise.prefix(2))")
        }
        #expect(bookable > 1000)
        #expect(booked * 100 >= bookable * 97, "\(booked) of \(bookable)")
    }

    private func score(_ scenes: [(String, Scene)], _ engine: DecisionEngine) -> [String: Score] {
        var kinds: [String: (String, Label)] = [:]
        for (name, scene) in scenes {
            for (reference, label) in scene.labels { kinds[reference] = (name, label) }
        }
        var scores: [String: Score] = [:]
        var explainer = engine.explainer()
        for position in engine.payments.rows.indices {
            let payment = engine.payments.rows[position]
            let reference = engine.payments.text(payment.reference)
            guard let (name, label) = kinds[reference] else { continue }
            let decision = explainer.decision(position)
            let sale = decision.verdict.item.map {
                engine.items.text(engine.items.rows[Int($0)].number)
            }
            let reasons = decision.reasons.map(\.text).joined(separator: "; ")
            let why =
                "\(engine.payments.text(payment.merchantOrderReference)) | "
                + "\(engine.payments.text(payment.description)) → "
                + "\(decision.verdict.outcome.word) \(sale ?? "") \(reasons)"
            judge(
                label, decision.verdict.outcome, sale, reasons, why, &scores[name, default: Score()]
            )
        }
        return scores
    }

    private func judge(
        _ label: Label, _ outcome: Outcome, _ sale: String?, _ reasons: String, _ why: String,
        _ score: inout Score
    ) {
        switch label {
        case .book(let right):
            score.bookable += 1
            if sale == right {
                score.booked += 1
            } else if sale != nil {
                score.wrong.append(why)
            } else {
                score.otherwise.append(why)
            }
        case .not(let expected, let words):
            if sale != nil {
                score.wrong.append(why)
            } else if outcome.word != expected || !words.allSatisfy({ reasons.contains($0) }) {
                score.otherwise.append(why + " (wanted \(expected) \(words))")
            }
        }
    }
}
