import Glibc

/// A file that appears whole or not at all: written beside its place, then renamed into it.
///
/// What a path names through a link is what changes, not the link. A device or a pipe cannot be
/// replaced: it is written to as it is.
final class OutputFile {
    /// The path as given.
    let path: String
    private let place: FilePlace
    private let temporaryPath: String
    private var descriptor: Int32
    private var isDone = false

    /// Opens a new file beside the place of the wanted one; `mode` says who may read it.
    init(path: String, mode: mode_t = 0o644) throws {
        self.path = path
        place = FilePlace(path)
        temporaryPath = place.resolvedPath + ".\(getpid()).part"
        switch place.kind {
        case .folder:
            throw CommandFault.failed("\(path): is a folder", help: "name a file in it")
        case .device: descriptor = open(path, O_WRONLY | O_CLOEXEC)
        case .file:
            descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        }
        guard descriptor >= 0 else {
            let reason = FileDescriptor.Fault(number: errno).reason
            throw CommandFault.failed("\(path): cannot be written: \(reason)")
        }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if !isDone, place.kind == .file { unlink(temporaryPath) }
    }

    /// Adds bytes.
    func write(_ bytes: UnsafeRawBufferPointer) throws {
        do {
            try FileDescriptor.write(bytes, to: descriptor)
        } catch {
            throw CommandFault.failed("\(path): cannot be written: \(error.reason)")
        }
    }

    /// Adds bytes.
    func write(_ bytes: [UInt8]) throws { try bytes.withUnsafeBytes { try write($0) } }

    /// Makes sure that the bytes are on the disk; the file is not in its place yet.
    func finish() throws {
        let isSafe = place.kind == .device || fsync(descriptor) == 0 || errno == EINVAL
        guard isSafe, close(descriptor) == 0 else {
            let reason = FileDescriptor.Fault(number: errno).reason
            throw CommandFault.failed("\(path): cannot be written: \(reason)")
        }
        descriptor = -1
    }

    /// Puts the file in its place.
    func commit() throws {
        if place.kind == .device { return }
        guard rename(temporaryPath, place.resolvedPath) == 0 else {
            let reason = FileDescriptor.Fault(number: errno).reason
            throw CommandFault.failed("\(path): cannot be written: \(reason)")
        }
        isDone = true
    }
}
