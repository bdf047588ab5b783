internal import CLibXML2

/// Reads XML documents into values and writes values as XML, both with libxml2.
///
/// No document type, no entities but the five of XML, no network, 64 levels.
enum XMLTree {
    /// Elements nested deeper than this are refused.
    static let maximumDepth = 64
    /// Longer documents are refused.
    static let maximumBytes = 32 << 20

    /// Reads a document; nil unless it is well-formed, bounded and UTF-8.
    ///
    /// An encoding that the document names does not matter: a text in an envelope has none, and
    /// clients were seen that name UTF-16 in UTF-8.
    static func read(_ bytes: some Collection<UInt8>) -> XMLNode? {
        guard bytes.count <= maximumBytes else { return nil }
        ccvmap_xml_be_silent()
        let document = Array(bytes).withUnsafeBytes { buffer in
            let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            return ccvmap_xml_read_tree(start, Int32(buffer.count))
        }
        guard let document else { return nil }
        defer { xmlFreeDoc(document) }
        guard let root = xmlDocGetRootElement(document) else { return nil }
        return value(of: root, depth: 1)
    }

    private static func value(of node: xmlNodePtr, depth: Int) -> XMLNode? {
        guard depth <= maximumDepth else { return nil }
        var result = XMLNode(text(node.pointee.name))
        result.namespace = node.pointee.ns.map { text($0.pointee.href) }
        var attribute = node.pointee.properties
        while let current = attribute {
            let value = current.pointee.children.map { text($0.pointee.content) } ?? ""
            result.attributes.append(.init(name: text(current.pointee.name), value: value))
            attribute = current.pointee.next
        }
        var child = node.pointee.children
        while let current = child {
            switch current.pointee.type {
            case XML_ELEMENT_NODE:
                guard let element = value(of: current, depth: depth + 1) else { return nil }
                result.children.append(element)
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                result.text += text(current.pointee.content)
            default: break
            }
            child = current.pointee.next
        }
        return result
    }

    private static func text(_ pointer: UnsafePointer<xmlChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }

    /// Writes a document in UTF-8.
    ///
    /// `isPretty` puts white space between the elements; `hasComments` a comment before each.
    static func write(
        _ root: XMLNode, declaration: Bool = true, isPretty: Bool = false,
        hasComments: Bool = false
    ) -> [UInt8] {
        guard let document = xmlNewDoc("1.0"), let buffer = xmlBufferCreate() else {
            preconditionFailure("no memory is left to write XML")
        }
        defer {
            xmlFreeDoc(document)
            xmlBufferFree(buffer)
        }
        xmlDocSetRootElement(document, node(of: root, in: document, hasComments: hasComments))
        let form = isPretty ? Int32(XML_SAVE_FORMAT.rawValue) : 0
        let head = declaration ? 0 : Int32(XML_SAVE_NO_DECL.rawValue)
        let save = xmlSaveToBuffer(buffer, "utf-8", form | head | Int32(XML_SAVE_AS_XML.rawValue))
        xmlSaveDoc(save, document)
        xmlSaveClose(save)
        let start = xmlBufferContent(buffer)
        return Array(UnsafeBufferPointer(start: start, count: Int(xmlBufferLength(buffer))))
    }

    private static func node(
        of value: XMLNode, in document: xmlDocPtr, hasComments: Bool
    ) -> xmlNodePtr? {
        let node = xmlNewDocNode(document, nil, value.name, nil)
        for attribute in value.attributes {
            xmlNewProp(node, attribute.name, legal(attribute.value))
        }
        if !value.text.isEmpty {
            xmlAddChild(node, xmlNewDocText(document, legal(value.text)))
        }
        for child in value.children {
            if hasComments { xmlAddChild(node, xmlNewDocComment(document, "")) }
            xmlAddChild(node, Self.node(of: child, in: document, hasComments: hasComments))
        }
        return node
    }

    /// A text without the characters that XML 1.0 cannot hold.
    static func legal(_ text: String) -> String {
        let isIllegal: (Unicode.Scalar) -> Bool = { scalar in
            switch scalar.value {
            case 0x09, 0x0A, 0x0D: false
            case 0..<0x20, 0xFFFE, 0xFFFF: true
            default: false
            }
        }
        guard text.unicodeScalars.contains(where: isIllegal) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isIllegal($0) }))
    }

    /// Appends a text as libxml2 escapes it, in linear time.
    static func escape(_ text: [UInt8], into bytes: inout [UInt8]) {
        let mustEscape: (UInt8) -> Bool = { byte in
            byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x0D
        }
        guard text.contains(where: mustEscape) else {
            bytes += text
            return
        }
        guard let escaped = xmlEncodeSpecialChars(nil, text + [0]) else {
            preconditionFailure("no memory is left to escape a text of \(text.count) bytes")
        }
        bytes += UnsafeBufferPointer(start: escaped, count: Int(xmlStrlen(escaped)))
        ccvmap_xml_free(escaped)
    }
}
