/// Collecting what an answer says in its attributes `msg` and `msgtype`.
///
/// They may stand on any element, of an entry, a set or a dimension (API reference, 3.6 (f)).
extension AnswerElement {
    /// At most so many messages are kept.
    private static let maximumCount = 100

    /// All messages on this element and inside, in their order; paths begin with its name.
    func messages() -> [TwinfieldMessage] {
        var found: [TwinfieldMessage] = []
        collect(path: shownName, line: nil, into: &found)
        if found.count > Self.maximumCount {
            let more = found.count - Self.maximumCount
            found.removeLast(more)
            found.append(TwinfieldMessage("… and \(more) more messages", path: shownName))
        }
        return found
    }

    /// The messages on this element itself.
    func ownMessages() -> [TwinfieldMessage] { ownMessages(path: shownName, line: nil) }

    private func ownMessages(path: String, line: Int?) -> [TwinfieldMessage] {
        guard let text = attribute("msg") else { return [] }
        let isWarning = attribute("msgtype") == "warning"
        return Self.split(text).map {
            TwinfieldMessage($0, isWarning: isWarning, path: path, line: line)
        }
    }

    private func collect(path: String, line: Int?, into found: inout [TwinfieldMessage]) {
        found += ownMessages(path: path, line: line)
        var position = 0
        for child in children {
            var childLine = line
            if child.name == "line" {
                position += 1
                childLine = line ?? child.number(of: "id") ?? position
            }
            child.collect(path: path + "/" + child.shownName, line: childLine, into: &found)
        }
    }

    /// The whole number in an attribute; nil when there is none.
    func number(of attribute: String) -> Int? {
        self.attribute(attribute).flatMap { AnswerElement.number($0) }
    }

    /// The whole number that a text is; nil when it is none: digits only, few enough.
    static func number(_ text: String) -> Int? {
        guard (1...15).contains(text.utf8.count),
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return Int(text)
    }

    /// The messages that Twinfield joined with `//`; an address such as `https://` stays whole.
    private static func split(_ text: String) -> [String] {
        var pieces: [[UInt8]] = [[]]
        let bytes = Array(text.utf8)
        var index = 0
        let slash = UInt8(ascii: "/")
        while index < bytes.count {
            let isJoint =
                bytes[index] == slash && index + 1 < bytes.count && bytes[index + 1] == slash
                && (index == 0 || bytes[index - 1] != UInt8(ascii: ":"))
            if isJoint {
                pieces.append([])
                index += 2
            } else {
                pieces[pieces.count - 1].append(bytes[index])
                index += 1
            }
        }
        return pieces.compactMap { piece in
            let shown = piece.withUnsafeBufferPointer {
                TextBytes.shown(TextBytes.trimmed($0), limit: 1000)
            }
            return shown.isEmpty ? nil : shown
        }
    }
}
