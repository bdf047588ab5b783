import Glibc

/// Replaces a file whole: the new text is written beside it, and on the disk before it is renamed.
///
/// The file keeps its owner and who may read it; what a link leads to is replaced, not the link.
struct RuleFileWriter {
    /// Where the file stands.
    let path: String
    private var temporary: String {
        let folder = FilePlace.folder(of: path)
        return (folder == "/" ? "" : folder.isEmpty ? "." : folder) + "/."
            + FilePlace.name(of: path) + ".\(getpid()).new"
    }

    /// Writes the text beside the file.
    func stage(_ bytes: [UInt8]) throws(FileDescriptor.Fault) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw FileDescriptor.Fault(number: errno) }
        unlink(temporary)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileDescriptor.Fault(number: errno) }
        do throws(FileDescriptor.Fault) {
            try FileDescriptor.write(bytes[...], to: descriptor)
            // Only root may give a file away; who wrote it before could write it then as well.
            if fchown(descriptor, status.st_uid, status.st_gid) != 0 { errno = 0 }
            guard fchmod(descriptor, status.st_mode & 0o7777) == 0, fsync(descriptor) == 0 else {
                throw FileDescriptor.Fault(number: errno)
            }
        } catch {
            close(descriptor)
            discard()
            throw error
        }
        guard close(descriptor) == 0 else { throw FileDescriptor.Fault(number: errno) }
    }

    /// Puts the staged text in the place of the file.
    func commit() throws(FileDescriptor.Fault) {
        guard rename(temporary, path) == 0 else { throw FileDescriptor.Fault(number: errno) }
        let folder = open(
            FilePlace.folder(of: path).isEmpty ? "." : FilePlace.folder(of: path),
            O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        _ = fsync(folder)
        close(folder)
    }

    /// Takes the staged text away.
    func discard() { unlink(temporary) }

    /// The bytes that stand there; nil when they cannot be read.
    func read() -> [UInt8]? {
        try? InputFile(path: path).bytes(atMost: 4 << 20)
    }
}
