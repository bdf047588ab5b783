import Testing

@testable import Sandbox

@Suite("Faults as JSON")
struct FaultJSONTests {
    private static func rules(_ json: String) throws -> [FaultRule] {
        try FaultJSON.rules(in: JSONTree(document: Array(json.utf8), named: "the body"))
    }

    static let same = [
        (#"{"operation":"post","fault":"cut-after","nth":3}"#, "post:cut-after@3"),
        (#""post:cut-after@3""#, "post:cut-after@3"),
        (#"{"faults":["match:429",{"fault":"503"}]}"#, "match:429,any:503"),
        (#"[{"service":"login","fault":"slow(2s)","percent":10}]"#, "login:slow(2s)%10"),
        (
            #"{"service":"ccv","operation":"method","fault":"html","every":2,"times":4}"#,
            "ccv/method:html@every:2@times:4"
        ),
        (#"{"path":"/auth","fault":"empty","from":2,"through":5}"#, "/auth:empty@2-5"),
    ]

    @Test("JSON means the same as the text", arguments: same)
    func jsonMeansTheSame(json: String, text: String) throws {
        #expect(try Self.rules(json) == FaultText(text).rules())
    }

    @Test("A fault as the admin address shows it is the fault again", arguments: same)
    func shownFaultIsTheFault(json: String, text: String) throws {
        let rules = try Self.rules(json)
        let shown = rules.map { JSONTree.object(FaultJSON.tree(of: $0)) }
        #expect(try FaultJSON.rules(in: .list(shown)) == rules)
    }

    @Test("Moods can be an object")
    func moodsCanBeAnObject() throws {
        let rules = try Self.rules(#"{"operation":"browse","mood":{"browseTruncatedTo":5}}"#)
        let change = MoodChange(fields: [.init(name: "browseTruncatedTo", value: 5)])
        #expect(rules.map(\.effect) == [.mood(change)])
    }

    static let bad = [
        (#"{"operation":"post","falt":"cut"}"#, "\"falt\" is no key of a fault"),
        (#"{"operation":"post"}"#, "\"fault\" says what happens"),
        (#"{"operation":"post","fault":"cut","nth":"3"}"#, "\"nth\" must be a whole number"),
        (#"{"operation":"post","fault":"cut","nth":0}"#, "\"nth\" must be a whole number"),
        (#"["post:503",{"fault":"cuts"}]"#, "fault 2: there is no fault \"cuts\""),
        (#"{"service":"bank","fault":"cut"}"#, "\"bank\""),
        ("3", "a fault is an object"),
        ("{", "this is no JSON"),
    ]

    @Test("Wrong JSON is refused with a sentence", arguments: bad)
    func wrongJSONIsRefused(json: String, message: String) {
        let fault = #expect(throws: SandboxFault.self) { try Self.rules(json) }
        #expect(fault?.message.contains(message) == true, "\(fault?.message ?? "")")
    }
}
