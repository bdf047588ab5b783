internal import FoundationEssentials

/// The key of one CCV account; what it prints as never holds more than its first letter.
public struct APIKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// For which money a key is (API reference, section 2).
    public enum Mode: String, Sendable, Hashable {
        /// Real payments: `l_…`.
        case live
        /// Simulated payments: `t_…`.
        case test
        /// Neither of the two beginnings.
        case unknown
    }

    private let text: String

    /// Takes a key without the white space around it; nil when nothing is left, or when it holds
    /// what no key can: a colon, white space or a control character.
    public init?(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        guard !bytes.isEmpty, bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != 0x3A }) else {
            return nil
        }
        self.text = String(decoding: bytes, as: UTF8.self)
    }

    /// For which money the key is.
    public var mode: Mode {
        text.hasPrefix("l_") ? .live : text.hasPrefix("t_") ? .test : .unknown
    }

    /// The beginning of the key: `l_…`, `t_…` or `…`.
    public var description: String {
        switch mode {
        case .live: "l_…"
        case .test: "t_…"
        case .unknown: "…"
        }
    }

    /// The same as `description`.
    public var debugDescription: String { description }

    /// Nothing: `dump` must not show the key either.
    public var customMirror: Mirror { Mirror(self, children: []) }

    /// The header that carries the key: HTTP Basic with an empty password.
    var authorization: String {
        "Basic " + Data((text + ":").utf8).base64EncodedString()
    }
}
