internal import FoundationEssentials
internal import Glibc

/// A file that only its owner may read: looked at before it is read, and written whole or not.
struct GuardedFile {
    let path: String
    /// How messages call it: "the key", "the secrets".
    let title: String

    /// The folder in which it stands.
    var folder: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The bytes; nil when there is no such file.
    ///
    /// Refuses what others may read or replace. `groupMayRead` is for credentials of systemd, which
    /// are given to the service through the bits of the group.
    func read(groupMayRead: Bool = false) throws(SecretFault) -> Data? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw fault("cannot be read", errno)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw fault("cannot be read", errno) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw SecretFault(.system, "\(path): is no file")
        }
        let refused: mode_t = groupMayRead ? 0o027 : 0o077
        guard status.st_mode & refused == 0 else {
            throw SecretFault(
                .loosePermissions, "\(path): \(title) can be read or changed by others",
                help: "chmod 600 \(Self.quoted(path))")
        }
        guard status.st_uid == geteuid() || status.st_uid == 0 else {
            throw SecretFault(
                .loosePermissions, "\(path): \(title) belongs to another user",
                help: "chown \(geteuid()) \(Self.quoted(path))")
        }
        try checkFolder()
        return try bytes(of: descriptor)
    }

    /// Refuses a folder in which anybody may put another file in the place of this one.
    func checkFolder() throws(SecretFault) {
        var status = stat()
        guard stat(folder, &status) == 0 else { throw fault("cannot be read", errno) }
        guard status.st_mode & S_IWOTH == 0 else {
            throw SecretFault(
                .loosePermissions, "\(folder): anybody may change \(title) in this folder",
                help: "chmod o-w \(Self.quoted(folder))")
        }
    }

    /// Puts the bytes in the place of the file, on the disk before this returns, mode 0600.
    func replace(with bytes: Data) throws(SecretFault) {
        try checkFolder()
        let target = Self.resolved(path)
        let temporary = target + ".\(getpid()).part"
        // In a container every process has the same number: what a crash left is in the way. Who
        // calls this holds the lock, so nobody is writing it.
        unlink(temporary)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw fault("cannot be written", errno) }
        var number: Int32 = 0
        if fchmod(descriptor, 0o600) != 0 { number = errno }
        if number == 0 { number = Self.write(bytes, to: descriptor) }
        if number == 0, fsync(descriptor) != 0 { number = errno }
        if close(descriptor) != 0, number == 0 { number = errno }
        if number == 0, rename(temporary, target) != 0 { number = errno }
        guard number == 0 else {
            unlink(temporary)
            throw fault("cannot be written, and is as it was", number)
        }
        syncFolder(of: target)
    }

    /// The new name is on the disk only when its folder is; not every file system can be asked.
    private func syncFolder(of target: String) {
        let descriptor = open(
            GuardedFile(path: target, title: title).folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        _ = fsync(descriptor)
        close(descriptor)
    }

    private func bytes(of descriptor: Int32) throws(SecretFault) -> Data {
        let limit = 1 << 20
        var result = Data()
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw fault("cannot be read", errno)
            }
            if count == 0 { return result }
            result.append(contentsOf: buffer[..<count])
            guard result.count <= limit else {
                throw SecretFault(.damaged, "\(path): is too large to hold \(title)")
            }
        }
    }

    private static func write(_ bytes: Data, to descriptor: Int32) -> Int32 {
        bytes.withUnsafeBytes { buffer in
            var offset = 0
            while offset < buffer.count {
                let count = Glibc.write(
                    descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
                if count < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                offset += count
            }
            return 0
        }
    }

    private func fault(_ words: String, _ number: Int32) -> SecretFault {
        SecretFault(.system, "\(path): \(words): \(String(cString: strerror(number)))")
    }

    /// What a link leads to is what is replaced, not the link.
    private static func resolved(_ path: String) -> String {
        guard let found = realpath(path, nil) else { return path }
        defer { free(found) }
        return String(cString: found)
    }

    /// A path as a shell takes it.
    static func quoted(_ path: String) -> String {
        let isPlain = path.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F: true
            default: false
            }
        }
        return isPlain ? path : "'" + path.replacing("'", with: "'\\''") + "'"
    }
}
