import CLibXML2

/// Reads written entries with libxml2's tree, a way of its own, and checks each.
struct EntryDocument {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Checks that the document holds the entries of some payments, in their order: each balances
    /// in whole cents, keeps to the limits of Twinfield, and names its transaction id.
    func check(references: [String]) throws(FuzzFinding) {
        let document = bytes.withUnsafeBytes { buffer in
            xmlReadMemory(
                buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count), nil, nil,
                Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue))
        }
        guard let document else { throw FuzzFinding("entries are XML that others can read", text) }
        defer { xmlFreeDoc(document) }
        let root = xmlDocGetRootElement(document)
        let entries = Self.children(root)
        try promise(
            entries.count == references.count, "every booked payment has one entry",
            "\(entries.count) of \(references.count)")
        for (entry, reference) in zip(entries, references) {
            try check(entry, reference: reference)
        }
    }

    private var text: String { String(decoding: bytes, as: UTF8.self) }

    private func check(_ entry: xmlNodePtr, reference: String) throws(FuzzFinding) {
        let lines = Self.children(entry).filter { Self.name($0) == "lines" }.flatMap(Self.children)
        try promise(lines.count >= 2, "an entry has two lines at least", text)
        var balance = 0
        var isNamed = false
        for line in lines {
            var fields: [String: String] = [:]
            for field in Self.children(line) { fields[Self.name(field)] = Self.content(field) }
            let value = fields["value"] ?? ""
            guard let cents = Int(value.filter { $0 != "." }), cents > 0 else {
                throw FuzzFinding("every line has an amount above zero", value)
            }
            balance += fields["debitcredit"] == "debit" ? cents : -cents
            try promise(fields["dim1"]?.isEmpty == false, "every line has an account", text)
            for name in ["invoicenumber", "description"] {
                let units = fields[name]?.utf16.count ?? 0
                try promise(units <= 40, "texts keep to Twinfield's limit", fields[name] ?? "")
            }
            isNamed = isNamed || fields.values.contains { $0.contains(reference) }
        }
        try promise(balance == 0, "every entry balances", text)
        try promise(isNamed, "every entry names its transaction id whole", "\(reference): \(text)")
    }

    private static func children(_ node: xmlNodePtr?) -> [xmlNodePtr] {
        var found: [xmlNodePtr] = []
        var next = node?.pointee.children
        while let child = next {
            if child.pointee.type == XML_ELEMENT_NODE { found.append(child) }
            next = child.pointee.next
        }
        return found
    }

    private static func name(_ node: xmlNodePtr) -> String {
        node.pointee.name.map { String(cString: $0) } ?? ""
    }

    private static func content(_ node: xmlNodePtr) -> String {
        guard let content = xmlNodeGetContent(node) else { return "" }
        defer { ccvmap_xml_free(content) }
        return String(cString: content)
    }
}
