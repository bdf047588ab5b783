import Foundation
import Testing

@Suite("Ten situations of every week")
struct SituationTests {
    static let situations = (try? Situation.all()) ?? []

    @Test("Ten stand in the page, each with records, changes and two tables")
    func pageIsWhole() throws {
        let situations = try Situation.all()
        #expect(situations.count == 10)
        for (index, situation) in situations.enumerated() {
            #expect(situation.title.hasPrefix("\(index + 1). "))
            #expect(!situation.payments.isEmpty && !situation.openItems.isEmpty)
            #expect(situation.tables.count == 2 && !situation.changes.isEmpty)
            #expect(situation.tables.first != situation.tables.last, "\(situation.title)")
        }
    }

    @Test("Each ends as its first table says with the shipped rules", arguments: situations)
    func shipped(situation: Situation) throws {
        let rows = try decide(situation, with: [])
        #expect(rows == situation.tables.first)
    }

    @Test("Each ends as its second table says with the changes", arguments: situations)
    func changed(situation: Situation) throws {
        let rows = try decide(situation, with: situation.changes)
        #expect(rows == situation.tables.last)
    }

    private func decide(
        _ situation: Situation, with changes: [DocumentBlock]
    ) throws -> [Situation.Row] {
        let (rules, template) = try DocumentBlock.files(changes)
        return try withTemporaryFolder { folder in
            let files = [
                "rules/rules.yaml": rules, "templates/memo-payment.yaml": template,
                "payments.ndjson": situation.payments, "open-items.ndjson": situation.openItems,
            ]
            for (name, text) in files {
                let file = folder.appending(path: name)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try text.write(to: file, atomically: true, encoding: .utf8)
            }
            let place = { (name: String) in folder.appending(path: name).path }
            let run = try Program()([
                "dry-run", "--rules", place("rules"), "--payments", place("payments.ndjson"),
                "--open-items", place("open-items.ndjson"), "--as-of", "2026-11-20",
                "--format", "json",
            ])
            #expect([0, 3].contains(run.code), "\(run.errors)")
            return try run.output.split(separator: "\n").map { line in
                let decision = try JSONDecoder().decode(
                    SituationDecision.self, from: Data(line.utf8))
                return Situation.Row(
                    payment: decision.reference, outcome: decision.outcome,
                    reason: decision.reasons.first?.code ?? "")
            }
        }
    }
}

private struct SituationDecision: Decodable {
    struct Reason: Decodable {
        let code: String
    }

    let reference: String
    let outcome: String
    let reasons: [Reason]
}
