import ByteText

/// The rows of a batch of open items, kept in less than half the room that an `OpenItemRow` takes.
///
/// Number, invoice number and description nearly always stand one behind the other, as do debtor
/// and name; office, daybook, line, account and the words are those of another row. A row that is
/// not like that is kept whole.
public struct OpenItemRows: RandomAccessCollection, MutableCollection, Sendable {
    private struct Packed {
        var value: Int64 = 0
        var openValue: Int64 = 0
        /// Where the number begins; of a row kept whole, its place in `whole`.
        var numberPlace: UInt32
        var customerPlace: UInt32 = 0
        /// The place in `codes`, or `keptWhole`.
        var codes: UInt32
        var firstEmail: UInt32 = 0
        var date: Int32 = 0
        /// `noDate` when not given.
        var dueDate: Int32 = noDate
        var invoiceNumber: UInt16 = 0
        /// `asInvoiceNumber` when it is the same piece of text.
        var description: UInt16 = 0
        var customerName: UInt16 = 0
        var emailCount: UInt16 = 0
        var number: UInt8 = 0
        var customer: UInt8 = 0
        var hasValue = false
    }

    private struct Codes: Equatable {
        var office: TextSlice
        var daybook: TextSlice
        var line: TextSlice
        var account: TextSlice
        var currency: CurrencyCode
        var status: OpenItemRow.Status
        var matchStatus: OpenItemRow.MatchStatus
    }

    private static let keptWhole = UInt32.max
    private static let noDate = Int32.min
    private static let asInvoiceNumber = UInt16.max

    private var packed: [Packed] = []
    private var codes: [Codes] = []
    private var whole: [OpenItemRow] = []
    /// The set of codes last seen under a hash: most rows repeat one.
    private var recent = [UInt32](repeating: keptWhole, count: 64)

    /// Makes a batch without rows.
    init() {}

    /// The position of the first row.
    public var startIndex: Int { 0 }

    /// The number of rows.
    public var endIndex: Int { packed.count }

    /// Asks for room in advance.
    public mutating func reserve(_ count: Int) { packed.reserveCapacity(count) }

    /// Adds a row.
    public mutating func append(_ row: OpenItemRow) { packed.append(pack(row) ?? keepWhole(row)) }

    /// The row at a position of the input.
    public subscript(position: Int) -> OpenItemRow {
        get { unpack(packed[position]) }
        set { packed[position] = pack(newValue) ?? keepWhole(newValue) }
    }

    private func unpack(_ short: Packed) -> OpenItemRow {
        if short.codes == Self.keptWhole { return whole[Int(short.numberPlace)] }
        var row = OpenItemRow()
        var place = short.numberPlace
        row.number = Self.next(UInt32(short.number), &place)
        row.invoiceNumber = Self.next(UInt32(short.invoiceNumber), &place)
        row.description =
            short.description == Self.asInvoiceNumber
            ? row.invoiceNumber : Self.next(UInt32(short.description), &place)
        place = short.customerPlace
        row.customer = Self.next(UInt32(short.customer), &place)
        row.customerName = Self.next(UInt32(short.customerName), &place)
        row.firstEmail = short.firstEmail
        row.emailCount = UInt32(short.emailCount)
        row.value = short.hasValue ? short.value : nil
        row.openValue = short.openValue
        row.date = CalendarDate(daysSinceEpoch: short.date)
        if short.dueDate != Self.noDate {
            row.dueDate = CalendarDate(daysSinceEpoch: short.dueDate)
        }
        let shared = codes[Int(short.codes)]
        row.office = shared.office
        row.daybook = shared.daybook
        row.line = shared.line
        row.account = shared.account
        row.currency = shared.currency
        row.status = shared.status
        row.matchStatus = shared.matchStatus
        return row
    }

    @inline(__always)
    private static func next(_ count: UInt32, _ place: inout UInt32) -> TextSlice {
        if count == 0 { return .absent }
        defer { place += count }
        return TextSlice(offset: place, count: count)
    }
}

extension OpenItemRows {
    private mutating func keepWhole(_ row: OpenItemRow) -> Packed {
        whole.append(row)
        return Packed(numberPlace: UInt32(whole.count - 1), codes: Self.keptWhole)
    }

    /// The short form of a row; nil when it has none.
    private mutating func pack(_ row: OpenItemRow) -> Packed? {
        var place = row.number.offset
        guard let number = Self.length(row.number, &place).flatMap(UInt8.init(exactly:)),
            let invoice = Self.length(row.invoiceNumber, &place),
            let description = Self.isShared(row)
                ? Self.asInvoiceNumber : Self.length(row.description, &place),
            let emails = UInt16(exactly: row.emailCount)
        else { return nil }
        place = row.customer.offset
        guard let customer = Self.length(row.customer, &place).flatMap(UInt8.init(exactly:)),
            let name = Self.length(row.customerName, &place)
        else { return nil }
        return Packed(
            value: row.value ?? 0, openValue: row.openValue, numberPlace: row.number.offset,
            customerPlace: row.customer.offset, codes: share(row), firstEmail: row.firstEmail,
            date: row.date.daysSinceEpoch,
            dueDate: row.dueDate?.daysSinceEpoch ?? Self.noDate, invoiceNumber: invoice,
            description: description, customerName: name, emailCount: emails, number: number,
            customer: customer, hasValue: row.value != nil)
    }

    private static func isShared(_ row: OpenItemRow) -> Bool {
        row.description.isPresent && row.description == row.invoiceNumber
    }

    /// The length of a text that begins where the one before it ends; nil for any other.
    @inline(__always)
    private static func length(_ text: TextSlice, _ place: inout UInt32) -> UInt16? {
        if !text.isPresent { return 0 }
        guard text.offset == place, text.count < UInt32(asInvoiceNumber) else { return nil }
        place += text.count
        return UInt16(text.count)
    }

    private mutating func share(_ row: OpenItemRow) -> UInt32 {
        let set = Codes(
            office: row.office, daybook: row.daybook, line: row.line, account: row.account,
            currency: row.currency, status: row.status, matchStatus: row.matchStatus)
        let mixed =
            row.office.offset &+ row.daybook.offset &* 3 &+ row.line.offset &* 5
            &+ row.account.offset &* 7 &+ UInt32(row.status.rawValue) &* 11
            &+ UInt32(row.matchStatus.rawValue) &* 13
        let slot = Int(mixed & 63)
        let known = recent[slot]
        if known != Self.keptWhole, codes[Int(known)] == set { return known }
        codes.append(set)
        recent[slot] = UInt32(codes.count - 1)
        return recent[slot]
    }
}
