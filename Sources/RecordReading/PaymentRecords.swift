import ByteText
import DomainModel

/// Makes payments of JSON objects; what is wrong with one stays with that one.
struct PaymentRecords: RecordSink {
    static let noun = (one: "a payment", several: "payments")

    private var payments = PaymentTable()
    private var intake = TextIntake()
    private var currencies = CurrencyIntake()
    private var survey = PaymentSurvey()

    mutating func accept(
        _ object: borrowing ObjectScan<PaymentKey>, at place: RecordPlace
    ) throws(RecordFault) {
        try ArenaRoom.check(payments.texts, at: place)
        survey.note(object, at: place)
        let base = place.base
        var row = PaymentRow()
        if object.twice != nil { row.defects.insert(.keyTwice) }
        readTexts(object, base, &row)
        readWords(object, base, &row)
        readTimes(object, base, &row)
        readAmount(object, base, &row)
        payments.rows.append(row)
    }

    mutating func reserve(read: Int, of total: Int) {
        payments.rows.reserve(Reservation.count(payments.rows.count, read: read, of: total))
        payments.texts.reserve(
            Reservation.count(payments.texts.bytes.count, read: read, of: total))
    }

    /// The payments, unless not one of the objects was one.
    func table() throws(RecordFault) -> PaymentTable {
        if let fault = survey.fault { throw fault }
        return payments
    }

    private mutating func readTexts(
        _ object: borrowing ObjectScan<PaymentKey>, _ base: UnsafePointer<UInt8>,
        _ row: inout PaymentRow
    ) {
        row.reference = text(object[.reference], base, &row.defects)
        if !row.reference.isPresent { row.defects.insert(.referenceMissing) }
        row.merchantOrderReference = textOrNumber(
            object[.merchantOrderReference], base, &row.defects)
        row.description = textOrNumber(object[.description], base, &row.defects)
        let metadata = object[.metadata]
        if metadata.kind != .object { row.metadata = textOrNumber(metadata, base, &row.defects) }
        let email = object[.billingEmail]
        if email.isText {
            row.billingEmail = intake.appendTrimmed(email, base, to: &payments.texts)
        } else if !email.isNothing {
            row.defects.insert(.wrongKind)
        }
        row.originalReference = text(object[.originalReference], base, &row.defects)
        row.childReference = text(object[.childReferenceId], base, &row.defects)
        row.failureCode = text(object[.failureCode], base, &row.defects)
    }

    private mutating func readWords(
        _ object: borrowing ObjectScan<PaymentKey>, _ base: UnsafePointer<UInt8>,
        _ row: inout PaymentRow
    ) {
        row.type = word(object[.type], base, &row.defects)
        row.status = word(object[.status], base, &row.defects)
        row.method = word(object[.method], base, &row.defects)
        row.brand = word(object[.brand], base, &row.defects)
        row.paidOut = word(object[.paidout], base, &row.defects)
        row.entryMode = word(object[.entryMode], base, &row.defects)
        row.language = word(object[.language], base, &row.defects)
    }

    private mutating func readTimes(
        _ object: borrowing ObjectScan<PaymentKey>, _ base: UnsafePointer<UInt8>,
        _ row: inout PaymentRow
    ) {
        row.created = time(object[.created], base, .createdInvalid, &row.defects)
        if !row.created.isPresent { row.defects.insert(.createdInvalid) }
        row.lastUpdate = time(object[.lastUpdate], base, .timeInvalid, &row.defects)
        row.statusFinal = time(object[.statusFinalDate], base, .timeInvalid, &row.defects)
    }

    /// The amount comes last: how many decimals it may have is for its currency to say.
    private mutating func readAmount(
        _ object: borrowing ObjectScan<PaymentKey>, _ base: UnsafePointer<UInt8>,
        _ row: inout PaymentRow
    ) {
        let currency = object[.currency]
        var digits = CurrencyIntake.usualDigits
        if currency.isText, let known = currencies.read(currency, base, &intake) {
            row.currency = known.code
            digits = known.digits
        } else {
            row.defects.insert(.currencyInvalid)
        }
        let amount = object[.amount]
        guard !amount.isNothing else {
            row.defects.insert(.amountMissing)
            return
        }
        let defect: PaymentDefects? = intake.withBytes(amount, base) { bytes in
            guard amount.isText || amount.kind == .number else { return .amountMalformed }
            do throws(MinorUnits.Fault) {
                let value = try MinorUnits.parse(bytes, digits: digits)
                guard value > 0 else { return .amountNotPositive }
                row.amount = value
                return nil
            } catch {
                switch error {
                case .malformed: return .amountMalformed
                case .tooManyDecimals: return .amountTooManyDecimals
                case .tooLarge: return .amountTooLarge
                }
            }
        }
        guard let defect else { return }
        row.defects.insert(defect)
        row.amountAsWritten = intake.withBytes(amount, base) { bytes in
            let count = FoundText.wholeCharacters(bytes, limit: 64)
            let kept = UnsafeRawBufferPointer(start: bytes.baseAddress, count: count)
            return payments.texts.append(kept)
        }
    }
}

extension PaymentRecords {
    private mutating func text(
        _ value: JSONValue, _ base: UnsafePointer<UInt8>, _ defects: inout PaymentDefects
    ) -> TextSlice {
        if value.isText { return intake.append(value, base, to: &payments.texts) }
        if !value.isNothing { defects.insert(.wrongKind) }
        return .absent
    }

    /// A shop may send an order number as a JSON number: its digits are taken as written.
    private mutating func textOrNumber(
        _ value: JSONValue, _ base: UnsafePointer<UInt8>, _ defects: inout PaymentDefects
    ) -> TextSlice {
        if value.kind == .number { return intake.append(value, base, to: &payments.texts) }
        return text(value, base, &defects)
    }

    private mutating func word(
        _ value: JSONValue, _ base: UnsafePointer<UInt8>, _ defects: inout PaymentDefects
    ) -> WordID {
        if value.isText {
            return intake.withBytes(value, base) { bytes in payments.words.intern(bytes) }
        }
        if !value.isNothing { defects.insert(.wrongKind) }
        return .absent
    }

    private mutating func time(
        _ value: JSONValue, _ base: UnsafePointer<UInt8>, _ defect: PaymentDefects,
        _ defects: inout PaymentDefects
    ) -> Instant {
        if value.isNothing { return .absent }
        let isWritten = value.kind == .number || value.isText
        let time = isWritten ? intake.withBytes(value, base, EpochMilliseconds.read) : nil
        if time == nil { defects.insert(defect) }
        return time ?? .absent
    }
}
