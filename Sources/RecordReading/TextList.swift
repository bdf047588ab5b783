/// The texts of a value that is one text or a list of texts, one after the other.
struct TextList {
    private var single: JSONValue?
    private var cursor: JSONCursor

    /// A list without texts.
    init(none base: UnsafePointer<UInt8>) {
        cursor = JSONCursor(base: base, end: 0, isFinal: true, line: 0)
    }

    /// Nil unless the value is a text or a list with nothing but texts (and `null`) in it.
    init?(_ value: JSONValue, _ base: UnsafePointer<UInt8>) {
        self.init(none: base)
        if value.isText {
            single = value
            return
        }
        guard value.kind == .list else { return nil }
        cursor.position = value.start + 1
        cursor.end = value.start + value.count
        var check = self
        while let element = check.nextValue() {
            guard element.isText || element.kind == .null else { return nil }
        }
    }

    /// The next text, or nil behind the last one.
    mutating func next() -> JSONValue? {
        if let text = single {
            single = nil
            return text
        }
        while let element = nextValue() {
            if element.isText { return element }
        }
        return nil
    }

    /// The next value of a list that was checked when its object was read.
    private mutating func nextValue() -> JSONValue? {
        guard cursor.position < cursor.end else { return nil }
        do throws(JSONStop) {
            var byte = try cursor.nextByte()
            if byte == UInt8(ascii: ",") {
                cursor.position += 1
                byte = try cursor.nextByte()
            }
            return byte == UInt8(ascii: "]") ? nil : try cursor.value(depth: 0)
        } catch {
            return nil
        }
    }
}
