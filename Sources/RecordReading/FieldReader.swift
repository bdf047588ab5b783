import ByteText
import DomainModel

/// Reads the fields of a record of which none may be ill-formed; a fault names line and key.
struct FieldReader<Key: RecordKey> {
    var intake = TextIntake()

    /// Refuses an object in which a key that counts stands twice.
    func refuseTwice(
        _ object: borrowing ObjectScan<Key>, _ place: RecordPlace
    ) throws(RecordFault) {
        guard let (key, position) = object.twice else { return }
        throw place.fault(
            "found `\(key.spelling)` twice in one object, expected it once", at: position,
            help: "Programs disagree on which of the two counts; remove one.")
    }

    /// A text; nothing when it is missing, `null` or empty.
    @inline(__always)
    mutating func text(
        _ key: Key, _ object: borrowing ObjectScan<Key>, _ place: RecordPlace,
        into texts: inout TextArena
    ) throws(RecordFault) -> TextSlice {
        let value = object[key]
        if value.isText { return intake.append(value, place.base, to: &texts) }
        if value.isNothing { return .absent }
        throw illFormed(key, object, place, expected: "a text in double quotes")
    }

    /// A text that most records repeat; nothing when it is missing, `null` or empty.
    mutating func repeatedText(
        _ key: Key, _ object: borrowing ObjectScan<Key>, _ place: RecordPlace,
        among known: inout RepeatedText, into texts: inout TextArena
    ) throws(RecordFault) -> TextSlice {
        let value = object[key]
        if value.isText {
            return intake.withBytes(value, place.base) { known.slice($0, in: &texts) }
        }
        if value.isNothing { return .absent }
        throw illFormed(key, object, place, expected: "a text in double quotes")
    }

    /// A text that must be there and that most records repeat.
    mutating func requiredRepeatedText(
        _ key: Key, _ object: borrowing ObjectScan<Key>, _ place: RecordPlace,
        among known: inout RepeatedText, into texts: inout TextArena
    ) throws(RecordFault) -> TextSlice {
        let slice = try repeatedText(key, object, place, among: &known, into: &texts)
        guard slice.isPresent else { throw missing(key, object, place) }
        return slice
    }

    /// A text that must be there.
    @inline(__always)
    mutating func requiredText(
        _ key: Key, _ object: borrowing ObjectScan<Key>, _ place: RecordPlace,
        into texts: inout TextArena
    ) throws(RecordFault) -> TextSlice {
        let slice = try text(key, object, place, into: &texts)
        guard slice.isPresent else { throw missing(key, object, place) }
        return slice
    }

    /// A text, or a JSON number of digits only, that must be there.
    @inline(__always)
    mutating func requiredNumber(
        _ key: Key, _ object: borrowing ObjectScan<Key>, _ place: RecordPlace,
        into texts: inout TextArena
    ) throws(RecordFault) -> TextSlice {
        let value = object[key]
        guard value.kind == .number else {
            return try requiredText(key, object, place, into: &texts)
        }
        for byte in value.written(in: place.base) where byte &- UInt8(ascii: "0") > 9 {
            throw illFormed(key, object, place, expected: "digits only")
        }
        return intake.append(value, place.base, to: &texts)
    }

    /// An amount with its sign, as text or number, in minor units; nil when it is missing.
    @inline(__always)
    mutating func amount(
        _ key: Key, _ object: borrowing ObjectScan<Key>, _ place: RecordPlace, digits: Int
    ) throws(RecordFault) -> Int64? {
        let value = object[key]
        if value.isNothing { return nil }
        if value.isText || value.kind == .number {
            let amount: Int64? = intake.withBytes(value, place.base) { bytes in
                do throws(MinorUnits.Fault) {
                    return try MinorUnits.parse(bytes, digits: digits)
                } catch {
                    return nil
                }
            }
            if let amount { return amount }
        }
        throw illFormed(
            key, object, place,
            expected: "an amount such as 119.00, with at most \(digits) decimals")
    }

    /// A day; nil when it is missing.
    @inline(__always)
    mutating func date(
        _ key: Key, _ object: borrowing ObjectScan<Key>, _ place: RecordPlace
    ) throws(RecordFault) -> CalendarDate? {
        let value = object[key]
        if value.isNothing { return nil }
        if value.isText, let date = intake.withBytes(value, place.base, DateDigits.read) {
            return date
        }
        throw illFormed(key, object, place, expected: "a day as yyyymmdd or yyyy-mm-dd")
    }

    /// One of some words; `absent` when it is missing.
    @inline(__always)
    mutating func word<Word>(
        _ key: Key, _ object: borrowing ObjectScan<Key>, _ place: RecordPlace, absent: Word,
        _ meaning: (UnsafeBufferPointer<UInt8>) -> Word
    ) throws(RecordFault) -> Word {
        let value = object[key]
        if value.isText, value.count > 0 { return intake.withBytes(value, place.base, meaning) }
        if value.isNothing { return absent }
        throw illFormed(key, object, place, expected: "a word in double quotes")
    }

    /// One text or a list of texts; no texts when it is missing or `null`.
    func texts(
        _ key: Key, _ object: borrowing ObjectScan<Key>, _ place: RecordPlace
    ) throws(RecordFault) -> TextList {
        let value = object[key]
        if value.isNothing { return TextList(none: place.base) }
        if let list = TextList(value, place.base) { return list }
        throw illFormed(key, object, place, expected: "a text or a list of texts")
    }

    /// States that a required key is missing, `null` or empty.
    func missing(
        _ key: Key, _ object: borrowing ObjectScan<Key>, _ place: RecordPlace
    ) -> RecordFault {
        let value = object[key]
        let found =
            object.has(key)
            ? "`\(key.spelling)` is \(value.described(in: place.base))"
            : "`\(key.spelling)` is missing"
        return place.fault(
            found + ", but every object must have it", at: object.has(key) ? value.start : nil,
            help: "Nothing of the file is used: an object left out could change what fits.")
    }

    /// States that a value is not what its key needs.
    func illFormed(
        _ key: Key, _ object: borrowing ObjectScan<Key>, _ place: RecordPlace, expected: String
    ) -> RecordFault {
        let value = object[key]
        return place.fault(
            "`\(key.spelling)` is \(value.described(in: place.base)), expected \(expected)",
            at: value.start,
            help: "Nothing of the file is used: an object left out could change what fits.")
    }
}
