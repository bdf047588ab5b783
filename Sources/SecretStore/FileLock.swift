internal import Glibc

/// Keeps other processes from writing secrets while this one reads or writes them.
struct FileLock: ~Copyable {
    private let descriptor: Int32

    /// Waits for the lock of a file; shared for reading.
    ///
    /// A folder that takes no lock file is read without one: nobody writes there either.
    init(of path: String, isShared: Bool) throws(SecretFault) {
        let opened = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard opened >= 0 else {
            if isShared {
                descriptor = opened
                return
            }
            throw SecretFault(
                .system, "\(path).lock: cannot be made: \(String(cString: strerror(errno)))")
        }
        while flock(opened, isShared ? LOCK_SH : LOCK_EX) != 0 {
            if errno == EINTR { continue }
            let number = errno
            close(opened)
            throw SecretFault(
                .system, "\(path).lock: cannot be taken: \(String(cString: strerror(number)))")
        }
        descriptor = opened
    }

    deinit { if descriptor >= 0 { close(descriptor) } }
}
