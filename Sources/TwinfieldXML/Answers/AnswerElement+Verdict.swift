internal import ByteText
internal import DomainModel

extension AnswerElement {
    /// Whether this element itself says that it was refused.
    var isRefused: Bool { result == false || attribute("msgtype") == "error" }

    /// Whether something inside looks as if an entry was booked or a set matched.
    ///
    /// It is asked of an answer of another shape than those that are known.
    var holdsSuccess: Bool {
        children.contains {
            $0.result == true || $0.attribute("location") != nil
                || $0.attribute("matchnumber") != nil
                || ($0.name == "number" && !$0.text.isEmpty) || $0.holdsSuccess
        }
    }

    /// The name for messages; a very long one is cut.
    var shownName: String { ShownText.oneLine(name.prefix(60)) }

    /// A sentence with what Twinfield says behind it.
    func said(_ sentence: String) -> String {
        let texts = messages().prefix(5).map(\.text)
        return texts.isEmpty ? sentence : sentence + ": " + texts.joined(separator: ", ")
    }

    /// What Twinfield says when it refused a question; nil when it answers.
    ///
    /// A refusal may have any root. Throws when the root has none of the names and is no refusal.
    func refusal(orRoot names: [String]) throws(RecordFault) -> [TwinfieldMessage]? {
        if holdsRefusal { return messages() }
        guard !names.contains(name) else { return nil }
        let wanted = names.map { "<\($0)>" }.joined(separator: " or ")
        throw RecordFault("the root element is <\(shownName)>; expected \(wanted)", line: line)
    }
}
