import Dashboard
import DashboardStore
import DomainModel
import People
import RuleEditing
import SourceDiagnostics
import Wording

/// Saves rules: a version is kept first, then its files are written, then it is noted that they
/// were.
///
/// Whatever stops the program in between, the next start or the next look at the rules ends what
/// was begun: the version is whole in the store, and each file is either as before or as after.
struct RuleKeeper {
    let store: DashboardStore
    let now: @Sendable () -> Instant
    /// Called before each file is put in its place; tests stop the program here.
    var beforeRename: @Sendable (Int) throws -> Void = { _ in }

    /// What is to be written.
    struct Draft {
        var connection: String
        var folder: RuleFolder
        /// The new bytes, by positions of files.
        var bytes: [Int: [UInt8]]
        var revision: String
        var version: Int64?
        var note: ActNote
    }

    /// Who did what nobody was asked about.
    static let server = "server"

    /// Writes the files of a draft, all or none, and gives the number of the version.
    func save(_ draft: Draft) throws -> Int64 {
        let sources = draft.folder.sources
        let files = draft.bytes.keys.sorted()
        let writers = files.map { file in
            RuleFileWriter(path: FilePlace(sources[file].path).resolvedPath)
        }
        do {
            for (file, writer) in zip(files, writers) {
                try writer.stage(draft.bytes[file] ?? [])
            }
        } catch {
            Self.discard(writers)
            throw error
        }
        let number: Int64
        do {
            try noteFound(draft.folder, draft.connection)
            number = try store.keep(version(draft))
        } catch {
            Self.discard(writers)
            throw error
        }
        for (file, writer) in zip(files, writers)
        where writer.read() != sources[file].bytes {
            Self.discard(writers)
            try end(number, draft, .failed)
            throw Stale()
        }
        try put(writers, files, draft, number)
        try end(number, draft, .written)
        return number
    }

    /// A file changed on the disk between reading and writing.
    struct Stale: Error {}

    private func put(
        _ writers: [RuleFileWriter], _ files: [Int], _ draft: Draft, _ number: Int64
    ) throws {
        for (index, writer) in writers.enumerated() {
            try beforeRename(index)
            do throws(FileDescriptor.Fault) {
                try writer.commit()
            } catch {
                Self.discard(writers)
                for (file, earlier) in zip(files, writers).prefix(index) {
                    try earlier.stage(draft.folder.sources[file].bytes)
                    try earlier.commit()
                }
                try end(number, draft, .failed)
                throw error
            }
        }
    }

    private static func discard(_ writers: [RuleFileWriter]) {
        for writer in writers { writer.discard() }
    }

    private func version(_ draft: Draft) -> RuleVersion {
        RuleVersion(
            at: draft.note.at, who: draft.note.who, why: draft.note.reason,
            kind: draft.version == nil ? .saved : .restored, connection: draft.connection,
            place: draft.folder.place, revision: draft.revision,
            files: draft.folder.sources.enumerated().map { position, source in
                let own = RuleVersion.File(
                    name: draft.folder.name(of: source),
                    path: FilePlace(source.path).resolvedPath, bytes: source.bytes)
                guard let bytes = draft.bytes[position] else { return own }
                return RuleVersion.File(
                    name: own.name, path: own.path, bytes: bytes, replaced: source.bytes)
            })
    }

    private func end(
        _ number: Int64, _ draft: Draft, _ ending: RuleVersion.Ending
    ) throws {
        let names = draft.bytes.keys.sorted()
            .map { draft.folder.name(of: draft.folder.sources[$0]) }
        let what = draft.version.map { "version \(number), back to \($0)" } ?? "version \(number)"
        try store.end(
            number, ending,
            AuditRecord(
                at: now(), who: draft.note.who,
                deed: ending == .failed
                    ? "rules.not_saved" : draft.version == nil ? "rules.saved" : "rules.restored",
                detail: "\(draft.connection): \(what), " + names.joined(separator: ", ") + ": "
                    + draft.note.reason))
    }

    /// Keeps what stands on the disk when no version has it: somebody changed it there.
    func noteFound(_ folder: RuleFolder, _ connection: String) throws {
        let newest = try store.newestRuleVersion(of: folder.place)
        guard newest?.revision != folder.stand else { return }
        _ = try store.keep(
            RuleVersion(
                at: now(), who: "", why: "", kind: .found, connection: connection,
                place: folder.place, revision: folder.stand,
                files: folder.sources.map {
                    RuleVersion.File(
                        name: folder.name(of: $0), path: FilePlace($0.path).resolvedPath,
                        bytes: $0.bytes)
                }))
    }

    /// Ends what was begun: writes the files of a version that was kept and not written whole.
    ///
    /// A file that somebody changed since is left alone, and with it the whole version.
    func mend() throws {
        for version in try store.unfinishedRuleVersions() {
            let files = version.files.compactMap { file in
                file.replaced.map { (file, $0, RuleFileWriter(path: file.path)) }
            }
            let standing = files.map { $0.2.read() }
            let isOurs = zip(files, standing).allSatisfy { file, bytes in
                bytes == file.0.bytes || bytes == file.1
            }
            if isOurs {
                for (file, bytes) in zip(files, standing) where bytes != file.0.bytes {
                    try file.2.stage(file.0.bytes)
                    try file.2.commit()
                }
            }
            try store.end(
                version.number, isOurs ? .written : .failed,
                AuditRecord(
                    at: now(), who: Self.server,
                    deed: isOurs ? "rules.mended" : "rules.not_saved",
                    detail: "\(version.connection): version \(version.number) of \(version.who)"))
        }
    }
}
