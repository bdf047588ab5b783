/// What a scripted server does, one after the other, when a request has come.
public enum ServerStep: Sendable {
    /// Sends bytes as they are.
    case send([UInt8])
    /// Sends the same bytes many times, never more at once than the other side takes.
    case flood([UInt8], times: Int)
    /// Waits.
    case wait(milliseconds: Int64)
    /// Closes the connection.
    case close
    /// Breaks the connection off.
    case reset

    /// A whole answer with its length.
    public static func answer(
        _ status: Int = 200, _ body: String = "", headers: [String] = [],
        type: String = "application/json"
    ) -> ServerStep {
        var head = "HTTP/1.1 \(status) X\r\ncontent-length: \(body.utf8.count)\r\n"
        head += "content-type: \(type)\r\n"
        for header in headers { head += header + "\r\n" }
        return .send(Array((head + "\r\n" + body).utf8))
    }

    /// A text, with `\n` as it stands.
    public static func text(_ text: String) -> ServerStep { .send(Array(text.utf8)) }
}
