import ByteText
import DomainModel
import RecordReading
import Testing

@Suite("Fields of payments")
struct PaymentFieldTests {
    static let everyField = """
        {"reference":"C240305064258677CB87E192.G","merchantOrderReference":"WEB-17",
         "description":"Bestelling WEB-17","metadata":"plugin:1.2;","billingEmail":" a@b.nl ",
         "originalReference":"C1","childReferenceId":"I2","failureCode":"expired","amount":28.2,
         "currency":"eur","created":1709620979582,"lastUpdate":1709621105740,
         "statusFinalDate":1709621105741,"type":"AUTO_REFUND","status":"success","method":"card",
         "brand":"visa","paidout":"yes","entryMode":"ecom","language":"nld"}
        """

    @Test("Every field of CCV's object arrives in its place")
    func everyFieldArrives() throws {
        let table = try Reading.payments(Self.everyField)
        let row = try #require(table.rows.first)
        #expect(table.rows.count == 1)
        #expect(table.text(row.reference) == "C240305064258677CB87E192.G")
        #expect(table.text(row.merchantOrderReference) == "WEB-17")
        #expect(table.text(row.description) == "Bestelling WEB-17")
        #expect(table.text(row.metadata) == "plugin:1.2;")
        #expect(table.text(row.billingEmail) == "a@b.nl")
        #expect(table.text(row.originalReference) == "C1")
        #expect(table.text(row.childReference) == "I2")
        #expect(table.text(row.failureCode) == "expired")
        #expect(row.amount == 2820)
        #expect(row.currency == .eur)
        #expect(row.created.milliseconds == 1_709_620_979_582)
        #expect(row.lastUpdate.milliseconds == 1_709_621_105_740)
        #expect(row.statusFinal.milliseconds == 1_709_621_105_741)
        #expect(table.words.word(row.type) == "autorefund")
        #expect(table.words.original(row.type) == "AUTO_REFUND")
        #expect(table.words.word(row.status) == "success")
        #expect(table.words.word(row.method) == "card")
        #expect(table.words.word(row.brand) == "visa")
        #expect(table.words.word(row.paidOut) == "yes")
        #expect(table.words.word(row.entryMode) == "ecom")
        #expect(table.words.word(row.language) == "nld")
        #expect(row.defects == [])
        #expect(!row.amountAsWritten.isPresent)
    }

    @Test("The currency says how many decimals, also when it comes after the amount")
    func currencyAfterAmount() throws {
        let table = try Reading.payments(
            """
            {"amount":"1.234","reference":"a","created":1709620979582,"currency":"BHD"}
            {"amount":"1234","reference":"b","created":1709620979582,"currency":"jpy"}
            {"amount":"1.234","reference":"c","created":1709620979582,"currency":"EUR"}
            """)
        #expect(table.rows.map(\.amount) == [1234, 1234, 0])
        #expect(table.rows.map(\.defects) == [[], [], .amountTooManyDecimals])
        #expect(table.rows.map(\.currency.text) == ["BHD", "JPY", "EUR"])
    }

    @Test("A field that is missing, null or empty is absent and no defect")
    func missingFields() throws {
        let members = [
            "merchantOrderReference", "description", "metadata", "billingEmail", "brand", "type",
            "originalReference", "childReferenceId", "failureCode", "lastUpdate",
            "statusFinalDate",
        ]
        for value in ["null", #""""#] {
            let text = members.map { ",\"\($0)\":\(value)" }.joined()
            let (row, _) = try Reading.payment(text)
            #expect(row.defects == [])
            #expect(!row.merchantOrderReference.isPresent && !row.billingEmail.isPresent)
            #expect(!row.lastUpdate.isPresent && !row.statusFinal.isPresent)
            #expect(row.type == .absent && row.brand == .absent)
        }
        #expect(try Reading.payment("").row.defects == [])
    }

    @Test("Unknown fields are passed over, also when they hold lists and objects")
    func unknownFields() throws {
        let (row, table) = try Reading.payment(
            #","details":{"a":[1,{"reference":"no"},[]],"amount":1},"notificationRequests":[],"#
                + #""payoutInstructions":[{"x":null}],"token":null,"description":"last""#)
        #expect(row.defects == [])
        #expect(table.text(row.reference) == "C1")
        #expect(table.text(row.description) == "last")
        #expect(row.amount == 999)
    }

    @Test("A number for an order number, a description or metadata keeps its digits")
    func numbersAsTexts() throws {
        let (row, table) = try Reading.payment(
            #","merchantOrderReference":123,"description":12.50,"metadata":7"#)
        #expect(table.text(row.merchantOrderReference) == "123")
        #expect(table.text(row.description) == "12.50")
        #expect(table.text(row.metadata) == "7")
        #expect(row.defects == [])
    }

    @Test("Metadata as an object is passed over and no defect")
    func metadataObject() throws {
        let (row, _) = try Reading.payment(#","metadata":{"order":17}"#)
        #expect(row.defects == [])
        #expect(!row.metadata.isPresent)
    }

    @Test("A key that is written with escapes is the same key")
    func escapedKey() throws {
        let (row, table) = try Reading.payment(#","descri\u0070tion":"x","\u00e9":1"#)
        #expect(table.text(row.description) == "x")
        #expect(row.defects == [])
    }

    @Test("Keys are told apart by case and by every letter")
    func similarKeys() throws {
        let (row, _) = try Reading.payment(
            #","Description":"a","descriptiom":"b","merchantOrderReferencE":"c","#
                + #""merchantOrderReferenceX":"d","":"e","statusFinalDatX":"f","#
                + #""a very long key that is nobody's at all":"g""#)
        #expect(!row.description.isPresent)
        #expect(!row.merchantOrderReference.isPresent)
        #expect(!row.statusFinal.isPresent)
        #expect(row.defects == [])
    }
}
