import ByteText
import DomainModel
import RecordReading
import Testing

@Suite("Open items")
struct OpenItemReaderTests {
    /// An item with every key; a test replaces one or leaves one out.
    static func item(_ changes: [String: String?] = [:]) -> String {
        let members = [
            ("office", #""NLA001""#), ("code", #""VRK""#), ("number", #""202600017""#),
            ("line", #""1""#), ("status", #""final""#), ("date", #""20261101""#),
            ("duedate", #""20261201""#), ("dim1", #""1300""#), ("dim2", #""D0001234""#),
            ("name", #""Jansen BV""#), ("email", #"["a@b.nl"]"#), ("currency", #""EUR""#),
            ("value", #""119.00""#), ("openvalue", #""19.00""#),
            ("invoicenumber", #""WEB-17""#), ("description", #""Fiets""#),
            ("matchstatus", #""available""#),
        ]
        let texts = members.compactMap { key, value in
            (changes[key] ?? value).map { "\"\(key)\":\($0)" }
        }
        return "{" + texts.joined(separator: ",") + "}"
    }

    static func row(
        _ changes: [String: String?] = [:]
    ) throws -> (row: OpenItemRow, table: OpenItemTable) {
        let table = try Reading.items(item(changes))
        return (try #require(table.rows.first), table)
    }

    static func fault(_ json: String, piece: Int = .max) throws -> RecordFault {
        try #require(throws: RecordFault.self) { try Reading.items(json, piece: piece) }
    }

    @Test("Every field arrives in its place")
    func everyField() throws {
        let (row, table) = try Self.row()
        #expect(table.text(row.office) == "NLA001")
        #expect(table.text(row.daybook) == "VRK")
        #expect(table.text(row.number) == "202600017")
        #expect(table.text(row.line) == "1")
        #expect(table.text(row.account) == "1300")
        #expect(table.text(row.customer) == "D0001234")
        #expect(table.text(row.customerName) == "Jansen BV")
        #expect(table.text(row.invoiceNumber) == "WEB-17")
        #expect(table.text(row.description) == "Fiets")
        #expect(table.emails(of: row).map(table.text) == ["a@b.nl"])
        #expect(row.value == 11900)
        #expect(row.openValue == 1900)
        #expect(row.date.isoText == "2026-11-01")
        #expect(row.dueDate?.isoText == "2026-12-01")
        #expect(row.currency == .eur)
        #expect(row.status == .final)
        #expect(row.matchStatus == .available)
        #expect(table.warnings.isEmpty)
    }

    @Test(
        "An optional field that is missing, null or empty has its meaning",
        arguments: [nil, "null", #""""#] as [String?])
    func optionalFields(value: String?) throws {
        let keys = [
            "office", "status", "duedate", "dim1", "name", "email", "value", "description",
            "matchstatus",
        ]
        let (row, table) = try Self.row(
            Dictionary(uniqueKeysWithValues: keys.map { ($0, value) }))
        #expect(!row.office.isPresent && !row.account.isPresent && !row.customerName.isPresent)
        #expect(!row.description.isPresent)
        #expect(row.status == .final)
        #expect(row.matchStatus == .available)
        #expect(row.value == nil)
        #expect(row.dueDate == nil)
        #expect(table.emails(of: row).isEmpty)
    }

    @Test(
        "A required field that is missing, null or empty refuses the file",
        arguments: ["code", "number", "line", "date", "dim2", "currency", "openvalue"],
        [nil, "null", #""""#] as [String?])
    func requiredFields(key: String, value: String?) throws {
        let json = Self.item() + "\n" + Self.item([key: value])
        for piece in [1, 64, .max] {
            let fault = try Self.fault(json, piece: piece)
            #expect(fault.line == 2)
            #expect(fault.message.hasPrefix("`\(key)` is "))
            #expect(fault.message.hasSuffix("but every object must have it"))
            #expect(!fault.help.isEmpty)
        }
    }

    @Test("The invoice number may be empty, but its key must be there")
    func invoiceNumber() throws {
        #expect(try !Self.row(["invoicenumber": #""""#]).row.invoiceNumber.isPresent)
        for value in [nil, "null"] as [String?] {
            let fault = try Self.fault(Self.item(["invoicenumber": value]))
            #expect(fault.message.hasPrefix("`invoicenumber` is "))
        }
    }

    @Test(
        "A value of another kind or form refuses the file with key, value and line",
        arguments: [
            ("office", "1", "the number 1, expected a text in double quotes"),
            ("code", "[]", "a list, expected a text"),
            ("number", "1.5", "the number 1.5, expected digits only"),
            ("number", "-1", "the number -1, expected digits only"),
            ("line", "1e2", "the number 1e2, expected digits only"),
            ("line", "true", "`true`, expected a text"),
            ("dim1", "1300", "the number 1300, expected a text in double quotes"),
            ("dim2", "{}", "an object, expected a text"),
            ("invoicenumber", "17", "the number 17, expected a text"),
            ("date", "20261101", "the number 20261101, expected a day as yyyymmdd"),
            ("date", #""2026-13-01""#, "the text \"2026-13-01\", expected a day"),
            ("date", #""20260229""#, "the text \"20260229\", expected a day"),
            ("date", #""2026-1-01""#, "the text \"2026-1-01\", expected a day"),
            ("date", #""01-11-2026""#, "the text \"01-11-2026\", expected a day"),
            ("duedate", #""soon""#, "the text \"soon\", expected a day"),
            ("currency", #""EURO""#, "the text \"EURO\", expected three letters"),
            ("currency", "978", "the number 978, expected three letters"),
            ("openvalue", #""1,00""#, "the text \"1,00\", expected an amount"),
            ("openvalue", #""1.005""#, "the text \"1.005\", expected an amount"),
            ("openvalue", "1e2", "the number 1e2, expected an amount"),
            ("openvalue", "92233720368547758.08", "expected an amount"),
            ("openvalue", "[1]", "a list, expected an amount"),
            ("value", #""x""#, "the text \"x\", expected an amount"),
            ("value", "false", "`false`, expected an amount"),
            ("email", "5", "the number 5, expected a text or a list of texts"),
            ("email", "{}", "an object, expected a text or a list of texts"),
            ("email", #"["a@b.nl",5]"#, "a list, expected a text or a list of texts"),
            ("email", #"[["a@b.nl"]]"#, "a list, expected a text or a list of texts"),
            ("status", "1", "the number 1, expected a word"),
            ("matchstatus", "{}", "an object, expected a word"),
        ])
    func illFormed(key: String, value: String, words: String) throws {
        let front = Self.item() + "\n"
        let json = front + Self.item([key: value])
        let fault = try Self.fault(json)
        #expect(fault.message.hasPrefix("`\(key)` is "))
        #expect(fault.message.contains(words), "\(fault.message)")
        #expect(fault.line == 2)
        #expect((fault.byteOffset ?? 0) > front.utf8.count)
    }

    @Test("The line and byte of a value inside a long object are its own")
    func placeInside() throws {
        let json = "[\n" + Self.item(["openvalue": "\n\n  true"]) + "]"
        let fault = try Self.fault(json)
        #expect(fault.line == 4)
        let byte = try #require(fault.byteOffset)
        #expect(Array(json.utf8)[byte...].starts(with: "true".utf8))
    }

    @Test("Number and line may be JSON numbers, and keep their digits")
    func numbers() throws {
        let (row, table) = try Self.row(["number": "202600017", "line": "2"])
        #expect(table.text(row.number) == "202600017")
        #expect(table.text(row.line) == "2")
    }

    @Test(
        "Amounts are signed and exact, as text or number",
        arguments: [
            ("EUR", #""119.00""#, 11900), ("EUR", "119", 11900), ("EUR", #""-0.05""#, -5),
            ("EUR", "-28.2", -2820), ("EUR", #""0.00""#, 0), ("JPY", "500", 500),
            ("KWD", #""1.234""#, 1234),
        ] as [(String, String, Int64)])
    func amounts(currency: String, json: String, minorUnits: Int64) throws {
        let (row, _) = try Self.row([
            "currency": "\"\(currency)\"", "openvalue": json, "value": json,
        ])
        #expect(row.openValue == minorUnits)
        #expect(row.value == minorUnits)
    }

    @Test("The decimals follow the currency of each item")
    func mixedCurrencies() throws {
        let json = ["EUR", "JPY", "EUR", "KWD", "KRW"].enumerated().map { index, currency in
            Self.item([
                "currency": "\"\(currency)\"", "openvalue": "7", "value": nil,
                "number": "\(index)",
            ])
        }
        let table = try Reading.items("[" + json.joined(separator: ",") + "]")
        #expect(table.rows.map(\.openValue) == [700, 7, 700, 7000, 7])
    }

    @Test(
        "A status is final, provisional, draft or another word",
        arguments: [
            ("final", OpenItemRow.Status.final), ("temporary", .provisional),
            ("provisional", .provisional), ("draft", .draft), ("Final", .final),
            ("inuse", .other), ("finals", .other), (" final", .other),
            ("t\\u0065mporary", .provisional),
        ])
    func status(word: String, status: OpenItemRow.Status) throws {
        #expect(try Self.row(["status": "\"\(word)\""]).row.status == status)
    }

    @Test(
        "A match status is available, matched or another word",
        arguments: [
            ("available", OpenItemRow.MatchStatus.available), ("matched", .matched),
            ("proposed", .other), ("notmatchable", .other),
        ])
    func matchStatus(word: String, status: OpenItemRow.MatchStatus) throws {
        #expect(try Self.row(["matchstatus": "\"\(word)\""]).row.matchStatus == status)
    }

    @Test("A day is written with dashes or without")
    func dates() throws {
        let (row, _) = try Self.row(["date": #""2024-02-29""#, "duedate": #""20240301""#])
        #expect(row.date.isoText == "2024-02-29")
        #expect(row.dueDate?.isoText == "2024-03-01")
    }

    @Test(
        "E-mail addresses are one text or a list, trimmed, without empty ones",
        arguments: [
            (#""a@b.nl""#, ["a@b.nl"]), (#"" a@b.nl\t""#, ["a@b.nl"]), (#""  ""#, []),
            (#"[]"#, []), (#"[ "a@b.nl" , "c@d.nl" ]"#, ["a@b.nl", "c@d.nl"]),
            (#"["",null," x@y.nl"]"#, ["x@y.nl"]), (#"["a\u0040b.nl"]"#, ["a@b.nl"]),
            (#"["a,b]@c.nl"]"#, ["a,b]@c.nl"]),
        ] as [(String, [String])])
    func emails(json: String, addresses: [String]) throws {
        let table = try Reading.items(
            Self.item(["email": json]) + Self.item(["line": "2", "email": #""last@b.nl""#]))
        #expect(table.emails(of: table.rows[0]).map(table.text) == addresses)
        #expect(table.emails(of: table.rows[1]).map(table.text) == ["last@b.nl"])
    }

    @Test("A key that stands twice refuses the file")
    func keyTwice() throws {
        let json = Self.item() + "\n" + Self.item(["matchstatus": #""matched","line":"2""#])
        let fault = try Self.fault(json)
        #expect(fault.message == "found `line` twice in one object, expected it once")
        #expect(fault.line == 2)
        let other = Self.item(["matchstatus": #""matched","x":1,"x":2"#])
        #expect(try Reading.items(other).rows.count == 1)
    }

    @Test("The same office, code, number and line twice refuse the file with both lines")
    func sameItemTwice() throws {
        var lines = (0..<300).map { Self.item(["number": "\"\($0)\"", "openvalue": "\($0)"]) }
        #expect(try Reading.items(lines.joined(separator: "\n")).rows.count == 300)
        lines.insert(Self.item(["number": "17", "openvalue": "5"]), at: 250)
        let json = lines.joined(separator: "\n")
        for piece in [100, .max] {
            let fault = try Self.fault(json, piece: piece)
            #expect(
                fault.message == "found the open item VRK 17 1 in line 18 and again in line 251, "
                    + "expected each one once")
            #expect(fault.line == 251)
        }
        let onOneLine = try Self.fault("[\(Self.item()),\(Self.item())]")
        #expect(onOneLine.message.contains("twice in line 1"))
    }

    @Test("Items that differ in office, code, number or line only are different items")
    func differentItems() throws {
        let json = [
            Self.item(), Self.item(["office": #""NLA002""#]), Self.item(["code": #""VRK2""#]),
            Self.item(["number": #""2026000171""#, "line": #""1""#]),
            Self.item(["number": #""20260001""#, "line": #""71""#]), Self.item(["line": #""2""#]),
        ].joined()
        #expect(try Reading.items(json).rows.count == 6)
    }

    @Test("Payments given as open items are recognised")
    func payments() throws {
        let fault = try Self.fault(PaymentFieldTests.everyField)
        #expect(fault.message == "found a payment, expected open items")
        #expect(fault.help.contains("as payments"))
    }

    @Test("A file that is no JSON is refused with its place")
    func noJSON() throws {
        #expect(try Self.fault("").message.contains("expected open items as JSON"))
        #expect(try Self.fault("<browse/>").message == "found XML, expected open items as JSON")
        let cut = try Self.fault(String(Self.item().dropLast()))
        #expect(
            cut.message == "the file ends in the middle of an open item that begins in line 1")
    }
}
