import ByteText
import DomainModel
import Foundation
import RecordReading
import RuleCompilation
import RuleEngine
import SourceDiagnostics
import Testing

/// The shipped rules, and batches that are decided by them.
struct Policy {
    let rules: CompiledRuleSet

    /// Compiles the rules of the repository, with a text replaced if asked for.
    init(replacing old: String? = nil, with new: String = "") throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        func read(_ path: String) throws -> String {
            try String(contentsOf: root.appending(path: path), encoding: .utf8)
        }
        var text = try read("rules/ccv-twinfield.yaml")
        if let old {
            try #require(text.contains(old))
            text = text.replacing(old, with: new)
        }
        let template = try read("templates/memo-payment.yaml")
        let result = RuleSetCompiler.compile(
            RuleSetSources(
                root: SourceText(path: "rules.yaml", bytes: Array(text.utf8)),
                templates: [
                    (
                        "memo-payment",
                        SourceText(path: "memo-payment.yaml", bytes: Array(template.utf8))
                    )
                ], revision: "sha256:test",
                timeZone: { name in
                    TimeZoneRules(name: name, firstOffsetSeconds: 3600, transitions: [])
                }))
        rules = try #require(result.ruleSet)
    }

    /// Decides scenes as one batch, in a mixed order.
    func decide(_ scenes: [Scene], seed: UInt64 = 1) throws -> DecisionEngine {
        var random = SeededGenerator(seed: seed)
        return try decide(
            payments: scenes.flatMap(\.payments).shuffled(using: &random),
            sales: scenes.flatMap(\.sales).shuffled(using: &random))
    }

    /// Decides payments against sales, as of 2026-11-12.
    func decide(payments: [LabelledPayment], sales: [LabelledSale]) throws -> DecisionEngine {
        var json = JSONWriter()
        for payment in payments { payment.write(to: &json) }
        var paymentReader = PaymentReader()
        try json.bytes.withUnsafeBytes { try paymentReader.feed($0) }
        json = JSONWriter()
        for sale in sales { sale.write(to: &json) }
        var saleReader = OpenItemReader()
        try json.bytes.withUnsafeBytes { try saleReader.feed($0) }
        var engine = DecisionEngine(
            rules: rules, payments: try paymentReader.finish(), items: try saleReader.finish(),
            customers: CustomerTable(), asOf: Instant(milliseconds: 1_794_484_800_000))
        engine.run()
        return engine
    }
}
