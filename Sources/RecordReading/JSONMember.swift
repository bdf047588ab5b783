/// One name and value of an object: where they stand in the bytes.
struct JSONMember {
    /// The name, without its quotes.
    var name: JSONValue
    /// The value.
    var value: JSONValue

    /// From the opening quote of the name to behind the value.
    var range: Range<Int> {
        let end = value.start + value.count + (value.isText ? 1 : 0)
        return name.start - 1..<end
    }
}

extension JSONCursor {
    /// Reads one object, from `{` to behind `}`, and gives where each of its members stands.
    ///
    /// `depth` lists and objects stand open around it.
    mutating func members(depth: Int, into members: inout [JSONMember]) throws(JSONStop) {
        members.removeAll(keepingCapacity: true)
        position += 1
        var byte = try nextByte()
        if byte == UInt8(ascii: "}") {
            position += 1
            return
        }
        while true {
            let name = try key(byte)
            members.append(JSONMember(name: name, value: try value(depth: depth + 1)))
            byte = try nextByte()
            if byte == UInt8(ascii: "}") {
                position += 1
                return
            }
            guard byte == UInt8(ascii: ",") else { throw stop(.commaOrBraceExpected) }
            position += 1
            byte = try nextByte()
            if byte == UInt8(ascii: "}") { throw stop(.trailingComma) }
        }
    }

    /// Goes into a list, from `[` to its first element; false when there is none.
    mutating func enterList() throws(JSONStop) -> Bool {
        position += 1
        guard try nextByte() == UInt8(ascii: "]") else { return true }
        position += 1
        return false
    }

    /// Goes from the end of an element to the next one; false behind the end of the list.
    mutating func nextElement() throws(JSONStop) -> Bool {
        let byte = try nextByte()
        position += 1
        if byte == UInt8(ascii: "]") { return false }
        guard byte == UInt8(ascii: ",") else {
            position -= 1
            throw stop(.commaOrBracketExpected)
        }
        guard try nextByte() == UInt8(ascii: "]") else { return true }
        throw stop(.trailingComma)
    }
}
