internal import DomainModel

/// Which administration a row must be of (API reference, section 10, row 18).
enum BrowseOffice {
    /// Refuses a row that is of another administration, or does not say of which it is.
    static func check(
        key: UnsafeBufferPointer<UInt8>, column: UnsafeBufferPointer<UInt8>, office: String,
        line: Int
    ) throws(RecordFault) {
        for text in [key, column] where !text.isEmpty && !text.elementsEqual(office.utf8) {
            throw RecordFault(
                "a row is of office \(TextBytes.quoted(text)); asked was for "
                    + TextBytes.quoted(Array(office.utf8)), line: line,
                help: "look which administration the connection and the rules name")
        }
        guard key.isEmpty, column.isEmpty else { return }
        throw RecordFault("a row does not say of which office it is", line: line)
    }
}
