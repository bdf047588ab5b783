import Foundation
import FoundationXML

/// An element of a page, read by a reader that takes no page that is not well-formed.
final class Element {
    let name: String
    let attributes: [String: String]
    fileprivate(set) var children: [Element] = []
    fileprivate(set) var ownText = ""
    private(set) weak var parent: Element?

    fileprivate init(_ name: String, _ attributes: [String: String], in parent: Element?) {
        self.name = name
        self.attributes = attributes
        self.parent = parent
    }

    subscript(attribute: String) -> String? { attributes[attribute] }

    /// The element and all below it, in the order of the page.
    var all: [Element] { [self] + children.flatMap(\.all) }

    /// The texts of the element and of all below it.
    var text: String { ownText + children.map(\.text).joined(separator: " ") }

    func all(_ name: String) -> [Element] { all.filter { $0.name == name } }

    func first(_ name: String, where test: (Element) -> Bool = { _ in true }) -> Element? {
        all.first { $0.name == name && test($0) }
    }

    /// The elements above it, the nearest first.
    var ancestors: [Element] { parent.map { [$0] + $0.ancestors } ?? [] }

    /// Reads a page; throws where it is not well-formed.
    static func page(_ html: String) throws -> Element {
        let reader = Reader()
        let parser = XMLParser(data: Data(html.utf8))
        parser.delegate = reader
        guard parser.parse(), let root = reader.root else {
            throw NotWellFormed(
                line: parser.lineNumber, column: parser.columnNumber,
                reason: "\(parser.parserError.map { "\($0)" } ?? "no element")")
        }
        return root
    }

    struct NotWellFormed: Error {
        var line: Int
        var column: Int
        var reason: String
    }

    private final class Reader: NSObject, XMLParserDelegate {
        var root: Element?
        var open: [Element] = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
            qualifiedName: String?, attributes: [String: String]
        ) {
            let element = Element(name, attributes, in: open.last)
            open.last?.children.append(element)
            if root == nil { root = element }
            open.append(element)
        }

        func parser(
            _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
            qualifiedName: String?
        ) {
            open.removeLast()
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) {
            open.last?.ownText += string
        }
    }
}
