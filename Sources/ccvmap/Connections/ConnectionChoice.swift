import ArgumentParser
import ConfigurationReading

/// The flags of a command that works on one connection.
struct ConnectionChoice: ParsableArguments {
    @OptionGroup var options: ConfigurationOptions

    @Option(help: "The connection, by its name in the configuration; needed when it has several.")
    var connection: String?

    /// Reads the configuration and finds the connection.
    func open() throws -> LiveConnection {
        guard let configuration = try options.readOrExplain().configuration else {
            preconditionFailure("readOrExplain throws when there is no configuration")
        }
        return try LiveConnection(chosen(from: configuration), of: configuration)
    }

    private func chosen(from configuration: Configuration) throws -> ConnectionConfiguration {
        let all = configuration.connections
        let names = all.map { TerminalCell.clean($0.name) }.joined(separator: ", ")
        if let connection {
            if let found = all.first(where: { $0.name == connection }) { return found }
            throw CommandFault.usage(
                "\(TerminalCell.clean(connection)): there is no connection of this name",
                help: "the configuration has: \(names)")
        }
        guard let only = all.first, all.count == 1 else {
            throw CommandFault.usage(
                "the configuration has several connections",
                help: "add  --connection, one of: \(names)")
        }
        return only
    }
}
