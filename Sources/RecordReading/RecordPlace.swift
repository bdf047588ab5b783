import DomainModel

/// Where an object stands in the input, for reading its values and for stating faults.
struct RecordPlace {
    /// The bytes that are in memory; the positions of values count from here.
    let base: UnsafePointer<UInt8>
    /// The byte of the input at `base`.
    let offset: Int
    /// The `{` of the object, counted from `base`.
    let start: Int
    /// The line of the `{`, from 1.
    let line: Int

    /// States a fault at the start of the object, or at a position inside it.
    func fault(_ message: String, at position: Int? = nil, help: String = "") -> RecordFault {
        let position = position ?? start
        var faultLine = line
        for index in start..<max(start, position) where base[index] == 0x0A { faultLine += 1 }
        return RecordFault(
            message, line: faultLine, byteOffset: offset + position, help: help)
    }
}
