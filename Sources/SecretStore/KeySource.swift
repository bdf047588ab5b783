internal import FoundationEssentials

/// Where the key of the secrets comes from.
public enum KeySource: Sendable {
    /// `CCVMAP_SECRET_KEY`; the text is a key, or several with commas, the newest first.
    case environment(Secret)
    /// A credential that systemd hands to the service.
    case credential(path: String)
    /// A file of mode 0600 that `init` made.
    case file(path: String)

    /// The variable of the environment that holds a key.
    public static let variable = "CCVMAP_SECRET_KEY"
    /// The name of the credential.
    public static let credentialName = "ccvmap-key"

    /// The source that counts: the variable, else the credential when it is there, else the file.
    public static func find(environment: [String: String], keyFile: String) -> KeySource {
        if let text = environment[variable] { return .environment(Secret(text)) }
        if let folder = environment["CREDENTIALS_DIRECTORY"], !folder.isEmpty {
            let path = folder + "/" + credentialName
            if FileManager.default.fileExists(atPath: path) { return .credential(path: path) }
        }
        return .file(path: keyFile)
    }

    /// How messages call it.
    var name: String {
        switch self {
        case .environment: Self.variable
        case .credential(let path), .file(let path): path
        }
    }

    /// The keys, the newest first; at least one.
    func keys() throws(SecretFault) -> [SecretKey] {
        switch self {
        case .environment(let secret):
            return try SecretKey.all(in: secret.reveal(), of: Self.variable)
        case .credential(let path): return try keys(path, groupMayRead: true)
        case .file(let path): return try keys(path, groupMayRead: false)
        }
    }

    private func keys(_ path: String, groupMayRead: Bool) throws(SecretFault) -> [SecretKey] {
        let file = GuardedFile(path: path, title: "the key")
        guard let bytes = try file.read(groupMayRead: groupMayRead) else {
            throw SecretFault(
                .missing, "\(path): there is no key here, and without it the secrets are closed",
                help: "put a copy of the key here with mode 600, or name it with"
                    + "  secrets: { key_file: … }")
        }
        return try SecretKey.all(in: String(decoding: bytes, as: UTF8.self), of: path)
    }
}
