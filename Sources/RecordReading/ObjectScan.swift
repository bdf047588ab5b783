/// The values of the keys that count in one object: where they stand, not what they mean.
///
/// Nothing is kept of an object that turns out to be cut off, so that it can be read again when
/// its other half has come.
struct ObjectScan<Key: RecordKey> {
    private let keys = KeyTable<Key>()
    private var values: [JSONValue]
    private var seen: UInt64 = 0
    private var unescaped: [UInt8] = []
    /// The first key that stands twice, and where it does so; strangers may.
    private(set) var twice: (key: Key, position: Int)?

    init() { values = Array(repeating: .absent, count: Key.allCases.count) }

    /// The value of a key; the first one if the key stands twice.
    @inline(__always)
    subscript(key: Key) -> JSONValue {
        seen & (1 << UInt64(key.rawValue)) == 0 ? .absent : values[key.rawValue]
    }

    /// Whether the object has the key, whatever its value.
    @inline(__always)
    func has(_ key: Key) -> Bool { seen & (1 << UInt64(key.rawValue)) != 0 }

    /// Reads one object, from `{` to behind `}`; `depth` lists stand open around it.
    mutating func read(_ cursor: inout JSONCursor, depth: Int) throws(JSONStop) {
        seen = 0
        twice = nil
        cursor.position += 1
        var byte = try cursor.nextByte()
        if byte == UInt8(ascii: "}") {
            cursor.position += 1
            return
        }
        while true {
            let start = cursor.position
            let key = find(try cursor.key(byte), cursor.base)
            let value = try cursor.value(depth: depth + 1)
            if let key { keep(value, of: key, at: start) }
            byte = try cursor.nextByte()
            if byte == UInt8(ascii: "}") {
                cursor.position += 1
                return
            }
            guard byte == UInt8(ascii: ",") else { throw cursor.stop(.commaOrBraceExpected) }
            cursor.position += 1
            byte = try cursor.nextByte()
            if byte == UInt8(ascii: "}") { throw cursor.stop(.trailingComma) }
        }
    }

    @inline(__always)
    private mutating func find(_ name: JSONValue, _ base: UnsafePointer<UInt8>) -> Key? {
        if name.kind == .text { return keys.find(name.written(in: base)) }
        JSONEscapes.decode(name.written(in: base), into: &unescaped)
        return unescaped.withUnsafeBufferPointer { keys.find($0) }
    }

    @inline(__always)
    private mutating func keep(_ value: JSONValue, of key: Key, at position: Int) {
        let bit: UInt64 = 1 << UInt64(key.rawValue)
        guard seen & bit == 0 else {
            if twice == nil, !key.isStranger { twice = (key, position) }
            return
        }
        seen |= bit
        values[key.rawValue] = value
    }
}
