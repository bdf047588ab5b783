import CLibXML2

/// Reads a document with libxml2's tree, a way of its own, and gives the texts by element name.
enum TextsOfElements {
    static func read(_ xml: String) -> [String: [String]] {
        var texts: [String: [String]] = [:]
        let count = Int32(xml.utf8.count)
        guard let document = xmlReadMemory(xml, count, nil, nil, Int32(XML_PARSE_NONET.rawValue))
        else { return [:] }
        defer { xmlFreeDoc(document) }
        collect(xmlDocGetRootElement(document), &texts)
        return texts
    }

    private static func collect(_ node: xmlNodePtr?, _ texts: inout [String: [String]]) {
        var node = node
        while let current = node {
            if current.pointee.type == XML_ELEMENT_NODE {
                let name = String(cString: current.pointee.name)
                if xmlChildElementCount(current) == 0, let content = xmlNodeGetContent(current) {
                    texts[name, default: []].append(String(cString: content))
                    ccvmap_xml_free(content)
                }
                collect(current.pointee.children, &texts)
            }
            node = current.pointee.next
        }
    }
}
