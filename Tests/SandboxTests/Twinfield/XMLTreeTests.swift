import Testing

@testable import Sandbox

@Suite("The tree of an XML document")
struct XMLTreeTests {
    @Test(
        "is refused with a document type, an entity, or too many levels",
        arguments: [
            "", "<a>", "<a/><a/>", "<!DOCTYPE a><a/>",
            "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", "<a>&x;</a>", "<a b=\"<\"/>",
            String(repeating: "<a>", count: 65) + String(repeating: "</a>", count: 65),
            "<a>\u{1}</a>",
        ])
    func refused(text: String) {
        #expect(XMLTree.read(text.utf8) == nil)
        #expect(XMLTree.read([0xFF, 0xFE] + text.utf8) == nil)
    }

    @Test("reads texts, CDATA, attributes and namespaces")
    func read() {
        let node = XMLTree.read(
            "<p:a xmlns:p=\"u\" b=\"1 &amp; 2\">x<!-- c --><![CDATA[<y>]]> &#233;<c/></p:a>".utf8)
        #expect(node?.name == "a" && node?.namespace == "u")
        #expect(node?["b"] == "1 & 2" && node?.text == "x<y> é")
        #expect(node?.names == ["c"])
    }

    @Test("is read as it was written", arguments: 1...40)
    func roundTrip(seed: Int) {
        var random = TwinfieldDouble.SplitMix(state: UInt64(seed))
        let pool = Array("aé€𝄞<>&\"' ]-%;\u{2}\u{FFFE}\u{85}").map(String.init)
        func text() -> String {
            (0..<Int(random.next() % 8)).map { _ in pool[Int(random.next() % 15)] }.joined()
        }
        func node(_ depth: Int) -> XMLNode {
            var node = XMLNode("e", ["a": text(), "b": text()])
            for _ in 0..<(depth == 0 ? 0 : random.next() % 4) {
                node.children.append(Self.leaf(text(), text()))
            }
            if node.children.isEmpty { node.text = text() }
            return node
        }
        let written = node(1)
        let bytes = XMLTree.write(written, declaration: seed % 2 == 0)
        #expect(XMLTree.read(bytes) == legal(written))
    }

    private static func leaf(_ attribute: String, _ text: String) -> XMLNode {
        XMLNode("f", ["c": attribute], text)
    }

    private func legal(_ node: XMLNode) -> XMLNode {
        var node = node
        node.text = XMLTree.legal(node.text)
        for index in node.attributes.indices {
            node.attributes[index].value = XMLTree.legal(node.attributes[index].value)
        }
        node.children = node.children.map(legal)
        return node
    }
}
