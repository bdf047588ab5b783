public import DomainModel

/// Reads the list of administrations (`<offices>`), or the read of one (`<office>`).
///
/// In the list the text of each element is the code; the shape of the read of one, with elements
/// `code`, `name` and `basecurrency`, is known from clients only.
public struct OfficesReader: AnswerReader, ~Copyable {
    private let document = AnswerDocument()

    /// Begins to read an answer.
    public init() {}

    /// Reads the next bytes, cut anywhere.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(RecordFault) {
        try document.feed(bytes)
    }

    /// Says that there is no more, and gives the administrations.
    ///
    /// Throws when the document cannot be read whole.
    public consuming func finish() throws(RecordFault) -> ReadAnswer<[Office]> {
        let root = try document.finish()
        if let refusal = try root.refusal(orRoot: ["offices", "office"]) {
            return .refused(refusal)
        }
        let elements = root.name == "office" ? [root] : root.children("office")
        var offices: [Office] = []
        for element in elements {
            let office = Self.office(element)
            guard !office.code.isEmpty else {
                throw RecordFault("an office has no code", line: element.line)
            }
            offices.append(office)
        }
        return .found(offices)
    }

    private static func office(_ element: AnswerElement) -> Office {
        guard !element.children.isEmpty else {
            return Office(
                code: element.text, name: element.attribute("name") ?? "",
                shortName: element.attribute("shortname") ?? "", baseCurrency: nil)
        }
        return Office(
            code: element.text("code"), name: element.text("name"),
            shortName: element.text("shortname"),
            baseCurrency: CurrencyCode(element.text("basecurrency").utf8))
    }
}
