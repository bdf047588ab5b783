internal import BooksModel
internal import DomainModel

/// Gives a transaction that was refused back as it came, with what the server knows of its codes
/// and with every message on its element (API reference, 3.6 c to f).
struct EchoedTransaction {
    let books: Books?
    let organisation: Organisation
    let echo: OfficeEcho

    /// The request without namespaces.
    static func plain(_ node: XMLNode) -> XMLNode {
        var result = node
        result.namespace = nil
        result.children = node.children.map(plain)
        if !result.children.isEmpty { result.text = "" }
        return result
    }

    /// The answer to a transaction that was not booked.
    func refused(_ transaction: XMLNode, _ refusals: [Refusal]) -> XMLNode {
        var node = Self.plain(transaction)
        let hasLines = node.child("lines") != nil
        for index in node.children.indices {
            switch node.children[index].name {
            case "header": node.children[index] = header(node.children[index])
            case "lines":
                node.children[index].children = lines(node.children[index].children)
            default: break
            }
        }
        if !hasLines { node.children.append(XMLNode("lines")) }
        for refusal in refusals {
            let text = refusal.message.text(in: echo.language)
            let steps = steps(to: refusal.place, in: &node)
            Marks.mark(&node, steps[...], level: refusal.level.rawValue, text)
        }
        return node
    }

    private func header(_ header: XMLNode) -> XMLNode {
        var header = header
        for index in header.children.indices {
            let child = header.children[index]
            switch child.name {
            case "office":
                if let office = books?.office { header.children[index] = echo.office(office) }
            case "code": header.children[index] = echo.daybook(child.text, books)
            case "currency": header.children[index] = echo.currency(child.text, books)
            default: break
            }
        }
        header.children += [
            XMLNode("origin", [:], "import"), echo.user(organisation.userCode, organisation),
        ]
        if header.child("regime") == nil {
            header.children.append(XMLNode("regime", [:], "generic"))
        }
        return header
    }

    private func lines(_ lines: [XMLNode]) -> [XMLNode] {
        lines.enumerated().map { index, line in
            var line = line
            if echo.mood.linesWithoutIds {
                line["id"] = nil
            } else if line["id"] == nil {
                line["id"] = String(index + 1)
            }
            guard let books else { return line }
            for place in line.children.indices
            where ["dim1", "dim2"].contains(line.children[place].name) {
                let child = line.children[place]
                line.children[place] = echo.dimension(child.name, child.text, books, .post)
            }
            return line
        }
    }

    /// The indices of children from the transaction to where a message belongs; an element that
    /// the request did not have is made.
    private func steps(to place: Refusal.Place, in node: inout XMLNode) -> [Int] {
        switch place {
        case .transaction: return []
        case .header(let field):
            let header = index(of: "header", in: &node)
            return [header, index(of: field.rawValue, in: &node.children[header])]
        case .line(let number, let field):
            let lines = index(of: "lines", in: &node)
            guard node.children[lines].children.indices.contains(number) else { return [lines] }
            guard let field, field != .type, field != .id else { return [lines, number] }
            return [
                lines, number,
                index(of: field.rawValue, in: &node.children[lines].children[number]),
            ]
        }
    }

    private func index(of name: String, in node: inout XMLNode) -> Int {
        if let index = node.children.firstIndex(where: { $0.name == name }) { return index }
        node.children.append(XMLNode(name))
        return node.children.count - 1
    }
}
