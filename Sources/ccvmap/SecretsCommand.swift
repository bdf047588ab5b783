import ArgumentParser
import ConfigurationReading
import FoundationEssentials
import SecretStore

/// The group of commands `ccvmap secrets`.
struct SecretsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "secrets", abstract: "Look after the encrypted secrets.",
        subcommands: [SecretsRotateCommand.self])
}

/// The command `ccvmap secrets rotate`: a new key for all secrets.
struct SecretsRotateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "Encrypt every secret with a new key.",
        discussion: """
            Example:  ccvmap secrets rotate --config books/ccvmap.yaml

            A key file gets a new key. CCVMAP_SECRET_KEY and a systemd credential cannot be
            written: put the new key before the old one, with a comma (in a credential, on a
            line of its own), run this, then remove the old one. Keep a copy of the new key in
            another place.
            Exit codes: 0 done, 1 it failed and everything is as it was, 2 wrong configuration.
            """)

    @OptionGroup var options: ConfigurationOptions

    func run() throws {
        guard let configuration = try options.readOrExplain().configuration else { return }
        let rotation: SecretVault.Rotation
        do {
            rotation = try SecretVault(configuration).rotate()
        } catch {
            throw CommandFault(error)
        }
        let what = rotation.count == 1 ? "1 secret is" : "\(rotation.count) secrets are"
        let text = "\(what) encrypted with the new key \(rotation.keyID)\n"
        try Console.output(Array(text.utf8)[...])
    }
}

extension SecretVault {
    /// The secrets of a configuration; the key comes from the environment, systemd or its file.
    init(_ configuration: Configuration) {
        self.init(
            file: configuration.secretsFile,
            keys: KeySource.find(
                environment: ProcessInfo.processInfo.environment, keyFile: configuration.keyFile))
    }
}

extension CommandFault {
    /// Secrets that cannot be read or written: exit 1.
    init(_ fault: SecretFault) { self = .failed(fault.message, help: fault.help) }
}
