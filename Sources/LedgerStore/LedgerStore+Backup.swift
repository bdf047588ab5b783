internal import FoundationEssentials
internal import GRDB
internal import Glibc

extension LedgerStore {
    /// Copies the ledger into a new file while runs go on, and checks the copy.
    ///
    /// The copy is one file that needs no other beside it. Throws when something stands there
    /// already, and leaves nothing then.
    public func backup(to target: String) throws -> LedgerAudit {
        let part = target + ".part"
        guard access(target, F_OK) != 0 else {
            throw LedgerFault(
                .conflict, "\(target): there is a file already",
                help: "name another one; a backup never overwrites")
        }
        try Self.remove(part)
        do {
            try LedgerFile(path: part).create()
            try copyWhole(to: part)
            let audit = try Self.audit(copy: part)
            guard audit.isSound else {
                throw LedgerFault(
                    .damaged, "\(path): \(audit.damage?.text ?? "")",
                    help: LedgerFault.damagedHelp)
            }
            try Self.settle(part, as: target)
            return audit
        } catch {
            try? Self.remove(part)
            if let error = error as? DatabaseError { throw LedgerFault(error, path: part) }
            throw error
        }
    }

    /// Puts a copy in the place of a ledger; gives the path of what stood there before.
    ///
    /// The copy is checked whole before anything is touched. Throws while another program has the
    /// ledger open. What was sent since the copy was made is found again in the books by its
    /// transaction id, so nothing is booked twice.
    public static func restore(from copy: String, to path: String) throws -> String? {
        guard try LedgerFile(path: copy).holdsLedger() else {
            throw LedgerFault(
                .missing, "\(copy): there is no backup here", help: "name a file with a ledger")
        }
        let alone = try PresenceLock(path: path, alone: true)
        defer { withExtendedLifetime(alone) {} }
        let part = path + ".part"
        do {
            try remove(part)
            try LedgerFile(path: part).create()
            try duplicate(copy, to: part)
            let audit = try audit(copy: part)
            guard audit.isSound else {
                throw LedgerFault(
                    .damaged, "\(copy): \(audit.damage?.text ?? "")", help: "take another backup")
            }
            let aside = try setAside(path)
            try settle(part, as: path)
            return aside
        } catch {
            try? remove(part)
            if let error = error as? DatabaseError { throw LedgerFault(error, path: copy) }
            throw error
        }
    }

    private func copyWhole(to part: String) throws {
        let queue = try DatabaseQueue(path: part)
        try copy(to: queue)
        try Self.close(queue)
    }

    private static func duplicate(_ copy: String, to part: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        let source = try DatabaseQueue(path: copy, configuration: configuration)
        let target = try DatabaseQueue(path: part)
        try source.backup(to: target)
        try close(target)
        try source.close()
    }

    /// Leaves WAL, so that the copy is one file.
    private static func close(_ queue: DatabaseQueue) throws {
        try queue.writeWithoutTransaction { db in
            _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
        }
        try queue.close()
    }

    private static func audit(copy: String) throws -> LedgerAudit {
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: copy, configuration: configuration)
        let version = try queue.read { try Int32.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
        try LedgerFile.check(version: version, copy)
        let audit = try queue.read { try LedgerAudit.of($0) }
        try queue.close()
        return audit
    }

    /// Renames a ledger and what SQLite keeps beside it; nil when there is none.
    ///
    /// The log of a ledger must not meet another ledger: what an interrupted restore left is taken
    /// along too.
    private static func setAside(_ path: String) throws -> String? {
        let suffixes = ["", "-wal", "-shm"]
        func stands(_ path: String) -> Bool { access(path, F_OK) == 0 }
        guard suffixes.contains(where: { stands(path + $0) }) else { return nil }
        var number = 1
        while suffixes.contains(where: { stands("\(path).before-restore-\(number)\($0)") }) {
            number += 1
        }
        let aside = "\(path).before-restore-\(number)"
        for suffix in suffixes where stands(path + suffix) {
            try rename(path + suffix, aside + suffix)
        }
        return aside
    }

    /// Puts a finished file in its place, so that it stays there when the power is cut.
    private static func settle(_ part: String, as target: String) throws {
        try flush(part)
        try rename(part, target)
        let slash = target.utf8.lastIndex(of: UInt8(ascii: "/"))
        try flush(slash.map { $0 == target.startIndex ? "/" : String(target[..<$0]) } ?? ".")
    }

    private static func flush(_ place: String) throws {
        let opened = open(place, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { throw fault(place, "cannot be flushed") }
        defer { Glibc.close(opened) }
        guard fsync(opened) == 0 else { throw fault(place, "cannot be flushed") }
    }

    private static func rename(_ old: String, _ new: String) throws {
        guard Glibc.rename(old, new) == 0 else { throw fault(new, "cannot be put in its place") }
    }

    private static func remove(_ part: String) throws {
        guard unlink(part) == 0 || errno == ENOENT else {
            throw fault(part, "cannot be replaced")
        }
    }

    private static func fault(_ place: String, _ what: String) -> LedgerFault {
        let number = errno
        return LedgerFault(
            number == ENOSPC ? .full : .system,
            "\(place): \(what): \(String(cString: strerror(number)))",
            help: "look at the disk and at who may write to the folder")
    }
}
