/// A glance at the document inside a request to ProcessXml: enough to name it, no more.
///
/// The service itself reads the request with libxml2; here also what is no XML gets a name.
struct ProcessXMLGlance {
    /// The root element with what makes it another request, such as `read-browse`.
    let operation: String

    /// How far into the document is looked.
    private static let reach = 4096

    /// Looks at the body of a request.
    init(_ body: [UInt8]) {
        let text = Self.document(in: body)
        guard let root = Self.rootName(of: text) else {
            operation = "processxml"
            return
        }
        switch root {
        case "transactions", "transaction":
            operation = Self.deletes(text) ? "delete" : "post"
        case "columns": operation = "browse"
        case "read", "list":
            operation = Self.typeName(of: text).map { "\(root)-\($0)" } ?? root
        case "dimensions": operation = "dimension"
        default: operation = root
        }
    }

    /// The first part of the document as plain XML, whether it came escaped, in CDATA or bare.
    private static func document(in body: [UInt8]) -> Substring {
        let name = Array("xmlRequest".utf8)
        guard let start = body.firstIndex(of: name) else { return "" }
        guard let open = body[start...].firstIndex(of: UInt8(ascii: ">")) else { return "" }
        let part = body[(open + 1)...].prefix(reach)
        var text = String(decoding: part, as: UTF8.self)
        for (escaped, plain) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'")] {
            text = text.replacing(escaped, with: plain)
        }
        return text.replacing("<![CDATA[", with: "")[...]
    }

    private static func rootName(of text: Substring) -> String? {
        var rest = text
        while let open = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: open)...]
            guard let first = rest.first else { return nil }
            if first == "?" || first == "!" { continue }
            let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == ":" }
            return name.split(separator: ":").last.map { $0.lowercased() }
        }
        return nil
    }

    private static func deletes(_ text: Substring) -> Bool {
        guard let end = text.firstRange(of: "<header")?.lowerBound else {
            return text.contains("action=\"delete\"") || text.contains("action='delete'")
        }
        let start = text[..<end]
        return start.contains("action=\"delete\"") || start.contains("action='delete'")
    }

    private static func typeName(of text: Substring) -> String? {
        guard let range = text.firstRange(of: "<type>") else { return nil }
        let name = text[range.upperBound...].prefix { $0.isLetter }
        return name.isEmpty ? nil : name.lowercased()
    }
}

extension [UInt8] {
    /// Where some bytes begin for the first time.
    fileprivate func firstIndex(of part: [UInt8]) -> Int? {
        guard let head = part.first, count >= part.count else { return nil }
        var index = 0
        while let next = self[index...].firstIndex(of: head), next + part.count <= count {
            if self[next..<next + part.count].elementsEqual(part) { return next }
            index = next + 1
        }
        return nil
    }
}
