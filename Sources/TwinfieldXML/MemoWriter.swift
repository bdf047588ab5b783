internal import ByteText
public import DomainModel

/// Writes memo entries as one `<transactions>` document for Twinfield's ProcessXml.
///
/// UTF-8, with a declaration, without white space between elements (API reference, 2.2 and 3.2).
/// A document begins with `begin()`, or by itself with the first entry, and another one may
/// follow `end()`.
public struct MemoWriter: ~Copyable {
    /// Twinfield's limit of codes: office, journal, accounts, debtors.
    private static let codeLimit = 16
    /// Twinfield's limit of descriptions and invoice numbers.
    private static let textLimit = 40

    private enum State {
        case closed
        /// The tag of the root has no `>` yet: a document without entries is an empty element.
        case begun
        case hasEntries
        /// Entries only; others put the document around them.
        case inside
    }

    private var output = XMLOutput()
    private var state: State

    /// Makes a writer that has written nothing.
    ///
    /// With `entriesOnly` it writes entries that stand inside the document of another writer.
    public init(entriesOnly: Bool = false) { state = entriesOnly ? .inside : .closed }

    /// The number of bytes that `drain` would hand out.
    public var pendingByteCount: Int { output.byteCount }

    /// Begins the document; nothing happens when it has begun.
    public mutating func begin() {
        guard state == .closed else { return }
        state = .begun
        output.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?><transactions")
    }

    /// Makes ready for entries, which may come from a writer of entries only.
    public mutating func beginEntries() {
        begin()
        guard state == .begun else { return }
        state = .hasEntries
        output.markup(">")
    }

    /// Ends the document; one of no entries when none were written.
    public mutating func end() {
        begin()
        switch state {
        case .closed, .inside: return
        case .begun: output.markup("/>")
        case .hasEntries: output.markup("</transactions>")
        }
        state = .closed
    }

    /// Hands the bytes that are ready to `body` and forgets them, unless `body` throws.
    public mutating func drain(_ body: (UnsafeRawBufferPointer) throws -> Void) rethrows {
        try output.drain(body)
    }

    /// Writes an entry, or refuses it and writes nothing.
    public mutating func write(_ memo: borrowing Memo) throws(MemoWriterFault) {
        let entry = memo.content
        try Self.check(entry)
        beginEntries()
        writeHeader(entry)
        entry.texts.bytes.withUnsafeBufferPointer { texts in
            for index in 0..<entry.lines.count {
                write(
                    entry.lines[index], number: UInt(index + 1),
                    decimals: entry.currency.minorDigits, texts: texts)
            }
        }
        output.markup("</lines></transaction>")
    }

    private mutating func writeHeader(_ entry: borrowing MemoDraft) {
        output.markup("<transaction destiny=\"")
        output.markup(entry.destiny == .final ? "final" : "temporary")
        output.markup("\"><header><office>")
        write(entry.office)
        output.markup("</office><code>")
        write(entry.journal)
        output.markup("</code><currency>")
        withUnsafeBytes(of: entry.currency.packed.bigEndian) { bytes in
            output.text(UnsafeBufferPointer(rebasing: bytes.bindMemory(to: UInt8.self)[1...]))
        }
        output.markup("</currency><date>")
        let (year, month, day) = entry.date.parts
        output.digits(UInt(year * 10_000 + month * 100 + day), decimals: 0, width: 8)
        output.markup("</date></header><lines>")
    }

    private mutating func write(
        _ line: MemoLine, number: UInt, decimals: Int, texts: UnsafeBufferPointer<UInt8>
    ) {
        output.markup("<line type=\"detail\" id=\"")
        output.digits(number, decimals: 0, width: 1)
        output.markup("\">")
        write("<dim1>", line.account, "</dim1>", texts)
        write("<dim2>", line.customer, "</dim2>", texts)
        output.markup("<debitcredit>")
        output.markup(line.side == .debit ? "debit" : "credit")
        output.markup("</debitcredit><value>")
        output.digits(UInt(line.amount.magnitude), decimals: decimals, width: 1)
        output.markup("</value>")
        write("<invoicenumber>", line.invoiceNumber, "</invoicenumber>", texts)
        write("<description>", line.description, "</description>", texts)
        output.markup("</line>")
    }

    /// Writes a text of the header.
    private mutating func write(_ text: String) {
        var text = text
        text.withUTF8 { output.text($0) }
    }

    /// Writes a text of a line; an absent one gets no element.
    private mutating func write(
        _ open: StaticString, _ slice: TextSlice, _ close: StaticString,
        _ texts: UnsafeBufferPointer<UInt8>
    ) {
        guard slice.isPresent else { return }
        output.markup(open)
        output.text(UnsafeBufferPointer(rebasing: texts[slice.range]))
        output.markup(close)
    }
}

extension MemoWriter {
    /// Proves that Twinfield can take every field.
    private static func check(_ entry: borrowing MemoDraft) throws(MemoWriterFault) {
        try check(entry.office, .office)
        try check(entry.journal, .code)
        guard entry.currency.isPresent else {
            throw MemoWriterFault(field: .currency, problem: .missing)
        }
        guard (1...9999).contains(entry.date.parts.year) else {
            throw MemoWriterFault(field: .date, problem: .outOfRange)
        }
        try entry.texts.bytes.withUnsafeBufferPointer { (texts) throws(MemoWriterFault) in
            for index in 0..<entry.lines.count {
                try check(entry.lines[index], number: index + 1, texts)
            }
        }
    }

    private static func check(
        _ line: MemoLine, number: Int, _ texts: UnsafeBufferPointer<UInt8>
    ) throws(MemoWriterFault) {
        try check(line.account, .dim1, codeLimit, number, texts)
        try check(line.customer, .dim2, codeLimit, number, texts)
        try check(line.invoiceNumber, .invoicenumber, textLimit, number, texts)
        try check(line.description, .description, textLimit, number, texts)
    }

    private static func check(
        _ text: String, _ field: MemoWriterFault.Field
    ) throws(MemoWriterFault) {
        var text = text
        let problem = text.withUTF8 { bytes in
            bytes.isEmpty ? .missing : XMLTextCheck.problem(bytes, limit: codeLimit)
        }
        if let problem { throw MemoWriterFault(field: field, problem: problem) }
    }

    private static func check(
        _ slice: TextSlice, _ field: MemoWriterFault.Field, _ limit: Int, _ line: Int,
        _ texts: UnsafeBufferPointer<UInt8>
    ) throws(MemoWriterFault) {
        let text = UnsafeBufferPointer(rebasing: texts[slice.range])
        guard let problem = XMLTextCheck.problem(text, limit: limit) else { return }
        throw MemoWriterFault(line: line, field: field, problem: problem)
    }
}
