/// Reads the faults that stand after `--faults`, such as `post:cut-after@3,match:429@every:5`.
///
/// Each is `WHERE:WHAT`, and then when: `@3`, `@2-4`, `@from:5`, `@first:2`, `@every:5`,
/// `@times:3`, `%10`. Faults that do not fit are refused with the place and with what to write.
struct FaultText {
    private let text: String

    /// Takes the text.
    init(_ text: String) { self.text = text.replacing("\n", with: " ") }

    /// All faults of the text.
    func rules() throws(SandboxFault) -> [FaultRule] {
        var rules: [FaultRule] = []
        for part in parts() {
            do {
                rules.append(try rule(part.text))
            } catch {
                throw SandboxFault(
                    "fault \(rules.count + 1), at character \(part.place): \(error.message)",
                    help: error.help)
            }
        }
        guard !rules.isEmpty else {
            throw SandboxFault("no fault is given", help: "write for example post:cut-after@3")
        }
        return rules
    }

    /// The parts between commas that are not inside brackets, with where they begin, from 1.
    private func parts() -> [(text: Substring, place: Int)] {
        var parts: [(text: Substring, place: Int)] = []
        var depth = 0
        var start = text.startIndex
        func close(_ end: String.Index) {
            let part = text[start..<end]
            let space = part.prefix { $0 == " " }
            let place = text.distance(from: text.startIndex, to: start) + space.count + 1
            var trimmed = part.dropFirst(space.count)
            while trimmed.last == " " { trimmed.removeLast() }
            if !trimmed.isEmpty { parts.append((trimmed, place)) }
        }
        for index in text.indices {
            switch text[index] {
            case "(": depth += 1
            case ")": depth -= 1
            case "," where depth == 0:
                close(index)
                start = text.index(after: index)
            default: break
            }
        }
        close(text.endIndex)
        return parts
    }

    private func rule(_ part: Substring) throws(SandboxFault) -> FaultRule {
        guard let colon = part.firstIndex(of: ":") else {
            throw SandboxFault(
                "\"\(part)\" does not say where and what",
                help: "write WHERE:WHAT, for example post:\(part)")
        }
        let place = try Self.place(part[..<colon])
        let rest = part[part.index(after: colon)...]
        let end = Self.endOfWord(in: rest)
        let word = rest[..<end]
        let effect = try FaultWord(word).effect()
        let moment = try Self.moment(rest[end...])
        return FaultRule(place: place, moment: moment, effect: effect, word: String(word))
    }

    /// Where the word with its brackets ends and the moment begins.
    private static func endOfWord(in text: Substring) -> Substring.Index {
        var depth = 0
        for index in text.indices {
            switch text[index] {
            case "(": depth += 1
            case ")": depth -= 1
            case "@", "%": if depth == 0 { return index }
            default: break
            }
        }
        return text.endIndex
    }

    /// Reads where: `post`, `twinfield`, `twinfield/post`, `any`, or a path: `/api/v1/method`.
    static func place(_ text: Substring) throws(SandboxFault) -> FaultPlace {
        if text.first == "/" { return FaultPlace(path: String(text)) }
        if text == "any" { return FaultPlace() }
        let steps = text.split(separator: "/", maxSplits: 1).map(String.init)
        if let service = RequestKind.Service(rawValue: steps.first ?? "") {
            guard steps.count == 2 else { return FaultPlace(service: service) }
            try check(operation: steps[1], of: [service])
            return FaultPlace(service: service, operation: steps[1])
        }
        try check(operation: String(text), of: RequestKind.Service.allCases)
        return FaultPlace(operation: String(text))
    }

    private static func check(
        operation: String, of services: [RequestKind.Service]
    ) throws(SandboxFault) {
        let known = services.flatMap { RequestKind.operations[$0] ?? [] }
        let isKnown = known.contains { operation == $0 || operation.hasPrefix($0 + "-") }
        guard isKnown else {
            throw SandboxFault(
                "\"\(operation)\" is no request that the sandbox knows",
                help: "say any, a service (ccv, twinfield, login), a path such as /api/v1/method,"
                    + " or one of \(known.joined(separator: ", "))")
        }
    }

    /// Reads when: marks that begin with `@` or `%`, one after another.
    private static func moment(_ text: Substring) throws(SandboxFault) -> FaultMoment {
        var moment = FaultMoment()
        var rest = text
        while let mark = rest.first {
            rest = rest.dropFirst()
            let end = rest.firstIndex { $0 == "@" || $0 == "%" } ?? rest.endIndex
            try apply(mark, rest[..<end], to: &moment)
            rest = rest[end...]
        }
        return moment
    }

    private static func apply(
        _ mark: Character, _ item: Substring, to moment: inout FaultMoment
    ) throws(SandboxFault) {
        if mark == "%" {
            guard let percent = Int(item), (1...100).contains(percent) else {
                throw momentFault(mark, item)
            }
            moment.percent = percent
            return
        }
        let sides = item.split(separator: ":", maxSplits: 1)
        let bounds = item.split(separator: "-", maxSplits: 1)
        if sides.count == 2, let number = Int(sides[1]), number > 0 {
            switch sides[0] {
            case "from": moment.from = number
            case "first": moment.through = number
            case "every": moment.every = number
            case "times": moment.times = number
            default: throw momentFault(mark, item)
            }
        } else if let first = Int(bounds.first ?? ""), let last = Int(bounds.last ?? ""),
            first > 0, last >= first
        {
            moment.from = first
            moment.through = last
        } else {
            throw momentFault(mark, item)
        }
    }

    private static func momentFault(_ mark: Character, _ item: Substring) -> SandboxFault {
        SandboxFault(
            "\"\(mark)\(item)\" does not say when",
            help: "write @3 (the third), @2-4, @from:5, @first:2, @every:5, @times:3"
                + " or %10 (ten of a hundred)")
    }
}
