internal import ByteText

/// The start of an element as the parser tells it; valid only during the call that gets it.
struct XMLElement {
    /// The name without its prefix, ended by a zero byte.
    let name: UnsafePointer<UInt8>
    /// Five pointers an attribute: name, prefix, namespace, first byte and end of the value.
    let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    /// The number of attributes.
    let attributeCount: Int
    /// How deep it stands; the root is 1.
    let depth: Int
    /// The line on which its start tag ends, from 1.
    let line: Int

    /// The name for messages; a very long one is cut.
    var nameText: String { ShownText.oneLine(String(cString: name).prefix(60)) }

    /// Whether it has this name.
    func isNamed(_ expected: StaticString) -> Bool { Self.equal(name, expected) }

    /// The value of an attribute; nil when it is not there.
    func attribute(_ expected: StaticString) -> UnsafeBufferPointer<UInt8>? {
        for index in 0..<attributeCount where isAttribute(index, named: expected) {
            return attributeValue(index)
        }
        return nil
    }

    /// The first byte of the name of an attribute, by position; 0 when there is none.
    func attributeInitial(_ index: Int) -> UInt8 {
        attributes?[5 * index]?.pointee ?? 0
    }

    /// The name of the attribute at a position, without its prefix.
    func attributeName(_ index: Int) -> String {
        attributes?[5 * index].map { String(cString: $0) } ?? ""
    }

    /// Whether the attribute at a position has this name.
    func isAttribute(_ index: Int, named expected: StaticString) -> Bool {
        guard let name = attributes?[5 * index] else { return false }
        return Self.equal(name, expected)
    }

    /// The value of the attribute at a position.
    func attributeValue(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        guard let attributes, let start = attributes[5 * index + 3],
            let end = attributes[5 * index + 4]
        else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(start: start, count: end - start)
    }

    private static func equal(_ name: UnsafePointer<UInt8>, _ expected: StaticString) -> Bool {
        let count = expected.utf8CodeUnitCount
        for index in 0..<count where name[index] != expected.utf8Start[index] { return false }
        return name[count] == 0
    }
}
