import ArgumentParser
import ConfigurationReading
import FoundationEssentials
import Glibc
import RuleSyntax
import SecretStore

/// The command `ccvmap init`: writes files to start from.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Write a commented configuration, rules and a template.",
        discussion: "Example:  ccvmap init books")

    @Argument(help: "The folder to write into; made when it is not there.")
    var directory = "."

    func run() throws {
        let keyName = "ccvmap.key"
        let files: [(String, [UInt8])] = [
            ("ccvmap.yaml", PackageResources.ccvmap_yaml),
            (keyName, SecretVault.newKeyFile()),
            ("rules/ccv-twinfield.yaml", PackageResources.ccv_twinfield_yaml),
            ("templates/memo-payment.yaml", PackageResources.memo_payment_yaml),
            ("schemas/rules.json", Array(EditorSchema.rules.utf8)),
            ("schemas/template.json", Array(EditorSchema.template.utf8)),
            ("schemas/configuration.json", Array(EditorSchema.configuration.utf8)),
        ]
        let base = directory.hasSuffix("/") ? String(directory.dropLast()) : directory
        let paths = files.map { base + "/" + $0.0 }
        for path in paths where FileManager.default.fileExists(atPath: path) {
            throw CommandFault.failed(
                "\(path): is there already; nothing was written",
                help: "name an empty folder, or remove the file yourself")
        }
        var outputs: [OutputFile] = []
        for (path, file) in zip(paths, files) {
            let folder = FilePlace.folder(of: path)
            do {
                try FileManager.default.createDirectory(
                    atPath: folder, withIntermediateDirectories: true)
            } catch {
                throw CommandFault.failed("\(folder): the folder cannot be made")
            }
            let output = try OutputFile(path: path, mode: file.0 == keyName ? 0o600 : 0o644)
            try output.write(file.1)
            try output.finish()
            outputs.append(output)
        }
        for output in outputs {
            try output.commit()
            print(output.path)
        }
        Console.error(
            """
            Now put your office, accounts and start date into \(paths[2]), then:
              ccvmap rules check \(base)/rules
              ccvmap dry-run --rules \(base)/rules --payments FILE --open-items FILE
            Where everything stands is in \(paths[0]):
              ccvmap config show --config \(paths[0])
            Keep a copy of \(paths[1]) in another place: without it the secrets stay closed.
            """)
    }
}
