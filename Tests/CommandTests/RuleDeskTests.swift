import ArgumentParser
import ConfigurationReading
import Dashboard
import DashboardStore
import DomainModel
import Foundation
import LedgerStore
import ProgramSupport
import RunnerCore
import SecretStore
import Testing
import Wording

@testable import ccvmap

@Suite("Rules that people change on a page")
struct RuleDeskTests {
    private static let file = "books/rules/ccv-twinfield.yaml"
    private static let note = ActNote(
        who: "an", reason: "omdat", at: Instant(milliseconds: 1_794_312_000_000))

    private static func desk(
        _ place: Workplace, now: Instant = Instant(milliseconds: 1_794_312_000_000)
    ) throws -> RuleDesk {
        let books = place.folder.appending(path: "books")
        let options = try ConfigurationOptions.parse([
            "--config", books.appending(path: "ccvmap.yaml").path,
        ])
        let configuration = try #require(try options.readOrExplain().configuration)
        let store = try DashboardStore(
            path: books.appending(path: "own.sqlite").path,
            sealing: { throw CancellationError() })
        return RuleDesk(
            configuration, try LedgerStore(path: configuration.database), store, now: { now })
    }

    private static func bytes(_ place: Workplace) throws -> Data {
        try Data(contentsOf: place.folder.appending(path: file))
    }

    private static func place() throws -> Workplace {
        let place = try Workplace()
        try place.run(["init", "books"]).mustHaveWorked()
        return place
    }

    @Test("A value by the form: one line changes, it is saved, and gone back from to the byte")
    func values() async throws {
        let place = try Self.place()
        let windows = try #require(place.read(Self.file)).replacing("\n", with: "\r\n")
        try place.write(Self.file, "\u{FEFF}" + windows)
        let before = try Self.bytes(place)
        let desk = try Self.desk(place)
        let facts = try #require(await desk.rules(of: "webshop", in: .dutch))
        #expect(facts.problems.filter { $0.isError } == [])
        #expect(facts.sentences.contains("kruispost"))
        let field = try #require(facts.fields.first { $0.key == "office" })
        var typed: [String: String] = [:]
        for field in facts.fields { typed[field.identifier] = field.text }
        typed[field.identifier] = "0777"
        let proposal = try #require(
            await desk.proposal(
                RuleChange(
                    stand: facts.stand,
                    content: .values(
                        typed, removed: [],
                        added: [RuleAccount(method: "wero", account: "2199")])),
                to: "webshop", days: 14))
        #expect(proposal.state == .ready, "\(proposal.problems) \(proposal.refusals)")
        #expect(try Self.bytes(place) == before)
        let added = proposal.files.flatMap { file in
            file.difference.lines.compactMap { line -> String? in
                if case .added(_, let text) = line { text } else { nil }
            }
        }
        #expect(added.count == 2)
        #expect(added.contains { $0.hasPrefix("office: \"0777\"") })
        #expect(added.contains("    wero: \"2199\""))

        // As a browser sends it.
        let texts = Dictionary(
            uniqueKeysWithValues: proposal.files.map {
                ($0.position, $0.text.replacing("\n", with: "\r\n"))
            })
        let order = RuleOrder(stand: facts.stand, texts: texts, version: nil)
        guard case .saved = await desk.save(order, to: "webshop", Self.note) else {
            Issue.record("not saved")
            return
        }
        let after = try #require(place.read(Self.file))
        #expect(after.contains("office: \"0777\""))
        #expect(try Self.bytes(place).starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(!after.replacing("\r\n", with: "").utf8.contains(10))
        #expect(await desk.save(order, to: "webshop", Self.note) == .stale)

        let versions = await desk.versions(of: "webshop", before: nil, count: 10)
        #expect(versions.map(\.facts.kind) == ["saved", "found"])
        #expect(versions[0].facts.isCurrent && versions[0].facts.who == "an")
        #expect(versions[0].files.map(\.name) == ["rules/ccv-twinfield.yaml"])
        let back = try #require(
            await desk.proposal(
                RuleChange(stand: "", content: .version(versions[1].number)), to: "webshop",
                days: 14))
        let restored = RuleOrder(
            stand: back.stand,
            texts: Dictionary(
                uniqueKeysWithValues: back.files.map { ($0.position, $0.text) }),
            version: back.version)
        guard case .saved = await desk.save(restored, to: "webshop", Self.note) else {
            Issue.record("not saved")
            return
        }
        #expect(try Self.bytes(place) == before)
        let kinds = await desk.versions(of: "webshop", before: nil, count: 10).map(\.facts.kind)
        #expect(kinds == ["restored", "saved", "found"])
    }

    @Test("A text may not name another file, which would be read and shown")
    func foreignFiles() async throws {
        let place = try Self.place()
        try place.write("geheim.yaml", "sleutel: [geheim\n")
        let desk = try Self.desk(place)
        let facts = try #require(await desk.rules(of: "webshop", in: .dutch))
        let before = place.read(Self.file)
        for include in [
            "include: ../../geheim.yaml", "include: [../../geheim.yaml]", "include: /etc/passwd",
            "\"include\": \"/etc/passwd\"",
        ] {
            let texts = [0: facts.files[0].text + "\n" + include + "\n"]
            let proposal = try #require(
                await desk.proposal(
                    RuleChange(stand: facts.stand, content: .texts(texts)), to: "webshop", days: 1))
            #expect(proposal.state == .foreignFile, "\(include)")
            #expect(proposal.problems == [])
            let order = RuleOrder(stand: facts.stand, texts: texts, version: nil)
            #expect(await desk.save(order, to: "webshop", Self.note) == .faulty)
        }
        #expect(place.read(Self.file) == before)
    }

    @Test("A position that is no file, rules that do not compile, a file that changed: not saved")
    func refused() async throws {
        let place = try Self.place()
        let desk = try Self.desk(place)
        let facts = try #require(await desk.rules(of: "webshop", in: .dutch))
        let before = try #require(place.read(Self.file))
        func save(_ texts: [Int: String], stand: String) async -> RuleSaveOutcome {
            await desk.save(
                RuleOrder(stand: stand, texts: texts, version: nil), to: "webshop", Self.note)
        }
        let broken = facts.files[0].text.replacing("office: NLA001", with: "office: [NLA001]")
        #expect(await save([0: broken], stand: facts.stand) == .faulty)
        let proposal = try #require(
            await desk.proposal(
                RuleChange(stand: facts.stand, content: .texts([0: broken])), to: "webshop",
                days: 1))
        #expect(proposal.state == .faulty)
        let problem = try #require(proposal.problems.first { $0.isError })
        #expect(problem.code == "CM0203" && problem.file == "rules/ccv-twinfield.yaml")
        #expect(problem.excerpt?.contains("office: [NLA001]") == true)
        for texts in [[7: "x"], [-1: "x"], [0: facts.files[0].text]] {
            guard case .refused = await save(texts, stand: facts.stand) else {
                Issue.record("\(texts.keys) was taken")
                continue
            }
        }
        #expect(await save([0: "x"], stand: "sha256:00") == .stale)
        try place.edit(Self.file, "NLA001", "NLA002")
        let good = facts.files[0].text.replacing("NLA001", with: "NLA003")
        #expect(await save([0: good], stand: facts.stand) == .stale)
        #expect(place.read(Self.file) == before.replacing("NLA001", with: "NLA002"))
        #expect(await desk.versions(of: "webshop", before: nil, count: 5) == [])
        #expect(await desk.rules(of: "elders", in: .dutch) == nil)
    }

    @Test("The payments of the last days show what a change does, and what it does not do")
    func tryout() async throws {
        let shop = try await Shop.connected()
        // The second run reads the books as the entries of the first left them.
        for _ in 0..<2 { _ = try shop.run("run") }
        let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        let desk = try Self.desk(shop.place, now: now)
        let facts = try #require(await desk.rules(of: "webshop", in: .dutch))
        func tried(_ old: String, _ new: String) async throws -> RuleTryout {
            let position = try #require(facts.files.firstIndex { $0.text.contains(old) })
            let text = facts.files[position].text.replacing(old, with: new)
            let proposal = try #require(
                await desk.proposal(
                    RuleChange(stand: facts.stand, content: .texts([position: text])),
                    to: "webshop", days: 90))
            return try #require(proposal.trial, "\(proposal.problems)")
        }
        let comment = try await tried("version: 1", "version: 1 # niets")
        #expect(comment.decided > 30 && comment.decided == comment.total)
        #expect(comment.changed == 0)
        #expect(comment.booksRead != nil)
        let booked = try #require(comment.counts.first { $0.outcome == "book" }?.now)
        // What our own entries closed counts as open again.
        #expect(booked > 15)
        #expect(comment.counts.reduce(0) { $0 + ($1.now ?? 0) } == comment.decided)

        let account = try await tried(#"ideal: "2101""#, #"ideal: "2199""#)
        #expect(account.changed > 0 && account.changed < booked)
        #expect(account.changes.allSatisfy { $0.now == $0.then && $0.entry.count == 1 })
        #expect(account.changes.allSatisfy { $0.entry[0].nl.hasSuffix("2101 → 2199") })
        let journal = try await tried("journal: MEMO", "journal: MEMO2")
        #expect(journal.changed == booked)

        let day = try #require(facts.fields.first { $0.key == "book_from" }).text
        let late = try await tried("book_from: \(day)", "book_from: 2035-01-01")
        #expect(late.counts.first { $0.outcome == "book" }?.then == 0)
        #expect(late.changes.contains { $0.then.reason == "before_start" })
        #expect(late.changes.contains { $0.state == .reconciled })
    }
}
