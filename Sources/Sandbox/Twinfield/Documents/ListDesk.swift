internal import BooksModel

/// Answers `<list>`: administrations, fields of browses, dimensions and daybooks.
struct ListDesk {
    let company: String
    let echo: OfficeEcho

    /// Answers the document by its `<type>`.
    func answer(_ document: XMLNode, world: World) -> XMLNode {
        switch document.value("type") {
        case "offices":
            let offices = world.organisation.offices.map { books in
                XMLNode(
                    "office",
                    ["name": books.office.name, "shortname": books.office.shortName],
                    books.office.code)
            }
            return XMLNode("offices", ["result": "1"], offices)
        case "browsefields": return XMLNode("browsefields", ["result": "1"], fields(world))
        case "dimensions": return dimensions(document, world)
        default:
            let text = ServiceText.typeNotImplemented.text(in: echo.language)
            return Marks.error(XMLNode("list"), text)
        }
    }

    /// Every field once, with the words that it can have.
    private func fields(_ world: World) -> [XMLNode] {
        BrowseField.all.map { field in
            let options = field.words(in: echo.language).map { word, name in
                XMLNode("option", ["name": name], word)
            }
            return XMLNode(
                "browsefield", [:],
                [
                    XMLNode("code", [:], field.name),
                    XMLNode("datatype", [:], options.isEmpty ? field.dataType : "special"),
                    XMLNode("finder"), XMLNode("dropdown", [:], options), XMLNode("canorder"),
                ])
        }
    }

    private func dimensions(_ document: XMLNode, _ world: World) -> XMLNode {
        let office = document.value("office") ?? company
        let type = document.value("dimtype") ?? ""
        let head = XMLNode("dimensions", ["office": office, "type": type])
        guard let books = world.organisation[office] else {
            return Marks.error(head, ServiceText.officeUnknown.text(in: echo.language))
        }
        let writer = DimensionWriter(books: books, echo: echo)
        guard let all = writer.dimensions(of: type) else {
            let text = ServiceText.dimensionTypeUnknown(type).text(in: echo.language)
            return Marks.error(head, text)
        }
        var node = head
        node["result"] = "1"
        node.children = all.map { dimension in
            XMLNode(
                "dimension", ["name": dimension.name, "shortname": dimension.shortName],
                dimension.code)
        }
        return node
    }
}
