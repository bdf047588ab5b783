/// What a search asks for (API reference, 4.5).
struct FinderQuery {
    let type: String
    let pattern: FinderPattern
    /// Which fields are searched: 0 code and name, 1 code, 2 name, 3 and 4 by type.
    let field: Int
    /// From 1.
    let firstRow: Int
    let maxRows: Int
    private let options: [(name: String, value: String)]

    /// Reads the element `Search`.
    init(_ node: XMLNode) throws(FinderProblem) {
        type = node.value("type") ?? ""
        pattern = FinderPattern(node.value("pattern") ?? "*")
        field = try Self.number(node, "field", smallest: 0, otherwise: 0)
        firstRow = try Self.number(node, "firstRow", smallest: 1, otherwise: 1)
        maxRows = try Self.number(node, "maxRows", smallest: 1, otherwise: 100)
        var options: [(name: String, value: String)] = []
        for pair in node.child("options")?.children ?? [] {
            let texts = pair.children.map(\.text)
            guard texts.count == 2 else {
                throw FinderProblem("OptionNotAllowed", texts.first ?? "")
            }
            // An option may be used once.
            guard !options.contains(where: { $0.name == texts[0] }) else {
                throw FinderProblem("OptionNotAllowed", texts[0])
            }
            options.append((texts[0], texts[1]))
        }
        self.options = options
    }

    private static func number(
        _ node: XMLNode, _ name: String, smallest: Int, otherwise: Int
    ) throws(FinderProblem) -> Int {
        guard let text = node.value(name) else { return otherwise }
        guard let value = Int(text) else { throw FinderProblem("ParameterOutOfRange", name) }
        guard value >= smallest else { throw FinderProblem("ParameterTooSmall", name) }
        return value
    }

    /// The value of an option.
    subscript(_ option: String) -> String? { options.first { $0.name == option }?.value }

    /// Refuses options that the type does not have.
    func allow(_ names: Set<String>) throws(FinderProblem) {
        for option in options where !names.contains(option.name) {
            throw FinderProblem("OptionNotAllowed", option.name)
        }
    }

    /// Refuses search fields that the type does not have.
    func allowFields(_ range: ClosedRange<Int>) throws(FinderProblem) {
        guard range.contains(field) else {
            throw FinderProblem("ParameterOutOfRange", "field")
        }
    }
}
