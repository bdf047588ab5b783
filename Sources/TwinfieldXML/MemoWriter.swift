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

    private var output = XMLOutput()
    private var isOpen = false

    /// Makes a writer that has written nothing.
    public init() {}

    /// The number of bytes that `drain` would hand out.
    public var pendingByteCount: Int { output.byteCount }

    /// Begins the document; nothing happens when it has begun.
    public mutating func begin() {
        guard !isOpen else { return }
        isOpen = true
        output.declaration()
        output.start("transactions")
        output.flush()
    }

    /// Ends the document; one of no entries when none were written.
    public mutating func end() {
        begin()
        output.end()
        output.flush()
        isOpen = false
    }

    /// Hands the bytes that are ready to `body` and forgets them, unless `body` throws.
    public mutating func drain(_ body: (UnsafeRawBufferPointer) throws -> Void) rethrows {
        try output.drain(body)
    }

    /// Writes an entry, or refuses it and writes nothing.
    public mutating func write(_ memo: borrowing Memo) throws(MemoWriterFault) {
        let outOfMemory = MemoWriterFault(field: .document, problem: .outOfMemory)
        guard !output.isFailed else { throw outOfMemory }
        let entry = memo.content
        try Self.check(entry)
        begin()
        output.start("transaction")
        output.attribute("destiny", entry.destiny == .final ? "final" : "temporary")
        writeHeader(entry)
        entry.texts.bytes.withUnsafeBufferPointer { texts in
            output.start("lines")
            for index in 0..<entry.lines.count {
                write(
                    entry.lines[index], number: UInt(index + 1),
                    decimals: entry.currency.minorDigits, texts: texts)
            }
            output.end()
        }
        output.end()
        output.flush()
        guard !output.isFailed else { throw outOfMemory }
    }

    private mutating func writeHeader(_ entry: borrowing MemoDraft) {
        output.start("header")
        write("office", entry.office)
        write("code", entry.journal)
        let packed = entry.currency.packed
        withUnsafeBytes(of: packed.bigEndian) { bytes in
            let letters = bytes.bindMemory(to: UInt8.self)
            output.element("currency", UnsafeBufferPointer(rebasing: letters.dropFirst()))
        }
        let (year, month, day) = entry.date.parts
        let date = UInt(year * 10_000 + month * 100 + day)
        output.element("date", digits: date, decimals: 0, width: 8)
        output.end()
    }

    private mutating func write(
        _ line: MemoLine, number: UInt, decimals: Int, texts: UnsafeBufferPointer<UInt8>
    ) {
        output.start("line")
        output.attribute("type", "detail")
        output.attribute("id", number)
        write("dim1", line.account, texts)
        write("dim2", line.customer, texts)
        output.element("debitcredit", line.side == .debit ? "debit" : "credit")
        output.element("value", digits: UInt(line.amount.magnitude), decimals: decimals, width: 1)
        write("invoicenumber", line.invoiceNumber, texts)
        write("description", line.description, texts)
        output.end()
    }

    /// Writes a text of the header.
    private mutating func write(_ name: StaticString, _ text: String) {
        var text = text
        text.withUTF8 { output.element(name, $0) }
    }

    /// Writes a text of a line; an absent one gets no element.
    private mutating func write(
        _ name: StaticString, _ slice: TextSlice, _ texts: UnsafeBufferPointer<UInt8>
    ) {
        guard slice.isPresent else { return }
        output.element(name, UnsafeBufferPointer(rebasing: texts[slice.range]))
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
