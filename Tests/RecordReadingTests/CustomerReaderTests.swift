import DomainModel
import RecordReading
import Testing

@Suite("Customers")
struct CustomerReaderTests {
    static func fault(_ json: String) throws -> RecordFault {
        try #require(throws: RecordFault.self) { try Reading.customers(json) }
    }

    @Test("Customers are read one a line, or as a list, cut anywhere")
    func read() throws {
        let first = #"{"dim2":"D1","name":"J\u0061nsen","email":["a@b.nl"," c@d.nl ","","a@b.nl"]}"#
        let others = [#"{"email":"x@y.nl","dim2":"D2","code":17}"#, #"{"dim2":"D3","name":null}"#]
        let lines = ([first] + others).joined(separator: "\n")
        let list = "[" + ([first] + others).joined(separator: ",") + "]"
        for json in [lines, list] {
            for piece in [1, 5, .max] {
                let table = try Reading.customers(json, piece: piece)
                #expect(table.byCode.count == 3)
                #expect(
                    table.byCode["D1"]
                        == .init(code: "D1", name: "Jansen", emails: ["a@b.nl", "c@d.nl"]))
                #expect(table.byCode["D2"] == .init(code: "D2", emails: ["x@y.nl"]))
                #expect(table.byCode["D3"] == .init(code: "D3"))
            }
        }
    }

    @Test("The addresses of one debtor code are put together")
    func together() throws {
        let table = try Reading.customers(
            #"{"dim2":"D1","email":["a@b.nl"]}"#
                + #"{"dim2":"D1","name":"J","email":["c@d.nl","a@b.nl"]}"#
        )
        #expect(
            table.byCode["D1"] == .init(code: "D1", name: "J", emails: ["a@b.nl", "c@d.nl"]))
    }

    @Test(
        "An ill-formed customer refuses the file",
        arguments: [
            (#"{"name":"x"}"#, "`dim2` is missing, but every object must have it"),
            (#"{"dim2":""}"#, "`dim2` is an empty text, but every object must have it"),
            (#"{"dim2":null}"#, "`dim2` is `null`, but every object must have it"),
            (#"{"dim2":1000}"#, "`dim2` is the number 1000, expected a text in double quotes"),
            (#"{"dim2":"D1","name":[]}"#, "`name` is a list, expected a text in double quotes"),
            (#"{"dim2":"D1","email":1}"#, "`email` is the number 1, expected a text or a list"),
            (#"{"dim2":"D1","email":[1]}"#, "`email` is a list, expected a text or a list"),
            (#"{"dim2":"D1","dim2":"D1"}"#, "found `dim2` twice in one object"),
            (#"{"reference":"C1"}"#, "found a payment, expected customers"),
        ])
    func illFormed(json: String, message: String) throws {
        let fault = try Self.fault("\n" + json)
        #expect(fault.message.hasPrefix(message), "\(fault.message)")
        #expect(fault.line == 2)
        #expect(!fault.help.isEmpty)
    }
}
