import Glibc

/// What people read goes to stderr; what programs read goes to stdout.
enum Console {
    /// Whether stderr is a terminal.
    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Whether colours are welcome: on a terminal, unless NO_COLOR is set.
    static var hasColour: Bool { isTerminal && getenv("NO_COLOR") == nil }

    /// Writes a line to stderr.
    static func error(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        // Nothing can be done about a stderr that takes no text.
        _ = try? FileDescriptor.write(bytes[...], to: STDERR_FILENO)
    }

    /// Asks a question on stderr, without a line end.
    static func prompt(_ question: String) {
        _ = try? FileDescriptor.write(Array(question.utf8)[...], to: STDERR_FILENO)
    }

    /// Writes bytes to stdout, whole.
    static func output(_ bytes: ArraySlice<UInt8>) throws {
        do {
            try FileDescriptor.write(bytes, to: STDOUT_FILENO)
        } catch {
            throw CommandFault.failed("stdout: cannot be written: \(error.reason)")
        }
    }
}
