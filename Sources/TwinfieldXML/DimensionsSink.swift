internal import DomainModel

/// Reads the elements of Twinfield's answer about customers ("debiteuren").
///
/// Shape: one `dimension`, alone or in `dimensions` or `customers`, with its e-mail addresses in
/// four places (API reference, 4.6).
final class DimensionsSink: XMLSink {
    private enum Field { case code, name, type, behaviour, email }

    private struct Dimension {
        var line: Int
        var code = ""
        var name = ""
        var type = ""
        var behaviour = ""
        var emails = EmailList()

        /// The record that new customers are copied from: code DEB, behaviour template.
        var isTemplate: Bool { behaviour == "template" || (code == "DEB" && behaviour.isEmpty) }
        var isCustomer: Bool { !isTemplate && (type.isEmpty || type == "DEB") }
    }

    /// The places of addresses, from the dimension down.
    private static let emailPlaces: [[StaticString]] = [
        ["addresses", "address", "email"],
        ["financials", "ebillmail"],
        ["creditmanagement", "reminderemail"],
        ["remittanceadvice", "sendmail"],
    ]

    private var messages = AnswerMessages()
    private var customers = CustomerTable()
    private var dimension: Dimension?
    private var dimensionDepth = 0
    /// For each place of addresses, how many of its elements are open.
    private var opened = [Int](repeating: 0, count: emailPlaces.count)
    private var wanted: Field?

    func start(_ element: XMLElement) throws(RecordFault) -> Bool {
        if element.depth == 1 {
            try messages.checkRoot(element, expected: ["dimensions", "dimension", "customers"])
        } else {
            messages.note(element)
        }
        if messages.isRefused { return false }
        if dimension == nil {
            if element.depth <= 2, element.isNamed("dimension") {
                dimension = Dimension(line: element.line)
                dimensionDepth = element.depth
            }
            return false
        }
        guard let field = field(of: element) else { return false }
        wanted = field
        return true
    }

    func end(depth: Int, line: Int, text: UnsafeBufferPointer<UInt8>?) throws(RecordFault) {
        guard dimension != nil else { return }
        if let text, let field = wanted {
            wanted = nil
            set(field, text)
        }
        let level = depth - dimensionDepth
        for index in opened.indices where opened[index] >= level {
            opened[index] = max(0, level - 1)
        }
        if level == 0 { try endDimension() }
    }

    /// The customers, once the document has been read to its end.
    func finish() throws(RecordFault) -> CustomerTable {
        if let fault = messages.fault() { throw fault }
        return customers
    }

    private func field(of element: XMLElement) -> Field? {
        let level = element.depth - dimensionDepth
        if level == 1 {
            if element.isNamed("code") { return .code }
            if element.isNamed("name") { return .name }
            if element.isNamed("type") { return .type }
            if element.isNamed("behaviour") { return .behaviour }
        }
        for (index, place) in Self.emailPlaces.enumerated()
        where opened[index] == level - 1 && level <= place.count {
            guard element.isNamed(place[level - 1]) else { continue }
            opened[index] = level
            if level == place.count { return .email }
        }
        return nil
    }

    private func set(_ field: Field, _ text: UnsafeBufferPointer<UInt8>) {
        switch field {
        case .code: dimension?.code = String(decoding: text, as: UTF8.self)
        case .name: dimension?.name = String(decoding: text, as: UTF8.self)
        case .type: dimension?.type = String(decoding: text, as: UTF8.self)
        case .behaviour: dimension?.behaviour = String(decoding: text, as: UTF8.self)
        case .email: dimension?.emails.add(text)
        }
    }

    private func endDimension() throws(RecordFault) {
        guard let ended = dimension else { return }
        dimension = nil
        guard ended.isCustomer else { return }
        guard !ended.code.isEmpty else {
            throw RecordFault("a customer (<dimension>) has no code", line: ended.line)
        }
        customers.add(
            CustomerTable.Customer(
                code: ended.code, name: ended.name, emails: ended.emails.addresses))
    }
}
