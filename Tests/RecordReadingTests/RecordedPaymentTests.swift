import ByteText
import DomainModel
import RecordReading
import Testing

/// The examples of CCV's API reference, section 5, reduced to what counts.
@Suite("Payments as CCV answers them")
struct RecordedPaymentTests {
    @Test("A card sale that succeeded")
    func cardSale() throws {
        let table = try Reading.payments(
            """
            {"lastUpdate":1709621105740,"statusFinalDate":1709621105740,"created":1709620979582,
             "cancelUrl":"https://onlinepayments.ccv.eu/card/cancel?reference=C240305.G",
             "methodTransactionId":"tMuzqg","entryMode":"ecom","brand":"visa",
             "details":{"cardholderFirstName":"John","maskedPan":"4111********1111",
               "acquirerResponseCode":"00","authorisedAmount":9.99,"acquirer":"Valitor"},
             "payUrl":"https:\\/\\/onlinepayments.ccv.eu\\/card","amount":9.99,
             "description":"Order 123456","status":"success",
             "reference":"C240305064258677CB87E192.G","merchantOrderReference":"123456",
             "method":"card","type":"sale","language":"eng","currency":"eur"}
            """)
        let row = try #require(table.rows.first)
        #expect(row.amount == 999)
        #expect(row.statusFinal.milliseconds == 1_709_621_105_740)
        #expect(table.text(row.merchantOrderReference) == "123456")
        #expect(table.text(row.description) == "Order 123456")
        #expect(table.words.word(row.brand) == "visa")
        #expect(row.defects == [])
    }

    @Test("A refund of an iDEAL payment names its original")
    func refund() throws {
        let table = try Reading.payments(
            """
            [{"originalReference":"I240226130441921CB87E195.Y","lastUpdate":1708952963599,
              "created":1708952963599,"merchantOrderReference":"123456","details":{},
              "amount":9.99,"reference":"I240226130923535CB87E19A.Y",
              "description":"Refund of Order 123456","status":"success","method":"ideal",
              "type":"refund","language":"eng","currency":"eur"}]
            """)
        let row = try #require(table.rows.first)
        #expect(table.text(row.originalReference) == "I240226130441921CB87E195.Y")
        #expect(table.words.word(row.type) == "refund")
        #expect(!row.statusFinal.isPresent)
        #expect(row.brand == .absent)
        #expect(row.defects == [])
    }

    @Test("A landing-page parent names its child")
    func landingPage() throws {
        let table = try Reading.payments(
            """
            {"lastUpdate":1710755100169,"statusFinalDate":1710755100169,"created":1710755087260,
             "childReferenceId":"I240318094453237CB87E190.L","amount":9.99,"status":"success",
             "details":{"expirationDuration":"P0Y2M1DT0H0M0.000S","allowCustomerCancel":true},
             "methodTransactionId":"0001710491788081","reference":"L240318094447255CB87E191.J",
             "method":"landingpage","type":"sale","currency":"eur"}
            """)
        let row = try #require(table.rows.first)
        #expect(table.text(row.childReference) == "I240318094453237CB87E190.L")
        #expect(table.words.word(row.method) == "landingpage")
        #expect(row.defects == [])
    }

    @Test("A sale of 2023 with one decimal and without a final date")
    func oldSale() throws {
        let table = try Reading.payments(
            """
            {"lastUpdate":1677838914588,"created":1677838872200,"notificationRequests":[],
             "brand":"visa","amount":28.2,"entryMode":"ecom",
             "merchantOrderReference":"dd9b34ce6843df2bc22911a338","status":"success",
             "description":"PWA Order","reference":"C230303112112196CB8D84B0.3",
             "currency":"eur","method":"card","language":"eng","type":"sale",
             "details":{"authorisedAmount":28.2,"acquirer":"Valitor"}}
            """)
        let row = try #require(table.rows.first)
        #expect(row.amount == 2820)
        #expect(row.lastUpdate.milliseconds == 1_677_838_914_588)
        #expect(!row.statusFinal.isPresent)
        #expect(row.defects == [])
    }

    @Test("A pending authorisation")
    func authorisation() throws {
        let table = try Reading.payments(
            """
            {"lastUpdate":1709621105740,"created":1709620979582,"methodTransactionId":"",
             "entryMode":"ecom","amount":9.99,"description":"Order 123456","status":"pending",
             "reference":"C240305064258677CB87E192.G","merchantOrderReference":"123456",
             "method":"card","type":"authorise","language":"eng","currency":"eur"}
            """)
        let row = try #require(table.rows.first)
        #expect(table.words.word(row.type) == "authorise")
        #expect(table.words.word(row.status) == "pending")
        #expect(row.defects == [])
    }

    @Test("A terminal payment just after it began has no status yet")
    func terminal() throws {
        let table = try Reading.payments(
            """
            {"amount":9.99,"created":1776151734603,"currency":"eur","description":"Order 123456",
             "details":{"operatingEnvironment":"ATTENDED","terminalId":"1234567"},
             "language":"ita","lastUpdate":1776151734603,"merchantOrderReference":"123456",
             "method":"terminal","reference":"TL260414072854599CB87E19B.1"}
            """)
        let row = try #require(table.rows.first)
        #expect(row.status == .absent && row.type == .absent)
        #expect(table.words.word(row.method) == "terminal")
        #expect(row.defects == [])
    }

    @Test("A batch answer with little more than states keeps its order")
    func batchAnswer() throws {
        let table = try Reading.payments(
            """
            [{"reference":"P230330204252715CB8E557E.B","status":"success"},
             {"reference":"P230330204252715CB8E557E.D","status":"manualintervention"},
             {"reference":"P230330204252715CB8E557E.A","status":"failed",
              "failureCode":"insufficient_funds"}]
            """)
        #expect(table.rows.map { table.text($0.reference).suffix(1) } == ["B", "D", "A"])
        #expect(
            table.rows.map { table.words.word($0.status) }
                == ["success", "manualintervention", "failed"])
        #expect(table.text(table.rows[2].failureCode) == "insufficient_funds")
        let defects: PaymentDefects = [.amountMissing, .currencyInvalid, .createdInvalid]
        #expect(table.rows.allSatisfy { $0.defects == defects })
    }
}
