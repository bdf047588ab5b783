internal import DomainModel
internal import FoundationEssentials
internal import Glibc

/// The journal of a sandbox on the disk: its head, and every change, one line of JSON each.
///
/// A change is on the disk before its answer is sent. A last line that a crash cut off is taken
/// away; anything else that cannot be read is an error with its line.
struct Journal: Sendable {
    private struct Line: Codable {
        /// Counts the lines from 1, so that none can be missing.
        var n: Int
        var change: WorldChange
    }

    /// What the journal begins with.
    let head: JournalHead
    private let file: OpenFile
    private let path: String
    private var count = 0
    /// The bytes that are good.
    private var length = 0

    /// Closes the file when nobody holds the journal any more.
    private final class OpenFile: Sendable {
        let descriptor: Int32
        init(_ descriptor: Int32) { self.descriptor = descriptor }
        deinit { close(descriptor) }
    }

    private init(_ head: JournalHead, _ file: OpenFile, _ path: String) {
        self.head = head
        self.file = file
        self.path = path
    }

    /// Begins a journal in a folder, in the place of the one that is there.
    static func create(_ head: JournalHead, in folder: StateFolder) throws(SandboxFault) -> Journal
    {
        let part = folder.journalPath + ".part"
        unlink(part)
        let descriptor = Glibc.open(part, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw SandboxFault("\(part): cannot be made: \(StateFolder.lastError)")
        }
        var journal = Journal(head, OpenFile(descriptor), folder.journalPath)
        try journal.write(JSONTree.document(of: head) + [0x0A])
        guard rename(part, folder.journalPath) == 0 else {
            throw SandboxFault("\(part): cannot be renamed: \(StateFolder.lastError)")
        }
        folder.sync()
        return journal
    }

    /// Opens the journal of a folder, and hands out its changes in order; nil when there is none.
    ///
    /// `onCut` hears what was taken away at the end.
    static func open(
        in folder: StateFolder, onCut: (String) -> Void,
        each: (WorldChange, JournalHead) throws(SandboxFault) -> Void
    ) throws(SandboxFault) -> Journal? {
        let path = folder.journalPath
        let descriptor = Glibc.open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw SandboxFault("\(path): cannot be opened: \(StateFolder.lastError)")
        }
        let file = OpenFile(descriptor)
        let bytes = try read(descriptor, path)
        guard let end = bytes.lastIndex(of: 0x0A) else { throw notAJournal(path) }
        let lines = bytes[...end].split(separator: 0x0A, omittingEmptySubsequences: false)
        let head = try head(of: lines.first ?? [], path)
        var journal = Journal(head, file, path)
        for (index, text) in lines.dropFirst().dropLast().enumerated() {
            try each(try change(in: text, number: index + 1, path), head)
            journal.count = index + 1
        }
        journal.length = end + 1
        if journal.length < bytes.count {
            try journal.cut()
            onCut(
                "\(path): the last line was cut off by a crash; its"
                    + " \(bytes.count - journal.length) bytes were taken away")
        }
        return journal
    }

    /// Puts changes on the disk; when this returns they are there.
    mutating func append(_ changes: [WorldChange]) throws(SandboxFault) {
        guard !changes.isEmpty else { return }
        var bytes: [UInt8] = []
        for (index, change) in changes.enumerated() {
            bytes += JSONTree.document(of: Line(n: count + index + 1, change: change)) + [0x0A]
        }
        try write(bytes)
        count += changes.count
    }

    private mutating func write(_ bytes: [UInt8]) throws(SandboxFault) {
        var offset = 0
        while offset < bytes.count {
            let written = bytes[offset...].withUnsafeBytes { buffer in
                pwrite(file.descriptor, buffer.baseAddress, buffer.count, off_t(length + offset))
            }
            if written < 0 {
                if errno == EINTR { continue }
                throw SandboxFault("\(path): cannot be written: \(StateFolder.lastError)")
            }
            offset += written
        }
        guard fsync(file.descriptor) == 0 else {
            throw SandboxFault("\(path): is not on the disk: \(StateFolder.lastError)")
        }
        length += bytes.count
    }

    private func cut() throws(SandboxFault) {
        guard ftruncate(file.descriptor, off_t(length)) == 0, fsync(file.descriptor) == 0 else {
            throw SandboxFault("\(path): cannot be shortened: \(StateFolder.lastError)")
        }
    }

    private static func head(
        of line: ArraySlice<UInt8>, _ path: String
    ) throws(SandboxFault) -> JournalHead {
        guard let head = try? JSONDecoder().decode(JournalHead.self, from: Data(line)),
            head.format == JournalHead.formatName
        else { throw notAJournal(path) }
        guard head.version == JournalHead.currentVersion else {
            throw SandboxFault(
                "\(path): was written by another version of the sandbox (\(head.version))",
                help: "use the program that wrote it, or name another folder with --dir")
        }
        return head
    }

    private static func change(
        in line: ArraySlice<UInt8>, number: Int, _ path: String
    ) throws(SandboxFault) -> WorldChange {
        let help = "put back a copy of the folder, or name another one with --dir"
        let place = "\(path):\(number + 1)"
        do {
            let found = try JSONDecoder().decode(Line.self, from: Data(line))
            guard found.n == number else {
                throw SandboxFault(
                    "\(place): this is change \(found.n), and \(number) was expected", help: help)
            }
            return found.change
        } catch let fault as SandboxFault {
            throw fault
        } catch {
            throw SandboxFault(
                "\(place): the line is damaged: \(JSONTree.words(of: error))", help: help)
        }
    }

    private static func notAJournal(_ path: String) -> SandboxFault {
        SandboxFault(
            "\(path): this is no journal of a sandbox", help: "name another folder with --dir")
    }

    private static func read(_ descriptor: Int32, _ path: String) throws(SandboxFault) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count == 0 { return bytes }
            if count > 0 {
                bytes += buffer[..<count]
            } else if errno != EINTR {
                throw SandboxFault("\(path): cannot be read: \(StateFolder.lastError)")
            }
        }
    }
}
