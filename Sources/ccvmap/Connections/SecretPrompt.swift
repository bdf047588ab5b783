import Glibc

/// Reads secrets that a person types or a script pipes in; what is typed is not shown.
enum SecretPrompt {
    /// A line of stdin without its ends; nil at the end of it.
    static func line(asking question: String) throws -> String? {
        guard isatty(STDIN_FILENO) == 1 else { return trimmed(readLine()) }
        Console.prompt(question)
        var settings = termios()
        guard tcgetattr(STDIN_FILENO, &settings) == 0 else { return trimmed(readLine()) }
        var silent = settings
        silent.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSANOW, &silent)
        defer {
            tcsetattr(STDIN_FILENO, TCSANOW, &settings)
            Console.error("")
        }
        return trimmed(readLine())
    }

    /// A line that is no secret: it is shown while it is typed.
    static func openLine(asking question: String) -> String? {
        if isatty(STDIN_FILENO) == 1 { Console.prompt(question) }
        return trimmed(readLine())
    }

    private static func trimmed(_ line: String?) -> String? {
        guard let line else { return nil }
        let inner = line.drop { $0.isWhitespace }
        let end = inner.lastIndex { !$0.isWhitespace }
        return end.map { String(inner[...$0]) } ?? ""
    }
}
