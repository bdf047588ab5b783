internal import BooksModel
internal import DomainModel

/// Answers `<read>` (API reference, 4.1, 4.4 and 4.6).
struct ReadDesk {
    let company: String
    let echo: OfficeEcho

    /// Answers the document by its `<type>`.
    func answer(_ document: XMLNode, world: World) -> XMLNode {
        let office = document.value("office") ?? company
        switch document.value("type") {
        case "office": return readOffice(document, world)
        case "transaction": return readTransaction(document, office, world)
        case "browse": return readBrowse(document, office, world)
        case "dimensions": return readDimensions(document, office, world)
        default: return Marks.error(XMLNode("read"), text(.typeNotImplemented))
        }
    }

    private func text(_ text: ServiceText) -> String { text.text(in: echo.language) }

    /// The office as a read of it gives it; most elements of the real one are left out.
    private func readOffice(_ document: XMLNode, _ world: World) -> XMLNode {
        guard let code = document.value("code") else {
            return Marks.error(XMLNode("office"), text(.noAccessToOffice))
        }
        guard let office = world.organisation[code]?.office else {
            let node = XMLNode("office", [:], [XMLNode("code", [:], code)])
            return Marks.error(node, at: ["code"], text(.officeUnknown))
        }
        return XMLNode(
            "office", ["status": "active", "result": "1"],
            [
                XMLNode("code", [:], office.code), XMLNode("name", [:], office.name),
                XMLNode("shortname", [:], office.shortName),
                XMLNode("basecurrency", [:], office.baseCurrency.text),
                XMLNode("reportingcurrency", [:], office.baseCurrency.text),
            ])
    }

    private func readTransaction(
        _ document: XMLNode, _ office: String, _ world: World
    ) -> XMLNode {
        guard let books = world.organisation[office] else {
            return Marks.error(XMLNode("transaction"), text(.officeUnknown))
        }
        let key = EntryKey(
            daybook: document.value("code") ?? "", number: document.value("number") ?? "")
        guard let entry = books.entry(key) else {
            let message = text(.transactionUnknown(code: key.daybook, number: key.number))
            return Marks.error(XMLNode("transaction"), message)
        }
        let writer = EntryWriter(
            books: books, organisation: world.organisation, echo: echo, style: .read)
        return writer.read(entry)
    }

    private func readBrowse(_ document: XMLNode, _ office: String, _ world: World) -> XMLNode {
        let code = document.value("code") ?? ""
        guard let books = world.organisation[office] else {
            let node = XMLNode("browse", [:], [XMLNode("office", [:], office)])
            return Marks.error(node, at: ["office"], text(.officeUnknown))
        }
        guard let definition = BrowseDefinition.of(code) else {
            let node = XMLNode("browse", [:], [XMLNode("code", [:], code)])
            return Marks.error(node, at: ["code"], text(.browseUnknown(code)))
        }
        return definition.document(office: echo.office(books.office), language: echo.language)
    }

    /// One dimension, or all of a type with all their details, as recorded.
    private func readDimensions(
        _ document: XMLNode, _ office: String, _ world: World
    ) -> XMLNode {
        let type = document.value("dimtype") ?? ""
        let code = document.value("code")
        guard let books = world.organisation[office] else {
            let node = XMLNode("dimension", [:], [XMLNode("office", [:], office)])
            return Marks.error(node, at: ["office"], text(.officeUnknown))
        }
        let writer = DimensionWriter(books: books, echo: echo)
        guard let all = writer.dimensions(of: type) else {
            return writer.missing(type, code: code, .type)
        }
        guard let code else {
            return XMLNode("dimensions", ["result": "1"], all.map(\.document))
        }
        return all.first { $0.code == code }?.document ?? writer.missing(type, code: code, .code)
    }
}
