import ArgumentParser

/// Why a command failed: a sentence, a way out, and the exit code.
struct CommandFault: Error {
    var message: String
    var help: String
    var code: ExitCode

    /// It failed: exit 1.
    static func failed(_ message: String, help: String = "") -> CommandFault {
        CommandFault(message: message, help: help, code: ExitCode(1))
    }

    /// Wrong usage, configuration or rules: exit 2.
    static func usage(_ message: String, help: String = "") -> CommandFault {
        CommandFault(message: message, help: help, code: ExitCode(2))
    }
}

extension ExitCode {
    /// Wrong usage, configuration or rules.
    static let wrongUsage = ExitCode(2)
    /// Done, but some payments need a person.
    static let needsPerson = ExitCode(3)
}
