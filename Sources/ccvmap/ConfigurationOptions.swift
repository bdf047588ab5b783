import ArgumentParser
import ConfigurationReading
import FoundationEssentials
import RuleSyntax
import SourceDiagnostics

/// The flags by which every command with connections finds its configuration.
struct ConfigurationOptions: ParsableArguments {
    @Option(help: "The configuration file.")
    var config = "ccvmap.yaml"

    @Option(
        name: .customLong("set"),
        help: "Set a value, such as connections.webshop.rules=rules; comes before everything else.")
    var settings: [String] = []

    /// Whether there is a file at the path.
    var isThere: Bool { FileManager.default.fileExists(atPath: config) }

    /// Reads the file with what the environment and the flags put over it.
    func read() throws -> ConfigurationReader.Reading {
        guard isThere else {
            throw CommandFault.usage(
                "\(config): there is no configuration here",
                help: "name it with  --config FILE, or make one with  ccvmap init DIR")
        }
        let limit = YAMLLimits().bytes
        let bytes: [UInt8]
        do {
            bytes = try InputFile(path: config).bytes(atMost: limit)
        } catch var fault as CommandFault {
            fault.code = .wrongUsage
            throw fault
        }
        return ConfigurationReader.read(
            SourceText(path: config, bytes: bytes),
            environment: ProcessInfo.processInfo.environment, settings: settings,
            isTimeZone: { SystemTimeZone.rules($0) != nil })
    }

    /// Reads the configuration; what is wrong goes to stderr and ends the command with exit 2.
    func readOrExplain(language: Language = .en) throws -> ConfigurationReader.Reading {
        let reading = try read()
        if !reading.diagnostics.isEmpty {
            Console.error(
                DiagnosticRenderer.text(
                    reading.diagnostics, sources: reading.sources, colour: Console.hasColour,
                    language: language.output))
        }
        guard reading.configuration != nil else {
            throw CommandFault.usage(
                "the configuration cannot be used", help: "mend what is reported above")
        }
        return reading
    }
}
