/// Faults as JSON: in the file of `--faults @FILE`, and at the admin address.
///
/// One object is `{"operation":"post","fault":"cut-after","nth":3}`. Keys: `service`, `operation`,
/// `path`, `contains`; `nth`, `from`, `through`, `every`, `percent`, `times`; `fault`, `mood`. A
/// text in the place of an object is read as after `--faults`.
enum FaultJSON {
    private static let keys = [
        "service", "operation", "path", "contains", "nth", "from", "through", "every", "percent",
        "times", "fault", "mood",
    ]

    /// All faults of a document: an object, a text, or a list of them.
    static func rules(in tree: JSONTree) throws(SandboxFault) -> [FaultRule] {
        switch tree {
        case .list(let items):
            var rules: [FaultRule] = []
            for (index, item) in items.enumerated() {
                do {
                    rules += try Self.rules(in: item)
                } catch {
                    throw SandboxFault("fault \(index + 1): \(error.message)", help: error.help)
                }
            }
            return rules
        case .text(let text): return try FaultText(text).rules()
        case .object(let object):
            if let list = object["faults"], object.count == 1 { return try rules(in: list) }
            return [try rule(object)]
        default:
            throw SandboxFault(
                "a fault is an object", help: #"write {"operation":"post","fault":"cut-after"}"#)
        }
    }

    private static func rule(_ object: [String: JSONTree]) throws(SandboxFault) -> FaultRule {
        if let unknown = object.keys.sorted().first(where: { !keys.contains($0) }) {
            throw SandboxFault(
                "\"\(unknown)\" is no key of a fault",
                help: "the keys are \(keys.joined(separator: ", "))")
        }
        let (effect, word) = try effect(object)
        return FaultRule(
            place: try place(object), moment: try moment(object), effect: effect, word: word)
    }

    private static func effect(
        _ object: [String: JSONTree]
    ) throws(SandboxFault) -> (FaultEffect, String) {
        if case .object(let fields)? = object["mood"] {
            let list = fields.sorted { $0.key < $1.key }
                .map { MoodChange.Field(name: $0.key, value: $0.value) }
            return (.mood(MoodChange(fields: list)), "mood")
        }
        guard case .text(let word)? = object["fault"] else {
            throw SandboxFault(
                "\"fault\" says what happens, as a text", help: "the faults are \(FaultWord.all)")
        }
        return (try FaultWord(word[...]).effect(), word)
    }

    private static func place(_ object: [String: JSONTree]) throws(SandboxFault) -> FaultPlace {
        var place = FaultPlace()
        if let operation = try text("operation", object) {
            place = try FaultText.place(operation[...])
        }
        if let service = try text("service", object) {
            place.service = try FaultText.place(service[...]).service
            guard place.service != nil else {
                throw SandboxFault(
                    "\"\(service)\" is no service", help: "say ccv, twinfield or login")
            }
        }
        if let path = try text("path", object) { place.path = path }
        place.contains = try text("contains", object)
        return place
    }

    private static func moment(_ object: [String: JSONTree]) throws(SandboxFault) -> FaultMoment {
        var moment = FaultMoment()
        if let nth = try number("nth", object) {
            moment.from = nth
            moment.through = nth
        }
        if let from = try number("from", object) { moment.from = from }
        if let through = try number("through", object) { moment.through = through }
        if let every = try number("every", object) { moment.every = every }
        if let percent = try number("percent", object) { moment.percent = percent }
        moment.times = try number("times", object)
        return moment
    }

    private static func text(
        _ key: String, _ object: [String: JSONTree]
    ) throws(SandboxFault) -> String? {
        switch object[key] {
        case nil, .null: return nil
        case .text(let value): return value
        default: throw SandboxFault("\"\(key)\" must be a text")
        }
    }

    private static func number(
        _ key: String, _ object: [String: JSONTree]
    ) throws(SandboxFault) -> Int? {
        switch object[key] {
        case nil, .null: return nil
        case .integer(let value) where value > 0 && value <= 1_000_000_000: return Int(value)
        default: throw SandboxFault("\"\(key)\" must be a whole number from 1")
        }
    }

    /// A fault as an object, with what was seen of it.
    static func tree(of rule: FaultRule) -> [String: JSONTree] {
        var object: [String: JSONTree] = ["fault": .text(rule.word)]
        object["service"] = rule.place.service.map { .text($0.rawValue) }
        object["operation"] = rule.place.operation.map { .text($0) }
        object["path"] = rule.place.path.map { .text($0) }
        object["contains"] = rule.place.contains.map { .text($0) }
        let moment = rule.moment
        if moment.from != 1 { object["from"] = .integer(Int64(moment.from)) }
        object["through"] = moment.through.map { .integer(Int64($0)) }
        if moment.every != 1 { object["every"] = .integer(Int64(moment.every)) }
        if moment.percent != 100 { object["percent"] = .integer(Int64(moment.percent)) }
        object["times"] = moment.times.map { .integer(Int64($0)) }
        if case .mood(let change) = rule.effect {
            object["fault"] = nil
            object["mood"] = .object(
                Dictionary(change.fields.map { ($0.name, $0.value) }) { _, last in last })
        }
        return object
    }
}
