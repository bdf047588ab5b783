/// Writes a request: elements without white space between them, texts checked and escaped.
struct RequestWriter: ~Copyable {
    /// Twinfield's limit of codes, numbers and other short texts.
    static let codeLimit = 16
    /// Twinfield's limit of longer texts, and room for the words of options and fields.
    static let textLimit = 200

    private var output = XMLOutput()

    /// Appends markup as it stands.
    mutating func markup(_ text: StaticString) { output.markup(text) }

    /// Appends the start of an element with one attribute.
    mutating func begin(
        _ name: StaticString, attribute: StaticString, _ value: String
    ) throws(RequestFault) {
        try check(value, attribute, Self.codeLimit, mayBeEmpty: false)
        output.markup("<")
        output.markup(name)
        output.markup(" ")
        output.markup(attribute)
        output.markup("=\"")
        text(Array(value.utf8))
        output.markup("\">")
    }

    /// Appends an element with a text.
    ///
    /// Throws when the text is empty, though `mayBeEmpty` is false, has more UTF-16 code units than
    /// the limit, or holds a character that XML forbids.
    mutating func element(
        _ name: StaticString, _ text: String, limit: Int = codeLimit, mayBeEmpty: Bool = false
    ) throws(RequestFault) {
        try check(text, name, limit, mayBeEmpty: mayBeEmpty)
        tag(name)
        self.text(Array(text.utf8))
        endTag(name)
    }

    /// Appends an element with a whole number of at least `width` digits.
    mutating func element(_ name: StaticString, _ number: Int, width: Int = 1) {
        tag(name)
        if number < 0 { output.markup("-") }
        output.digits(number.magnitude, decimals: 0, width: width)
        endTag(name)
    }

    /// Appends an element with an amount in minor units: a sign when it is negative, a point, and
    /// all decimals of its currency.
    mutating func element(_ name: StaticString, amount: Int64, decimals: Int) {
        tag(name)
        if amount < 0 { output.markup("-") }
        output.digits(UInt(amount.magnitude), decimals: decimals, width: 1)
        endTag(name)
    }

    /// Appends a text that was checked before, escaped.
    mutating func text(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { output.text($0) }
    }

    /// Gives what was written.
    consuming func finish() -> [UInt8] {
        var bytes: [UInt8] = []
        output.drain { bytes = Array($0) }
        return bytes
    }

    private func check(
        _ text: String, _ name: StaticString, _ limit: Int, mayBeEmpty: Bool
    ) throws(RequestFault) {
        var text = text
        let problem = text.withUTF8 { bytes in
            bytes.isEmpty && !mayBeEmpty ? .missing : XMLTextCheck.problem(bytes, limit: limit)
        }
        if let problem { throw RequestFault(field: "\(name)", problem: problem) }
    }

    private mutating func tag(_ name: StaticString) {
        output.markup("<")
        output.markup(name)
        output.markup(">")
    }

    private mutating func endTag(_ name: StaticString) {
        output.markup("</")
        output.markup(name)
        output.markup(">")
    }
}
