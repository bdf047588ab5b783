import DomainModel
import RecordReading
import Testing

@Suite("Answers of CCV's list")
struct PaymentAnswerTests {
    private func read(
        _ text: String, needsCreated: Bool = true, mayBeCut: Bool = false
    ) throws -> [PaymentRecord] {
        try PaymentAnswerReader(needsCreated: needsCreated, mayBeCut: mayBeCut)
            .payments(Array(text.utf8))
    }

    private func fault(_ text: String) -> RecordFault? {
        #expect(throws: RecordFault.self) { _ = try read(text) }
    }

    @Test("What is needed to fetch is read; the rest stays as CCV wrote it")
    func fields() throws {
        let text = #"""
            { "lastUpdate":1709621105740, "created":1709620979582, "amount":28.20,
              "x": [1,
              {"payUrl": "inner"}], "status":"Success", "reference":"C24.G",
              "type":"REFUND", "originalReference":"A\u002e1", "childReferenceId":"K" }
            """#
        let record = try #require(try read("[" + text + "]").first)
        #expect(record.reference == "C24.G")
        #expect(record.created.milliseconds == 1_709_620_979_582)
        #expect(record.lastUpdate.milliseconds == 1_709_621_105_740)
        #expect(record.status == "Success" && record.type == "REFUND")
        #expect(record.originalReference == "A.1" && record.childReference == "K")
        #expect(
            String(decoding: record.json, as: UTF8.self)
                == #"{"lastUpdate":1709621105740,"created":1709620979582,"amount":28.20,"#
                + #""x": [1,   {"payUrl": "inner"}],"status":"Success","reference":"C24.G","#
                + #""type":"REFUND","originalReference":"A\u002e1","childReferenceId":"K"}"#)
    }

    @Test("What opens something or names a person is not kept, however its name is written")
    func privacy() throws {
        let text = #"""
            [{"payUrl":"https://secret/1","cancelUrl":"https://secret/2","details":{"maskedPan":
            "secret}","a":["]"]},"reference":"A","pay\u0055rl":"https://secret/3","returnURL":
            "secret","created":1709620979582,"notificationRequests":["secret"],"token":"secret",
            "tokenMaskedInput":"secret","amount":1.00,"webhookUrl":null}]
            """#
        let record = try #require(try read(text).first)
        #expect(
            String(decoding: record.json, as: UTF8.self)
                == #"{"reference":"A","created":1709620979582,"amount":1.00}"#)
        var reader = PaymentReader()
        try record.json.withUnsafeBytes { try reader.feed($0) }
        #expect(try reader.finish().rows.count == 1)
    }

    @Test(
        "A list, one object, and an object around one list are answers",
        arguments: [
            (#"[]"#, 0), (#" [ ] "#, 0), (#"{"data":[]}"#, 0),
            (#"{"reference":"A","created":1709620979582}"#, 1),
            (#"{"reference":"A","created":1709620979582,"notificationRequests":[]}"#, 1),
            (
                #"[{"reference":"A","created":1709620979582},{"created":"1709620979582","#
                    + #""reference":"B"}]"#, 2
            ),
            (#"{"n":1,"list":[{"reference":"A","created":1709620979582}],"more":false}"#, 1),
        ])
    func shapes(text: String, count: Int) throws {
        #expect(try read(text).count == count)
    }

    @Test(
        "Anything else is a fault that says where and what",
        arguments: [
            ("", "0 bytes"), ("   ", "ends in the middle"), ("<html>", "web page"),
            ("null", "`null`"), ("[1]", "expected an object"), ("{}", "`reference`"),
            (#"{"a":[],"b":[]}"#, "`reference`"), ("[{}] x", "`reference`"),
            (#"{"data":[{"reference":"A","created":1709620979582}]} {}"#, "`{`"),
            (#"[{"reference":"A","created":1709620979582},]"#, "after a comma"),
            (#"[{"reference":"A","created":1709620979582} {}]"#, "expected `,` or `]`"),
            (#"[{"reference":"A","created":1709620979582}"#, "ends in the middle"),
            (#"[{"reference":12,"created":1709620979582}]"#, "the number 12"),
            (#"[{"reference":"","created":1709620979582}]"#, "an empty text"),
            (#"[{"reference":"A"}]"#, "`created` of payment `A` is missing"),
            (#"[{"reference":"A","created":"2024-03-05"}]"#, "milliseconds"),
            (#"[{"reference":"A","reference":"B","created":1709620979582}]"#, "twice"),
            (#"[{"type":"process_error","message":"No","reference":"2d951ad9"}]"#, "(No)"),
        ])
    func faults(text: String, words: String) {
        let fault = fault(text)
        #expect(fault?.message.contains(words) == true, "\(fault?.message ?? "none")")
    }

    @Test("A fault names the line of the payment")
    func line() {
        let good = #"{"reference":"A","created":1709620979582}"#
        #expect(fault("[\n\(good),\n{\"reference\":\"B\"}\n]")?.line == 3)
    }

    @Test("An answer cut anywhere gives the payments that are whole, where that is allowed")
    func cut() throws {
        let text =
            #"[{"reference":"A","created":1709620979582},"#
            + #"{"reference":"B","created":1709620979583}]"#
        let bytes = Array(text.utf8)
        for count in 1..<bytes.count {
            let part = Array(bytes[..<count])
            let found = try PaymentAnswerReader(needsCreated: true, mayBeCut: true).payments(part)
            #expect(found.map(\.reference) == Array(["A", "B"].prefix(found.count)))
            #expect(throws: RecordFault.self) {
                _ = try PaymentAnswerReader(needsCreated: true).payments(part)
            }
        }
    }

    @Test("Where moments do not count, a payment without one is taken")
    func withoutCreated() throws {
        let records = try read(#"[{"reference":"A","status":"success"}]"#, needsCreated: false)
        #expect(records.map(\.created.isPresent) == [false])
    }

    @Test("Error bodies are read as far as they go")
    func errors() throws {
        let text = #"""
            {"type":"process_error","message":"Limit \"11.98\"","reference":"2d951ad9",
             "failureCode":"refund_limit","balance":{"total":1.35}}
            """#
        let error = try #require(ErrorRecord(Array(text.utf8)))
        #expect(error.type == "process_error" && error.failureCode == "refund_limit")
        #expect(error.reference == "2d951ad9")
        for none in ["", "[]", "{}", "{\"message\":", "<html>", "{\"reference\":\"x\"}"] {
            #expect(ErrorRecord(Array(none.utf8)) == nil)
        }
    }

    @Test("Methods come with their brands, with or without options")
    func methods() throws {
        let text = #"""
            [{"method":"card","options":[{"brand":"visa"},{"brand":"bcmc"}]},{"method":"paypal"},
             {"method":"ideal","options":[{"issuerid":"1"}]}]
            """#
        let methods = try PaymentMethodRecord.read(Array(text.utf8))
        #expect(methods.map(\.method) == ["card", "paypal", "ideal"])
        #expect(methods.map(\.brands) == [["visa", "bcmc"], [], []])
        for wrong in ["", "{}", "[{}]", "[1]", "[{\"method\":\"card\"}", "<html>"] {
            #expect(throws: RecordFault.self) {
                _ = try PaymentMethodRecord.read(Array(wrong.utf8))
            }
        }
    }
}
