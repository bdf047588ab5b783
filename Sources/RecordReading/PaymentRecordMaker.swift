import DomainModel

/// Makes a record of the members of one transaction object.
struct PaymentRecordMaker {
    private let keys = KeyTable<PaymentRecordKey>()
    private var intake = TextIntake()
    private var values: [PaymentRecordKey: JSONValue] = [:]
    /// Whether `created` must be there.
    let needsCreated: Bool

    init(needsCreated: Bool) { self.needsCreated = needsCreated }

    /// Takes an object; `number` counts the objects of the answer from 1.
    mutating func record(
        _ members: [JSONMember], at place: RecordPlace, number: Int
    ) throws(RecordFault) -> PaymentRecord {
        values.removeAll(keepingCapacity: true)
        let json = try keep(members, place)
        let what = "payment \(number) of the answer"
        if let fault = errorAnswer(place) { throw fault }
        guard let reference = try text(.reference, place, what), !reference.isEmpty else {
            throw place.fault(
                "`reference` of \(what) is \(described(.reference, place)), expected a text",
                help: "A payment without its id can be neither fetched again nor booked.")
        }
        let created = try moment(.created, place, "payment `\(shown(reference))`")
        if !created.isPresent, needsCreated {
            throw place.fault(
                "`created` of payment `\(shown(reference))` is missing, expected milliseconds",
                help: "Without it nobody can tell whether the answer is what was asked for.")
        }
        return PaymentRecord(
            json: json, reference: reference, created: created,
            lastUpdate: lenientMoment(.lastUpdate, place),
            status: lenientText(.status, place), type: lenientText(.type, place),
            originalReference: nonEmpty(lenientText(.originalReference, place)),
            childReference: nonEmpty(lenientText(.childReferenceId, place)))
    }

    /// Copies what may be kept, and notes where the values that count stand.
    private mutating func keep(
        _ members: [JSONMember], _ place: RecordPlace
    ) throws(RecordFault) -> [UInt8] {
        var json = [UInt8(ascii: "{")]
        let keys = keys
        for member in members {
            let (key, isLink) = intake.withBytes(member.name, place.base) { name in
                (keys.find(name), Self.endsInURL(name))
            }
            if let key, !key.isStranger {
                if values[key] != nil, key == .reference || key == .created {
                    throw place.fault(
                        "found `\(key.spelling)` twice in one payment, expected it once",
                        at: member.name.start)
                }
                if values[key] == nil { values[key] = member.value }
            } else if let key {
                values[key] = member.value
            }
            if isLink || key?.isPrivate == true { continue }
            if json.count > 1 { json.append(UInt8(ascii: ",")) }
            let start = place.base + member.range.lowerBound
            for byte in UnsafeBufferPointer(start: start, count: member.range.count) {
                // A line end can only be white space here, and a record is one line of NDJSON.
                json.append(byte == 0x0A || byte == 0x0D ? 0x20 : byte)
            }
        }
        json.append(UInt8(ascii: "}"))
        return json
    }

    private static func endsInURL(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        name.count >= 3 && name.suffix(3).map { $0 | 0x20 } == Array("url".utf8)
    }

    /// An error body of CCV where a payment should stand.
    private mutating func errorAnswer(_ place: RecordPlace) -> RecordFault? {
        guard values[.status] == nil, values[.amount] == nil, values[.created] == nil else {
            return nil
        }
        let message = lenientText(.message, place)
        let isError = lenientText(.type, place).utf8.suffix(5).elementsEqual("error".utf8)
        guard !message.isEmpty || isError else { return nil }
        return place.fault("found an error answer of CCV (\(shown(message))), expected payments")
    }
}

extension PaymentRecordMaker {
    private func shown(_ text: String) -> String {
        var text = text
        return text.withUTF8 { FoundText.excerpt($0, limit: 255) }
    }

    private func described(_ key: PaymentRecordKey, _ place: RecordPlace) -> String {
        guard let value = values[key] else { return "missing" }
        return value.described(in: place.base)
    }

    private mutating func text(
        _ key: PaymentRecordKey, _ place: RecordPlace, _ what: String
    ) throws(RecordFault) -> String? {
        guard let value = values[key], !value.isNothing else { return nil }
        guard value.isText else {
            throw place.fault(
                "`\(key.spelling)` of \(what) is \(described(key, place)), expected a text",
                at: value.start)
        }
        return intake.string(value, place.base)
    }

    private mutating func lenientText(_ key: PaymentRecordKey, _ place: RecordPlace) -> String {
        guard let value = values[key], value.isText else { return "" }
        return intake.string(value, place.base)
    }

    private func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }

    private mutating func moment(
        _ key: PaymentRecordKey, _ place: RecordPlace, _ what: String
    ) throws(RecordFault) -> Instant {
        guard let value = values[key], !value.isNothing else { return .absent }
        if value.isText || value.kind == .number,
            let moment = intake.withBytes(value, place.base, EpochMilliseconds.read)
        {
            return moment
        }
        throw place.fault(
            "`\(key.spelling)` of \(what) is \(described(key, place)), expected milliseconds "
                + "since 1970", at: value.start)
    }

    private mutating func lenientMoment(_ key: PaymentRecordKey, _ place: RecordPlace) -> Instant {
        guard let value = values[key], value.isText || value.kind == .number else { return .absent }
        return intake.withBytes(value, place.base, EpochMilliseconds.read) ?? .absent
    }
}
