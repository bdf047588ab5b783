import DomainModel

/// Says what is wrong with an answer that is not JSON, or not the JSON that was asked for.
enum AnswerFault {
    /// Turns a stop of the cursor into a sentence with its place.
    static func located(_ stop: JSONStop, _ cursor: JSONCursor) -> RecordFault {
        let rest = UnsafeBufferPointer(
            start: cursor.base + cursor.position, count: cursor.end - cursor.position)
        guard case .malformed(let fault) = stop else {
            return RecordFault(
                "the answer ends in the middle, at byte \(cursor.end)", line: cursor.line,
                byteOffset: cursor.end)
        }
        if fault == .listOrObjectExpected, let foreign = ForeignContent.recognise(rest) {
            return RecordFault(
                "found \(foreign.found), expected JSON", line: cursor.line,
                byteOffset: cursor.position)
        }
        return RecordFault(
            fault.message(found: FoundText.describe(rest)), line: cursor.line,
            byteOffset: cursor.position)
    }

    /// Whether an object has a `reference`, so that it is no wrapper.
    static func hasReference(_ members: [JSONMember], _ base: UnsafePointer<UInt8>) -> Bool {
        var intake = TextIntake()
        return members.contains { member in
            intake.withBytes(member.name, base) { $0.elementsEqual("reference".utf8) }
        }
    }
}
