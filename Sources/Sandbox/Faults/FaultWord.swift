/// The words for what a fault does, such as `cut-after`, `429(7)` and `slow(2s)`.
///
/// One spelling for `--faults`, for its JSON, and for the admin address.
struct FaultWord {
    /// The name, such as `soap-after`.
    let name: String
    /// What stands between the brackets, when there are any.
    let argument: String?

    /// All words, as help and errors list them.
    static let all =
        "cut-before, cut-after, cut-body, 429, 429(7), 429(bare), 401, 401(103), 403, 403(105),"
        + " 400, 500, 502, 503, 524 and other numbers (503-after: handled before it),"
        + " soap(100), soap-after(100), html, html-after, empty, empty-after, garbage,"
        + " garbage-after, truncated, huge(64MB), huge-after(64MB), slow(2s), slow-after(2s),"
        + " drip(10s), mood(field=value)"

    /// Takes a word apart.
    init(_ text: Substring) throws(SandboxFault) {
        guard let open = text.firstIndex(of: "(") else {
            name = String(text)
            argument = nil
            return
        }
        guard text.last == ")" else {
            throw SandboxFault("\"\(text)\" has no closing bracket", help: "write \(text))")
        }
        name = String(text[..<open])
        argument = String(text[text.index(after: open)..<text.index(before: text.endIndex)])
    }

    /// What the word means.
    func effect() throws(SandboxFault) -> FaultEffect {
        if let effect = try plainEffect() { return effect }
        let isHandled = name.hasSuffix("-after")
        let base = isHandled ? String(name.dropLast("-after".count)) : name
        switch base {
        case "slow": return .slow(milliseconds: try milliseconds("2s"), handled: isHandled)
        case "soap": return .answer(.soap(code: try soapCode()), handled: isHandled)
        case "html": return .answer(.html, handled: isHandled)
        case "empty": return .answer(.empty, handled: isHandled)
        case "garbage": return .answer(.garbage, handled: isHandled)
        case "huge": return .answer(.huge(bytes: try byteCount()), handled: isHandled)
        default: return .answer(try statusAnswer(base, isHandled), handled: isHandled)
        }
    }

    /// The words that have no form with `-after`.
    private func plainEffect() throws(SandboxFault) -> FaultEffect? {
        switch name {
        case "cut", "cut-before": return .cutBefore
        case "cut-after": return .cutAfter
        case "cut-body": return .cutBody
        case "truncated": return .truncated
        case "drip": return .drip(milliseconds: try milliseconds("10s"))
        case "mood": return .mood(try moodChange())
        default: return nil
        }
    }

    private func statusAnswer(
        _ base: String, _ isHandled: Bool
    ) throws(SandboxFault) -> FaultAnswer {
        guard let status = Int(base), (400...599).contains(status) else {
            throw SandboxFault("there is no fault \"\(name)\"", help: "the faults are \(Self.all)")
        }
        switch status {
        case 429:
            guard !isHandled else {
                throw SandboxFault(
                    "429 means that nothing was handled", help: "write 429, or 503-after")
            }
            if argument == "bare" { return .tooMany(retryAfter: nil) }
            return .tooMany(retryAfter: try number("seconds", standard: 1, in: 0...86_400))
        case 401: return .denied(status: 401, code: try number("a code", standard: 354))
        case 403: return .denied(status: 403, code: try number("a code", standard: 102))
        default:
            guard argument == nil else {
                throw SandboxFault("\(base) takes nothing in brackets", help: "write \(base)")
            }
            return .status(status)
        }
    }

    private func soapCode() throws(SandboxFault) -> Int { try number("a code", standard: 100) }

    private func number(
        _ title: String, standard: Int, in range: ClosedRange<Int> = 0...99_999
    ) throws(SandboxFault) -> Int {
        guard let argument else { return standard }
        guard let value = Int(argument), range.contains(value) else {
            throw SandboxFault(
                "\"\(argument)\" is not \(title)", help: "write \(name)(\(standard))")
        }
        return value
    }

    private func milliseconds(_ example: String) throws(SandboxFault) -> Int {
        guard let value = Duration.milliseconds(in: argument ?? example) else {
            throw SandboxFault(
                "\"\(argument ?? "")\" is no length of time",
                help: "write \(name)(\(example)) or \(name)(200ms)")
        }
        return value
    }

    private func byteCount() throws(SandboxFault) -> Int {
        let text = argument ?? "64MB"
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let factor = ["B": 1, "KB": 1 << 10, "MB": 1 << 20, "GB": 1 << 30, "": 1]
        guard let count = Int(digits), let factor = factor[String(text.dropFirst(digits.count))],
            count <= (8 << 30) / factor
        else {
            throw SandboxFault(
                "\"\(text)\" is no size up to 8GB", help: "write \(name)(64MB) or \(name)(1GB)")
        }
        return count * factor
    }

    private func moodChange() throws(SandboxFault) -> MoodChange {
        var fields: [MoodChange.Field] = []
        for part in (argument ?? "").split(separator: ",") {
            let sides = part.split(separator: "=", maxSplits: 1)
            guard sides.count == 2 else { throw Self.moodFault(part) }
            fields.append(
                MoodChange.Field(name: String(sides[0]), value: Self.value(String(sides[1]))))
        }
        guard !fields.isEmpty else { throw Self.moodFault("") }
        return MoodChange(fields: fields)
    }

    private static func moodFault(_ part: Substring) -> SandboxFault {
        SandboxFault(
            "mood(\(part)) does not say which field becomes what",
            help: "write mood(language=en); the fields stand in  GET /admin/moods")
    }

    private static func value(_ text: String) -> JSONTree {
        switch text {
        case "true": .bool(true)
        case "false": .bool(false)
        case "null": .null
        default: Int64(text).map { .integer($0) } ?? .text(text)
        }
    }
}

extension Duration {
    /// Milliseconds of a text such as `200ms`, `2s`, `5m`, `2h`, `3d`; nil when it is none.
    static func milliseconds(in text: String) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let factors = [
            "ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000, "d": 86_400_000, "w": 604_800_000,
        ]
        guard let count = Int(digits), count < 1_000_000,
            let factor = factors[String(text.dropFirst(digits.count))]
        else { return nil }
        return count * factor
    }
}
