import Testing

@testable import Sandbox

@Suite("Faults as text")
struct FaultTextTests {
    struct Good: CustomTestStringConvertible, Sendable {
        let text: String
        let place: FaultPlace
        var moment = FaultMoment()
        let effect: FaultEffect
        var testDescription: String { text }
    }

    static let good = [
        Good(text: "post:cut", place: FaultPlace(operation: "post"), effect: .cutBefore),
        Good(
            text: "post:cut-after@3", place: FaultPlace(operation: "post"),
            moment: FaultMoment(from: 3, through: 3), effect: .cutAfter),
        Good(
            text: "match:429@every:5", place: FaultPlace(operation: "match"),
            moment: FaultMoment(every: 5),
            effect: .answer(.tooMany(retryAfter: 1), handled: false)),
        Good(
            text: "browse:slow(2s)%10", place: FaultPlace(operation: "browse"),
            moment: FaultMoment(percent: 10), effect: .slow(milliseconds: 2000, handled: false)),
        Good(
            text: "any:429(bare)@2-4", place: FaultPlace(),
            moment: FaultMoment(from: 2, through: 4),
            effect: .answer(.tooMany(retryAfter: nil), handled: false)),
        Good(
            text: "twinfield/read:soap-after(109)@from:2@times:3",
            place: FaultPlace(service: .twinfield, operation: "read"),
            moment: FaultMoment(from: 2, times: 3),
            effect: .answer(.soap(code: 109), handled: true)),
        Good(
            text: "login:503-after@first:2", place: FaultPlace(service: .login),
            moment: FaultMoment(through: 2), effect: .answer(.status(503), handled: true)),
        Good(
            text: "/api/v1/method:401(103)", place: FaultPlace(path: "/api/v1/method"),
            effect: .answer(.denied(status: 401, code: 103), handled: false)),
        Good(
            text: "browse:mood(browseTruncatedTo=5,language=en)",
            place: FaultPlace(operation: "browse"),
            effect: .mood(
                MoodChange(fields: [
                    .init(name: "browseTruncatedTo", value: 5),
                    .init(name: "language", value: "en"),
                ]))),
        Good(
            text: "read-dimensions:huge(2MB)", place: FaultPlace(operation: "read-dimensions"),
            effect: .answer(.huge(bytes: 2 << 20), handled: false)),
    ]

    @Test("A text says where, what and when", arguments: good)
    func textIsRead(good: Good) throws {
        let rules = try FaultText(good.text).rules()
        #expect(rules.map(\.place) == [good.place])
        #expect(rules.map(\.moment) == [good.moment])
        #expect(rules.map(\.effect) == [good.effect])
    }

    @Test("Commas separate faults, but not inside brackets")
    func commasSeparate() throws {
        let rules = try FaultText(
            "post:cut-after@3, match:429@every:5,\nbrowse:mood(a=1,b=true)"
        ).rules()
        #expect(rules.map(\.word) == ["cut-after", "429", "mood(a=1,b=true)"])
    }

    static let bad = [
        ("post:cut-afer", "fault 1, at character 1: there is no fault \"cut-afer\"", "cut-after"),
        ("post:429, psot:cut", "fault 2, at character 11: \"psot\" is no request", "post"),
        ("cut-after", "does not say where and what", "post:cut-after"),
        ("post:slow(quick)", "\"quick\" is no length of time", "slow(2s)"),
        ("post:slow(2s", "has no closing bracket", "slow(2s)"),
        ("post:503@soon", "\"@soon\" does not say when", "@3"),
        ("post:503%0", "\"%0\" does not say when", "%10"),
        ("post:503@4-2", "\"@4-2\" does not say when", "@2-4"),
        ("post:429-after", "nothing was handled", "503-after"),
        ("post:503(9)", "takes nothing in brackets", "503"),
        ("post:mood(language)", "does not say which field", "mood(language=en)"),
        ("post:huge(9GB)", "no size", "64MB"),
        ("ccv/post:cut", "\"post\" is no request", "transaction-list"),
        ("", "no fault is given", "post:cut-after@3"),
    ]

    @Test("A wrong text is refused with its place and with what to write", arguments: bad)
    func wrongTextIsRefused(text: String, message: String, help: String) {
        let fault = #expect(throws: SandboxFault.self) { try FaultText(text).rules() }
        #expect(fault?.message.contains(message) == true, "\(fault?.message ?? "")")
        #expect(fault?.help.contains(help) == true, "\(fault?.help ?? "")")
    }

    @Test("Every word that help lists is a word")
    func listedWordsExist() throws {
        let words = FaultWord.all.split(separator: ", ").map { $0.prefix { $0 != " " } }
        #expect(words.count > 20)
        for word in words { _ = try FaultWord(word).effect() }
    }
}
