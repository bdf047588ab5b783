import ByteText
import DomainModel
import RecordReading
import Testing

@Suite("Defects of single payments")
struct PaymentDefectTests {
    /// One amount as it stands in JSON, and what is made of it.
    struct AmountCase: CustomTestStringConvertible {
        var json: String
        var minorUnits: Int64 = 0
        var defects: PaymentDefects = []
        var written = ""
        var testDescription: String { json }
    }

    static let amounts: [AmountCase] = [
        .init(json: "9.99", minorUnits: 999),
        .init(json: "28.2", minorUnits: 2820),
        .init(json: "0.1", minorUnits: 10),
        .init(json: "0.10", minorUnits: 10),
        .init(json: "0.01", minorUnits: 1),
        .init(json: "12", minorUnits: 1200),
        .init(json: #""9.99""#, minorUnits: 999),
        .init(json: #""\u0039.99""#, minorUnits: 999),
        .init(json: "92233720368547758.07", minorUnits: .max),
        .init(
            json: "92233720368547758.08", defects: .amountTooLarge,
            written: "92233720368547758.08"),
        .init(
            json: "1" + String(repeating: "0", count: 99), defects: .amountTooLarge,
            written: "1" + String(repeating: "0", count: 63)),
        .init(json: "1e2", defects: .amountMalformed, written: "1e2"),
        .init(json: "1E+2", defects: .amountMalformed, written: "1E+2"),
        .init(json: #""9,99""#, defects: .amountMalformed, written: "9,99"),
        .init(json: #""€ 9.99""#, defects: .amountMalformed, written: "€ 9.99"),
        .init(json: #"" 9.99""#, defects: .amountMalformed, written: " 9.99"),
        .init(json: #""+9.99""#, defects: .amountMalformed, written: "+9.99"),
        .init(json: #""09.99""#, defects: .amountMalformed, written: "09.99"),
        .init(json: #""9.""#, defects: .amountMalformed, written: "9."),
        .init(json: #"".99""#, defects: .amountMalformed, written: ".99"),
        .init(json: "true", defects: .amountMalformed, written: "true"),
        .init(json: #"{"value":9.99}"#, defects: .amountMalformed, written: #"{"value":9.99}"#),
        .init(json: "[9.99]", defects: .amountMalformed, written: "[9.99]"),
        .init(json: "null", defects: .amountMissing),
        .init(json: #""""#, defects: .amountMissing),
        .init(json: "0", defects: .amountNotPositive, written: "0"),
        .init(json: "0.00", defects: .amountNotPositive, written: "0.00"),
        .init(json: "-0", defects: .amountNotPositive, written: "-0"),
        .init(json: "-9.99", defects: .amountNotPositive, written: "-9.99"),
        .init(json: "9.999", defects: .amountTooManyDecimals, written: "9.999"),
        .init(json: "9.990", defects: .amountTooManyDecimals, written: "9.990"),
    ]

    @Test("An amount is read from its digits or named as defective", arguments: amounts)
    func amount(_ sample: AmountCase) throws {
        let table = try Reading.payments(
            #"{"reference":"C1","created":1709620979582,"amount":\#(sample.json),"currency":"eur"}"#
        )
        let row = try #require(table.rows.first)
        #expect(row.amount == sample.minorUnits)
        #expect(row.defects == sample.defects)
        #expect(table.text(row.amountAsWritten) == sample.written)
    }

    @Test("A long defective amount is kept up to 64 bytes and never cuts a character")
    func longAmount() throws {
        let table = try Reading.payments(
            #"{"reference":"C1","created":1709620979582,"currency":"eur","amount":"x"#
                + String(repeating: "€", count: 40) + #""}"#)
        let row = try #require(table.rows.first)
        #expect(table.text(row.amountAsWritten) == "x" + String(repeating: "€", count: 21))
    }

    @Test(
        "A currency is three letters in either case",
        arguments: [
            (#""eur""#, "EUR", true), (#""Usd""#, "USD", true), (#""euro""#, "", false),
            (#""e1r""#, "", false), (#""""#, "", false), ("null", "", false), ("978", "", false),
            (#""€""#, "", false),
        ])
    func currency(json: String, text: String, isValid: Bool) throws {
        let table = try Reading.payments(
            #"{"reference":"C1","created":1709620979582,"amount":1.50,"currency":\#(json)}"#)
        let row = try #require(table.rows.first)
        #expect(row.currency.text == text)
        #expect(row.defects == (isValid ? [] : .currencyInvalid))
        #expect(row.amount == 150, "two decimals are taken for an unknown currency")
    }

    @Test(
        "A time is a whole number of milliseconds between 2000 and 2100",
        arguments: [
            ("1709621105740", true), (#""1709621105740""#, true), ("946684800000", true),
            ("946684799999", false), ("4133980799999", true), ("4133980800000", false),
            ("1709621105", false), ("1709621105740.0", false), ("1.7e12", false),
            ("-1709621105740", false), (#""2024-03-05T06:45:05Z""#, false), ("true", false),
            ("[1709621105740]", false), ("99999999999999999999999", false),
            (#"" 1709621105740""#, false),
        ])
    func times(json: String, isValid: Bool) throws {
        let table = try Reading.payments(
            """
            {"reference":"a","amount":1,"currency":"eur","created":\(json)}
            {"reference":"b","amount":1,"currency":"eur","created":1709620979582,
             "lastUpdate":\(json)}
            {"reference":"c","amount":1,"currency":"eur","created":1709620979582,
             "statusFinalDate":\(json)}
            """)
        let present = [
            table.rows[0].created, table.rows[1].lastUpdate, table.rows[2].statusFinal,
        ].map(\.isPresent)
        #expect(present == [isValid, isValid, isValid])
        let defects: [PaymentDefects] =
            isValid ? [[], [], []] : [.createdInvalid, .timeInvalid, .timeInvalid]
        #expect(table.rows.map(\.defects) == defects)
    }

    @Test("A missing creation time is a defect")
    func createdMissing() throws {
        for member in ["", #","created":null"#, #","created":"""#] {
            let table = try Reading.payments(
                #"{"reference":"C1","amount":1,"currency":"eur"\#(member)}"#)
            #expect(table.rows.map(\.defects) == [.createdInvalid])
        }
    }

    @Test(
        "A reference that is missing, empty or no text is a defect",
        arguments: [
            ("null", PaymentDefects.referenceMissing), (#""""#, .referenceMissing),
            ("17", [.referenceMissing, .wrongKind]), ("true", [.referenceMissing, .wrongKind]),
            (#"["C1"]"#, [.referenceMissing, .wrongKind]),
        ] as [(String, PaymentDefects)])
    func reference(json: String, defects: PaymentDefects) throws {
        let table = try Reading.payments(
            #"{"reference":\#(json),"created":1709620979582,"amount":1,"currency":"eur"}"#)
        let row = try #require(table.rows.first)
        #expect(row.defects == defects)
        #expect(!row.reference.isPresent)
    }

    @Test(
        "A list, an object or a truth value where a text belongs is a defect",
        arguments: [
            "merchantOrderReference", "description", "billingEmail", "originalReference",
            "childReferenceId", "failureCode", "type", "status", "method", "brand", "paidout",
            "entryMode", "language",
        ], ["{}", "[]", "true", "false", #"["x"]"#])
    func wrongKind(key: String, json: String) throws {
        #expect(try Reading.payment(#","\#(key)":\#(json)"#).row.defects == .wrongKind)
    }

    @Test(
        "A number where only a text can stand is a defect",
        arguments: ["billingEmail", "originalReference", "childReferenceId", "type", "method"])
    func numberForText(key: String) throws {
        #expect(try Reading.payment(#","\#(key)":5"#).row.defects == .wrongKind)
    }

    @Test("A key that counts and stands twice is a defect, another key is none")
    func keyTwice() throws {
        #expect(try Reading.payment(#","amount":9.99"#).row.defects == .keyTwice)
        #expect(try Reading.payment(#","\u0061mount":5"#).row.defects == .keyTwice)
        #expect(try Reading.payment(#","brand":null,"brand":null"#).row.defects == .keyTwice)
        #expect(try Reading.payment(#","details":1,"details":2"#).row.defects == [])
        #expect(try Reading.payment(#","message":"a","message":"b""#).row.defects == [])
        let both = try Reading.payment(#","brand":"a","brand":"b","message":"a","message":"b""#)
        #expect(both.row.defects == .keyTwice)
    }

    @Test("One bad payment leaves the others as they are")
    func badAmongGood() throws {
        let table = try Reading.payments(
            """
            [{"reference":"a","created":1709620979582,"amount":1,"currency":"eur"},
             {"amount":-1,"currency":"eur","created":1709620979582},
             {"reference":"c","created":1709620979582,"amount":3,"currency":"eur"}]
            """)
        #expect(table.rows.map(\.amount) == [100, 0, 300])
        let bad: PaymentDefects = [.referenceMissing, .amountNotPositive]
        #expect(table.rows.map(\.defects) == [[], bad, []])
    }
}
