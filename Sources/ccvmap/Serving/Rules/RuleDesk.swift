import ConfigurationReading
import Dashboard
import DashboardStore
import DomainModel
import FoundationEssentials
import LedgerStore
import RuleCompilation
import RuleEditing
import RuleEngine
import SourceDiagnostics
import Synchronization
import Wording

/// What the pages of the rules read and do, on the files that the configuration names.
final class RuleDesk: RuleActions {
    private let configuration: ConfigurationReading.Configuration
    private let ledger: LedgerStore
    private let keeper: RuleKeeper
    private let now: @Sendable () -> Instant
    /// One saves at a time.
    private let door = Mutex(())

    init(
        _ configuration: ConfigurationReading.Configuration, _ ledger: LedgerStore,
        _ store: DashboardStore, now: @escaping @Sendable () -> Instant
    ) {
        self.configuration = configuration
        self.ledger = ledger
        self.now = now
        keeper = RuleKeeper(store: store, now: now)
    }

    /// Ends what was being saved when the program stopped.
    func mend() throws { try door.withLock { _ in try keeper.mend() } }

    var connections: [String] { configuration.connections.map(\.name) }

    func rules(of connection: String, in language: OutputLanguage) async -> RuleFacts? {
        guard let own = own(connection) else { return nil }
        guard let folder = try? RuleFolder(own.rules) else {
            return RuleFacts(
                fault: Phrase(
                    en: "The files of the rules cannot be read: \(own.rules)",
                    nl: "De bestanden van de regels zijn niet te lezen: \(own.rules)"))
        }
        var facts = RuleFacts()
        facts.stand = folder.stand
        facts.revision = folder.loading.ruleSet?.revision ?? ""
        facts.problems = folder.problems
        if let rules = folder.loading.ruleSet {
            facts.sentences = RuleSentences(rules, methods: folder.loading.methods)
                .text(in: language)
        }
        facts.files = folder.sources.map { source in
            RuleFacts.File(
                name: folder.name(of: source), text: RuleFolder.text(of: source.bytes),
                fault: folder.fault(of: source))
        }
        let fields = RuleFields(folder)
        facts.fields = fields.fields
        facts.takesAccounts = fields.takesAccounts
        facts.alsoOf = others(folder, besides: connection)
        return facts
    }

    func proposal(
        _ change: RuleChange, to connection: String, days: Int
    ) async -> RuleProposal? {
        guard let own = own(connection), let folder = try? RuleFolder(own.rules) else { return nil }
        var proposal = RuleProposal(.unchanged, stand: folder.stand)
        let texts: [Int: [UInt8]]
        switch change.content {
        case .values(let typed, let removed, let added):
            guard change.stand == folder.stand else {
                proposal.state = .stale
                return proposal
            }
            let result = RuleFields(folder).texts(typed, removed: removed, added: added)
            guard result.refusals.isEmpty else {
                proposal.state = .refused
                proposal.refusals = result.refusals
                return proposal
            }
            texts = result.texts
        case .texts(let typed): texts = bytes(typed, folder)
        case .version(let number):
            guard let found = version(number, folder) else { return nil }
            proposal.version = number
            texts = found
        }
        proposal.files = files(texts, folder)
        if case .texts = change.content, change.stand != folder.stand {
            proposal.state = .stale
            return proposal
        }
        guard !proposal.files.isEmpty else { return proposal }
        guard !folder.namesOther(than: texts) else {
            proposal.state = .foreignFile
            return proposal
        }
        look(texts, folder, connection, days: days, &proposal)
        return proposal
    }

    /// Compiles what is proposed, and tries it on the payments of the last days.
    private func look(
        _ texts: [Int: [UInt8]], _ folder: RuleFolder, _ connection: String, days: Int,
        _ proposal: inout RuleProposal
    ) {
        proposal.state = .faulty
        guard let next = try? RuleFolder(folder.path, replacing: replacing(texts, folder)) else {
            return
        }
        proposal.problems = next.problems
        guard let rules = next.loading.ruleSet else { return }
        proposal.state = .ready
        proposal.revision = next.stand
        let crew = Threads.crew(ProcessInfo.processInfo.activeProcessorCount)
        proposal.trial = RuleTryoutRun(
            ledger: ledger, connection: connection, days: days, now: now(), crew: crew
        ).trial(old: folder.loading.ruleSet, new: rules)
    }

    func save(
        _ order: RuleOrder, to connection: String, _ note: ActNote
    ) async -> RuleSaveOutcome {
        guard let own = own(connection) else { return .refused(Self.unreadable) }
        return door.withLock { _ in save(order, own, note) }
    }

    private func save(
        _ order: RuleOrder, _ own: ConnectionConfiguration, _ note: ActNote
    ) -> RuleSaveOutcome {
        do {
            try keeper.mend()
            let folder = try RuleFolder(own.rules)
            guard !folder.stand.isEmpty, order.stand == folder.stand else { return .stale }
            var (texts, version) = (bytes(order.texts, folder), Int64?.none)
            if let number = order.version, let kept = self.version(number, folder),
                Self.isSame(texts, kept)
            {
                // To the byte, and not only as a browser shows it.
                (texts, version) = (kept, number)
            }
            texts = texts.filter { position, bytes in bytes != folder.sources[position].bytes }
            guard !texts.isEmpty else { return .refused(Self.nothing) }
            // A proposal of it says why.
            guard !folder.namesOther(than: texts) else { return .faulty }
            let next = try RuleFolder(folder.path, replacing: replacing(texts, folder))
            guard next.loading.ruleSet != nil else { return .faulty }
            return .saved(
                try keeper.save(
                    RuleKeeper.Draft(
                        connection: own.name, folder: folder, bytes: texts, revision: next.stand,
                        version: version, note: note)))
        } catch is RuleKeeper.Stale {
            return .stale
        } catch let fault as FileDescriptor.Fault {
            return .refused(
                Phrase(
                    en: "The files cannot be written, and stayed as they were: \(fault.reason)",
                    nl: "De bestanden zijn niet te schrijven en bleven zoals ze waren:"
                        + " \(fault.reason)"))
        } catch let fault as CommandFault {
            return .refused(Phrase(fault.message))
        } catch let fault as DashboardFault {
            return .refused(Self.unkept + Phrase(fault.message))
        } catch {
            return .refused(Self.unkept + Phrase("\(error)"))
        }
    }

    func versions(
        of connection: String, before number: Int64?, count: Int
    ) async -> [RuleVersionFacts] {
        guard let own = own(connection), let folder = try? RuleFolder(own.rules),
            let listed = try? keeper.store.ruleVersions(
                of: folder.place, before: number, count: count + 1)
        else { return [] }
        return listed.prefix(count).enumerated().map { index, version in
            let earlier = listed.dropFirst(index + 1).first { $0.ending != .failed }
            return RuleVersionFacts(
                number: version.number,
                facts: RuleVersionFacts.Facts(
                    at: version.at, who: version.who, why: version.why,
                    kind: version.kind.rawValue, revision: version.revision,
                    isWritten: version.kind == .found || version.ending == .written,
                    isCurrent: version.revision == folder.stand),
                files: difference(earlier?.number, version.number))
        }
    }

    private func difference(_ old: Int64?, _ new: Int64) -> [RuleFileDifference] {
        guard let new = try? keeper.store.ruleVersion(new),
            let old = old.flatMap({ try? keeper.store.ruleVersion($0) })
        else { return [] }
        return new.files.compactMap { file in
            let before = old.files.first { $0.name == file.name }?.bytes ?? []
            guard before != file.bytes else { return nil }
            return RuleFileDifference(name: file.name, lines: Self.lines(before, file.bytes))
        }
    }

    private func own(_ connection: String) -> ConnectionConfiguration? {
        configuration.connections.first { $0.name == connection }
    }

    private func others(_ folder: RuleFolder, besides connection: String) -> [String] {
        let files = Set(folder.sources.map { FilePlace($0.path).resolvedPath })
        return configuration.connections.filter { $0.name != connection }.filter { other in
            guard let theirs = try? RuleFolder(other.rules) else { return false }
            return theirs.sources.contains { files.contains(FilePlace($0.path).resolvedPath) }
        }.map(\.name)
    }

    /// The bytes of texts that a browser sent; of positions that are files which can be changed
    /// here, and no others.
    private func bytes(_ texts: [Int: String], _ folder: RuleFolder) -> [Int: [UInt8]] {
        var bytes: [Int: [UInt8]] = [:]
        for (position, text) in texts
        where folder.sources.indices.contains(position)
            && folder.fault(of: folder.sources[position]) == nil
        {
            bytes[position] = TextLines.restored(text, like: folder.sources[position].bytes)
        }
        return bytes
    }

    /// The files as a version had them; nil when there is none, or it has a file that the rules do
    /// not have any more.
    private func version(_ number: Int64, _ folder: RuleFolder) -> [Int: [UInt8]]? {
        guard let version = try? keeper.store.ruleVersion(number), version.place == folder.place
        else { return nil }
        var bytes: [Int: [UInt8]] = [:]
        for file in version.files {
            let position = folder.sources.firstIndex { folder.name(of: $0) == file.name }
            guard let position else { return nil }
            bytes[position] = file.bytes
        }
        return bytes
    }

    /// Whether texts are those of a version, line ends aside.
    private static func isSame(_ texts: [Int: [UInt8]], _ kept: [Int: [UInt8]]) -> Bool {
        texts.allSatisfy { position, bytes in
            kept[position].map { RuleFolder.text(of: $0) == RuleFolder.text(of: bytes) } ?? false
        }
    }

    private func replacing(
        _ texts: [Int: [UInt8]], _ folder: RuleFolder
    ) -> [String: [UInt8]] {
        Dictionary(uniqueKeysWithValues: texts.map { (folder.sources[$0].path, $1) })
    }

    private func files(_ texts: [Int: [UInt8]], _ folder: RuleFolder) -> [RuleProposal.File] {
        texts.sorted { $0.key < $1.key }.compactMap { position, bytes in
            let source = folder.sources[position]
            guard bytes != source.bytes else { return nil }
            return RuleProposal.File(
                position: position, text: RuleFolder.text(of: bytes),
                difference: RuleFileDifference(
                    name: folder.name(of: source), lines: Self.lines(source.bytes, bytes)))
        }
    }

    private static func lines(_ old: [UInt8], _ new: [UInt8]) -> [RuleFileDifference.Line] {
        LineDifference.changes(old, new).map { line in
            switch line {
            case .same(let left, let right, let text): .same(left, right, text)
            case .removed(let number, let text): .removed(number, text)
            case .added(let number, let text): .added(number, text)
            case .gap(let count): .gap(count)
            }
        }
    }

    private static let unreadable = Phrase(
        en: "The files of the rules cannot be read.",
        nl: "De bestanden van de regels zijn niet te lezen.")
    private static let nothing = Phrase(
        en: "Nothing changed, so nothing was saved.",
        nl: "Er is niets gewijzigd, dus er is niets opgeslagen.")
    private static let unkept = Phrase(
        en: "The version cannot be kept, so nothing was saved: ",
        nl: "De versie is niet te bewaren, dus er is niets opgeslagen: ")
}
