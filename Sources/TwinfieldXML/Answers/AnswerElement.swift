/// One element of an answer that is small enough to be held whole.
struct AnswerElement {
    /// The name without its prefix.
    var name: String
    /// The attributes, in their order.
    var attributes: [(name: String, value: String)] = []
    /// The text without white space at its ends; empty when the element has others inside.
    var text = ""
    /// The elements inside, in their order.
    var children: [AnswerElement] = []
    /// The line on which its start tag ends, from 1.
    var line: Int

    /// The value of an attribute; nil when it is not there.
    func attribute(_ name: String) -> String? {
        attributes.first { $0.name == name }?.value
    }

    /// The elements inside of one name.
    func children(_ name: String) -> [AnswerElement] { children.filter { $0.name == name } }

    /// The first element inside of one name; nil when there is none.
    func first(_ name: String) -> AnswerElement? { children.first { $0.name == name } }

    /// The text of the first element inside of one name; empty when there is none.
    func text(_ name: String) -> String { first(name)?.text ?? "" }

    /// Whether an attribute `result` here says so: `1` true, `0` false, nil when there is none.
    ///
    /// Any other value is as good as none.
    var result: Bool? {
        switch attribute("result") {
        case "1": true
        case "0": false
        default: nil
        }
    }

    /// Whether something says that this, or something inside, was refused.
    var holdsRefusal: Bool {
        isRefused || children.contains { $0.holdsRefusal }
    }
}
