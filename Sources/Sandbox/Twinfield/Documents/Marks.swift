/// Puts messages on elements of an answer: `msgtype`, `msg` and `result="0"` on the element, and
/// `result="0"` without a message on all around it (API reference, 3.6 f).
enum Marks {
    /// Marks an element of a document as wrong; the path holds names from the root down.
    static func error(_ node: XMLNode, at path: [String] = [], _ text: String) -> XMLNode {
        var node = node
        var steps: [Int] = []
        var current = node
        for name in path {
            guard let index = current.children.firstIndex(where: { $0.name == name }) else {
                break
            }
            steps.append(index)
            current = current.children[index]
        }
        mark(&node, steps[...], level: "error", text)
        return node
    }

    /// Marks the element that is reached by these indices of children.
    ///
    /// Several messages of one element are joined by `//`; an error outweighs a warning.
    static func mark(
        _ node: inout XMLNode, _ steps: ArraySlice<Int>, level: String, _ text: String
    ) {
        node["result"] = nil
        if let first = steps.first {
            mark(&node.children[first], steps.dropFirst(), level: level, text)
        } else {
            let earlier = node["msg"]
            let type = node["msgtype"] == "error" ? "error" : level
            node["msgtype"] = type
            node["msg"] = earlier.map { $0 + "//" + text } ?? text
        }
        node["result"] = "0"
    }
}
