/// A strict reader of JSON (RFC 8259) over bytes in memory: one pass, no copies, no recursion.
///
/// Every read either ends behind what it read, or throws with the position at the place of the
/// fault. When the bytes end too early it throws `JSONStop.incomplete`, and the caller starts the
/// object again with more bytes.
struct JSONCursor {
    /// The most lists and objects that may stand inside each other.
    static let maximumDepth = 64
    /// A fault is stated only with this many bytes in sight, or all that there are, so that its
    /// wording does not depend on where the input was cut.
    static let lookAhead = 16

    let base: UnsafePointer<UInt8>
    /// Where the bytes end.
    var end: Int
    /// Whether no more bytes come.
    let isFinal: Bool
    /// The next byte.
    var position = 0
    /// The line of `position`, from 1; only white space can hold a line end.
    var line: Int

    init(base: UnsafePointer<UInt8>, end: Int, isFinal: Bool, line: Int) {
        self.base = base
        self.end = end
        self.isFinal = isFinal
        self.line = line
    }

    /// States a fault at the position, or asks for more bytes when too few are in sight.
    func stop(_ fault: JSONFault) -> JSONStop {
        if position >= end || (!isFinal && end - position < Self.lookAhead) { return .incomplete }
        return .malformed(fault)
    }

    /// Goes to the next byte that is not white space and gives it.
    @inline(__always)
    mutating func nextByte() throws(JSONStop) -> UInt8 {
        while position < end {
            let byte = base[position]
            if byte > 0x20 { return byte }
            switch byte {
            case 0x20, 0x09, 0x0D: break
            case 0x0A: line += 1
            default: return byte
            }
            position += 1
        }
        throw .incomplete
    }

    /// Reads a key and the colon behind it; `byte` stands at the position.
    @inline(__always)
    mutating func key(_ byte: UInt8) throws(JSONStop) -> JSONValue {
        guard byte == UInt8(ascii: "\"") else { throw stop(.keyExpected) }
        let key = try text()
        guard try nextByte() == UInt8(ascii: ":") else { throw stop(.colonExpected) }
        position += 1
        return key
    }

    /// Reads any value; `depth` lists and objects stand open around it.
    @inline(__always)
    mutating func value(depth: Int) throws(JSONStop) -> JSONValue {
        let byte = try nextByte()
        switch byte {
        case UInt8(ascii: "\""): return try text()
        case UInt8(ascii: "{"), UInt8(ascii: "["): return try container(depth: depth)
        default: return try scalar(byte)
        }
    }

    /// Reads a number or a literal; `byte` stands at the position.
    private mutating func scalar(_ byte: UInt8) throws(JSONStop) -> JSONValue {
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        case UInt8(ascii: "t"): return try literal("true", .true)
        case UInt8(ascii: "f"): return try literal("false", .false)
        case UInt8(ascii: "n"): return try literal("null", .null)
        default: throw stop(.valueExpected)
        }
    }

    /// Passes over a list or an object, checking all of it.
    private mutating func container(depth: Int) throws(JSONStop) -> JSONValue {
        let start = position
        let isList = base[start] == UInt8(ascii: "[")
        var level = 0
        var lists: UInt64 = 0  // one bit for each level, the innermost lowest: is it a list?
        repeat {
            let byte = try nextByte()
            switch byte {
            case UInt8(ascii: "\""): _ = try text()
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                guard depth + level < Self.maximumDepth else { throw stop(.tooDeep) }
                lists = lists << 1 | (byte == UInt8(ascii: "[") ? 1 : 0)
                level += 1
                position += 1
                let first = try nextByte()
                if first != Self.closer(lists) {
                    if lists & 1 == 0 { _ = try key(first) }
                    continue
                }
            default: _ = try scalar(byte)
            }
            try closeAfterValue(level: &level, lists: &lists)
        } while level > 0
        return JSONValue(
            kind: isList ? .list : .object, start: start, count: position - start)
    }

    /// Goes from the end of a value to the next one, closing what closes there.
    private mutating func closeAfterValue(
        level: inout Int, lists: inout UInt64
    ) throws(JSONStop) {
        while level > 0 {
            let byte = try nextByte()
            if byte == Self.closer(lists) {
                position += 1
                level -= 1
                lists >>= 1
            } else if byte == UInt8(ascii: ",") {
                position += 1
                let next = try nextByte()
                if next == Self.closer(lists) { throw stop(.trailingComma) }
                if lists & 1 == 0 { _ = try key(next) }
                return
            } else {
                throw stop(lists & 1 == 0 ? .commaOrBraceExpected : .commaOrBracketExpected)
            }
        }
    }

    private static func closer(_ lists: UInt64) -> UInt8 {
        lists & 1 == 0 ? UInt8(ascii: "}") : UInt8(ascii: "]")
    }

    private mutating func literal(
        _ word: StaticString, _ kind: JSONValue.Kind
    ) throws(JSONStop) -> JSONValue {
        let start = position
        for index in 0..<word.utf8CodeUnitCount {
            guard start + index < end else { throw .incomplete }
            guard base[start + index] == word.utf8Start[index] else { throw stop(.valueExpected) }
        }
        let after = start + word.utf8CodeUnitCount
        guard after < end else { throw .incomplete }
        guard !Self.continuesWord(base[after]) else { throw stop(.valueExpected) }
        position = after
        return JSONValue(kind: kind, start: start, count: word.utf8CodeUnitCount)
    }

    /// Reads `-12.50e+3`: no plus in front, no leading zeros, digits on both sides of the point.
    private mutating func number() throws(JSONStop) -> JSONValue {
        let start = position
        var at = start
        if base[at] == UInt8(ascii: "-") { at += 1 }
        let integer = at
        at = digitsEnd(at)
        var isValid = at > integer && (base[integer] != UInt8(ascii: "0") || at == integer + 1)
        if isValid, at < end, base[at] == UInt8(ascii: ".") {
            let fraction = at + 1
            at = digitsEnd(fraction)
            isValid = at > fraction
        }
        if isValid, at < end, base[at] | 0x20 == UInt8(ascii: "e") {
            var exponent = at + 1
            if exponent < end, base[exponent] == 0x2B || base[exponent] == 0x2D { exponent += 1 }
            at = digitsEnd(exponent)
            isValid = at > exponent
        }
        guard at < end else { throw .incomplete }
        guard isValid, !Self.continuesWord(base[at]) else { throw stop(.number) }
        position = at
        return JSONValue(kind: .number, start: start, count: at - start)
    }

    /// The position behind the digits that begin here, if any.
    private func digitsEnd(_ start: Int) -> Int {
        var at = start
        while at < end, base[at] &- UInt8(ascii: "0") < 10 { at += 1 }
        return at
    }

    /// Whether a byte cannot follow a number or a literal: it would be part of the same word.
    private static func continuesWord(_ byte: UInt8) -> Bool {
        FoundText.isWordByte(byte)
    }
}
