import Glibc

/// What a path names: a file that is or may be there, a folder, or a device.
struct FilePlace {
    enum Kind {
        /// A regular file, or none yet.
        case file
        case folder
        /// A device, a pipe, a socket, or anything that the system shows as a file.
        case device
    }

    let kind: Kind
    /// The path without links, `.` and `..`; as given when the folder of it is not there.
    let resolvedPath: String
    /// The number of the device and of the file; nil when nothing is there.
    private let identity: [UInt64]?

    init(_ path: String) {
        var status = stat()
        let isThere = stat(path, &status) == 0
        identity = isThere ? [UInt64(status.st_dev), UInt64(status.st_ino)] : nil
        let isOfSystem = path.hasPrefix("/dev/") || path.hasPrefix("/proc/")
        switch status.st_mode & S_IFMT {
        case S_IFDIR where isThere: kind = .folder
        case S_IFREG where isThere && !isOfSystem: kind = .file
        default: kind = isThere ? .device : .file
        }
        resolvedPath = Self.resolved(path)
    }

    /// Whether both are the same file, or will be when one is written.
    func isSame(as other: FilePlace) -> Bool {
        if kind == .device || other.kind == .device { return false }
        if let identity, let its = other.identity { return identity == its }
        return resolvedPath == other.resolvedPath
    }

    /// The last step of a path; `/` for the root.
    static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? (path.isEmpty ? "" : "/")
    }

    /// The name of a file without what stands behind its last dot.
    static func stem(of path: String) -> String {
        let name = name(of: path)
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
        return String(name[..<dot])
    }

    /// What stands before the last step of a path; nothing when that is all.
    static func folder(of path: String) -> String {
        var rest = path[...]
        while rest.count > 1, rest.hasSuffix("/") { rest.removeLast() }
        guard let slash = rest.lastIndex(of: "/") else { return "" }
        rest = rest[..<slash]
        while rest.count > 1, rest.hasSuffix("/") { rest.removeLast() }
        return rest.isEmpty ? "/" : String(rest)
    }

    private static func resolved(_ path: String) -> String {
        if let whole = real(path) { return whole }
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { path[...$0] } ?? "."
        let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
        guard !name.isEmpty, let folder = real(String(folder)) else { return path }
        return folder == "/" ? "/" + name : folder + "/" + name
    }

    private static func real(_ path: String) -> String? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }
}
