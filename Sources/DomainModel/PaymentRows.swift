import ByteText

/// The rows of a batch of payments, kept in less than half the room that a `PaymentRow` takes.
///
/// The texts of a row nearly always stand one behind the other, and its words are those of another
/// row: one place, nine lengths and the number of a set of words say the same. A row that is not
/// like that is kept whole.
public struct PaymentRows: RandomAccessCollection, MutableCollection, Sendable {
    private struct Packed {
        var created: Int64
        var amount: Int64
        /// Milliseconds after `created`, plus one; 0 when not given.
        var lastUpdate: UInt32
        var statusFinal: UInt32
        /// Where the first text begins; of a row kept whole, its place in `whole`.
        var place: UInt32
        /// The place in `words`, or `keptWhole`.
        var words: UInt32
        var reference: UInt16 = 0
        var merchantOrderReference: UInt16 = 0
        var description: UInt16 = 0
        var metadata: UInt16 = 0
        var billingEmail: UInt16 = 0
        var originalReference: UInt16 = 0
        var childReference: UInt16 = 0
        var failureCode: UInt16 = 0
        var amountAsWritten: UInt16 = 0
    }

    private struct Words: Equatable {
        var currency: CurrencyCode
        var type: WordID
        var status: WordID
        var method: WordID
        var brand: WordID
        var paidOut: WordID
        var entryMode: WordID
        var language: WordID
        var defects: PaymentDefects
    }

    private static let keptWhole = UInt32.max

    private var packed: [Packed] = []
    private var words: [Words] = []
    private var whole: [PaymentRow] = []
    /// The set of words last seen under a hash: most rows repeat one.
    private var recent = [UInt32](repeating: keptWhole, count: 256)

    /// Makes a batch without rows.
    init() {}

    /// The position of the first row.
    public var startIndex: Int { 0 }

    /// The number of rows.
    public var endIndex: Int { packed.count }

    /// Asks for room in advance.
    public mutating func reserve(_ count: Int) { packed.reserveCapacity(count) }

    /// Adds a row.
    public mutating func append(_ row: PaymentRow) { packed.append(pack(row) ?? keepWhole(row)) }

    /// The row at a position of the input.
    public subscript(position: Int) -> PaymentRow {
        get { unpack(packed[position]) }
        set { packed[position] = pack(newValue) ?? keepWhole(newValue) }
    }

    private func unpack(_ short: Packed) -> PaymentRow {
        if short.words == Self.keptWhole { return whole[Int(short.place)] }
        var row = PaymentRow()
        var place = short.place
        row.reference = Self.next(short.reference, &place)
        row.merchantOrderReference = Self.next(short.merchantOrderReference, &place)
        row.description = Self.next(short.description, &place)
        row.metadata = Self.next(short.metadata, &place)
        row.billingEmail = Self.next(short.billingEmail, &place)
        row.originalReference = Self.next(short.originalReference, &place)
        row.childReference = Self.next(short.childReference, &place)
        row.failureCode = Self.next(short.failureCode, &place)
        row.amountAsWritten = Self.next(short.amountAsWritten, &place)
        row.created = Instant(milliseconds: short.created)
        row.lastUpdate = Self.instant(short.lastUpdate, after: short.created)
        row.statusFinal = Self.instant(short.statusFinal, after: short.created)
        row.amount = short.amount
        let shared = words[Int(short.words)]
        row.currency = shared.currency
        row.type = shared.type
        row.status = shared.status
        row.method = shared.method
        row.brand = shared.brand
        row.paidOut = shared.paidOut
        row.entryMode = shared.entryMode
        row.language = shared.language
        row.defects = shared.defects
        return row
    }

    @inline(__always)
    private static func next(_ count: UInt16, _ place: inout UInt32) -> TextSlice {
        if count == 0 { return .absent }
        defer { place += UInt32(count) }
        return TextSlice(offset: place, count: UInt32(count))
    }

    @inline(__always)
    private static func instant(_ distance: UInt32, after created: Int64) -> Instant {
        distance == 0 ? .absent : Instant(milliseconds: created + Int64(distance) - 1)
    }
}

extension PaymentRows {
    private mutating func keepWhole(_ row: PaymentRow) -> Packed {
        whole.append(row)
        return Packed(
            created: 0, amount: 0, lastUpdate: 0, statusFinal: 0, place: UInt32(whole.count - 1),
            words: Self.keptWhole)
    }

    /// The short form of a row; nil when it has none.
    private mutating func pack(_ row: PaymentRow) -> Packed? {
        guard row.created.isPresent,
            let lastUpdate = Self.distance(row.lastUpdate, row.created),
            let statusFinal = Self.distance(row.statusFinal, row.created)
        else { return nil }
        var short = Packed(
            created: row.created.milliseconds, amount: row.amount, lastUpdate: lastUpdate,
            statusFinal: statusFinal, place: row.reference.offset, words: 0)
        var place = short.place
        guard let reference = Self.length(row.reference, &place),
            let order = Self.length(row.merchantOrderReference, &place),
            let description = Self.length(row.description, &place),
            let metadata = Self.length(row.metadata, &place),
            let email = Self.length(row.billingEmail, &place),
            let original = Self.length(row.originalReference, &place),
            let child = Self.length(row.childReference, &place),
            let failure = Self.length(row.failureCode, &place),
            let asWritten = Self.length(row.amountAsWritten, &place)
        else { return nil }
        short.reference = reference
        short.merchantOrderReference = order
        short.description = description
        short.metadata = metadata
        short.billingEmail = email
        short.originalReference = original
        short.childReference = child
        short.failureCode = failure
        short.amountAsWritten = asWritten
        short.words = share(row)
        return short
    }

    /// The length of a text that begins where the one before it ends; nil for any other.
    @inline(__always)
    private static func length(_ text: TextSlice, _ place: inout UInt32) -> UInt16? {
        if !text.isPresent { return 0 }
        guard text.offset == place, text.count <= UInt32(UInt16.max) else { return nil }
        place += text.count
        return UInt16(text.count)
    }

    @inline(__always)
    private static func distance(_ moment: Instant, _ created: Instant) -> UInt32? {
        if !moment.isPresent { return 0 }
        let (gap, overflow) = moment.milliseconds.subtractingReportingOverflow(
            created.milliseconds)
        return overflow || gap < 0 ? nil : UInt32(exactly: gap + 1)
    }

    private mutating func share(_ row: PaymentRow) -> UInt32 {
        let set = Words(
            currency: row.currency, type: row.type, status: row.status, method: row.method,
            brand: row.brand, paidOut: row.paidOut, entryMode: row.entryMode,
            language: row.language, defects: row.defects)
        let slot =
            (Int(row.method.index) &* 37 &+ Int(row.brand.index) &* 11 &+ Int(row.type.index) &* 5
                &+ Int(row.status.index) &* 3 &+ Int(row.language.index)
                &+ Int(row.entryMode.index) &+ Int(row.paidOut.index)) & 255
        let known = recent[slot]
        if known != Self.keptWhole, words[Int(known)] == set { return known }
        words.append(set)
        recent[slot] = UInt32(words.count - 1)
        return recent[slot]
    }
}
