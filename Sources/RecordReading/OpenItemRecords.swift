import ByteText
import DomainModel

/// Makes open items of JSON objects.
///
/// An item that is not understood is never left out: it refuses the file, because a sale that is
/// missing could make a wrong one look like the only candidate.
struct OpenItemRecords: RecordSink {
    static let noun = (one: "an open item", several: "open items")

    private var items = OpenItemTable()
    private var identities = ItemIdentities()
    private var fields = FieldReader<OpenItemKey>()
    private var currencies = CurrencyIntake()
    private var offices = RepeatedText()
    private var daybooks = RepeatedText()
    private var lines = RepeatedText()
    private var accounts = RepeatedText()

    mutating func accept(
        _ object: borrowing ObjectScan<OpenItemKey>, at place: RecordPlace
    ) throws(RecordFault) {
        try ArenaRoom.check(items.texts, at: place)
        if object.has(.reference), object.has(.amount), !object.has(.openvalue) {
            throw place.fault(
                "found a payment, expected open items",
                help: "Give this file as payments, and the open items of Twinfield as open items.")
        }
        try fields.refuseTwice(object, place)
        var row = OpenItemRow()
        try readTexts(object, place, &row)
        try readAmounts(object, place, &row)
        row.date = try requiredDate(object, place)
        row.dueDate = try fields.date(.duedate, object, place)
        row.status = try status(object, place)
        row.matchStatus = try matchStatus(object, place)
        try readEmails(object, place, &row)
        items.rows.append(row)
        identities.note(row, of: items.texts, line: place.line, byte: place.offset + place.start)
    }

    mutating func reserve(read: Int, of total: Int) {
        items.rows.reserve(Reservation.count(items.rows.count, read: read, of: total))
        items.texts.reserve(Reservation.count(items.texts.bytes.count, read: read, of: total))
        items.emails.reserveCapacity(
            Reservation.count(items.emails.count, read: read, of: total))
        identities.reserve(Reservation.count(items.rows.count, read: read, of: total))
    }

    /// The open items, unless one of them stands twice.
    func table() throws(RecordFault) -> OpenItemTable {
        if let fault = identities.firstRepetition(in: items) { throw fault }
        return items
    }

    private mutating func readTexts(
        _ object: borrowing ObjectScan<OpenItemKey>, _ place: RecordPlace,
        _ row: inout OpenItemRow
    ) throws(RecordFault) {
        row.office = try fields.repeatedText(
            .office, object, place, among: &offices, into: &items.texts)
        row.daybook = try fields.requiredRepeatedText(
            .code, object, place, among: &daybooks, into: &items.texts)
        row.account = try fields.repeatedText(
            .dim1, object, place, among: &accounts, into: &items.texts)
        row.line =
            object[.line].isText
            ? try fields.requiredRepeatedText(
                .line, object, place, among: &lines, into: &items.texts)
            : try fields.requiredNumber(.line, object, place, into: &items.texts)
        // What follows is kept in this order: so a row needs few bytes to say where it stands.
        row.number = try fields.requiredNumber(.number, object, place, into: &items.texts)
        try readInvoice(object, place, &row)
        row.customer = try fields.requiredText(.dim2, object, place, into: &items.texts)
        row.customerName = try fields.text(.name, object, place, into: &items.texts)
    }

    private mutating func readInvoice(
        _ object: borrowing ObjectScan<OpenItemKey>, _ place: RecordPlace,
        _ row: inout OpenItemRow
    ) throws(RecordFault) {
        // The key must be there, so that a file without invoice numbers is noticed; one of a sale
        // without a number is empty.
        if !object.has(.invoicenumber) || object[.invoicenumber].kind == .null {
            throw fields.missing(.invoicenumber, object, place)
        }
        row.invoiceNumber = try fields.text(.invoicenumber, object, place, into: &items.texts)
        let description = object[.description]
        let isInvoiceNumber =
            description.isText
            && fields.intake.withBytes(description, place.base) { bytes in
                bytes.count == Int(row.invoiceNumber.count)
                    && items.texts.withBytes(row.invoiceNumber) { $0.elementsEqual(bytes) }
            }
        row.description =
            isInvoiceNumber
            ? row.invoiceNumber
            : try fields.text(.description, object, place, into: &items.texts)
    }

    private mutating func readAmounts(
        _ object: borrowing ObjectScan<OpenItemKey>, _ place: RecordPlace,
        _ row: inout OpenItemRow
    ) throws(RecordFault) {
        let value = object[.currency]
        if value.isNothing { throw fields.missing(.currency, object, place) }
        guard value.isText, let currency = currencies.read(value, place.base, &fields.intake) else {
            throw fields.illFormed(.currency, object, place, expected: "three letters such as EUR")
        }
        row.currency = currency.code
        guard let open = try fields.amount(.openvalue, object, place, digits: currency.digits)
        else { throw fields.missing(.openvalue, object, place) }
        row.openValue = open
        row.value = try fields.amount(.value, object, place, digits: currency.digits)
    }

    private mutating func requiredDate(
        _ object: borrowing ObjectScan<OpenItemKey>, _ place: RecordPlace
    ) throws(RecordFault) -> CalendarDate {
        guard let date = try fields.date(.date, object, place) else {
            throw fields.missing(.date, object, place)
        }
        return date
    }

    private mutating func status(
        _ object: borrowing ObjectScan<OpenItemKey>, _ place: RecordPlace
    ) throws(RecordFault) -> OpenItemRow.Status {
        try fields.word(.status, object, place, absent: .final) { word in
            if AsciiWord.equals(word, "final") { return .final }
            if AsciiWord.equals(word, "temporary") { return .provisional }
            if AsciiWord.equals(word, "provisional") { return .provisional }
            return AsciiWord.equals(word, "draft") ? .draft : .other
        }
    }

    private mutating func matchStatus(
        _ object: borrowing ObjectScan<OpenItemKey>, _ place: RecordPlace
    ) throws(RecordFault) -> OpenItemRow.MatchStatus {
        try fields.word(.matchstatus, object, place, absent: .available) { word in
            if AsciiWord.equals(word, "available") { return .available }
            return AsciiWord.equals(word, "matched") ? .matched : .other
        }
    }

    private mutating func readEmails(
        _ object: borrowing ObjectScan<OpenItemKey>, _ place: RecordPlace,
        _ row: inout OpenItemRow
    ) throws(RecordFault) {
        row.firstEmail = UInt32(items.emails.count)
        var list = try fields.texts(.email, object, place)
        while let email = list.next() {
            let slice = fields.intake.appendTrimmed(email, place.base, to: &items.texts)
            if slice.isPresent { items.emails.append(slice) }
        }
        row.emailCount = UInt32(items.emails.count) - row.firstEmail
    }
}
