internal import BooksModel
internal import DomainModel

/// A request at the admin address, taken apart.
struct AdminCall: Sendable {
    /// What stands in the path where the route has a name in braces.
    var arguments: [String] = []
    /// The query.
    let query: [WireRequest.Field]
    /// The object in the body; empty without a body.
    let body: [String: JSONTree]
    /// The body as it is.
    let tree: JSONTree
    /// What the clock of the sandbox shows.
    let now: Instant
    /// The moment in the real world.
    let real: Instant

    /// Reads the body of a request.
    init(_ request: WireRequest, now: Instant, real: Instant) throws(SandboxFault) {
        query = request.query
        self.now = now
        self.real = real
        tree =
            request.body.isEmpty
            ? .object([:]) : try JSONTree(document: request.body, named: "the body")
        if case .object(let object) = tree { body = object } else { body = [:] }
    }

    /// Refuses keys in the body that mean nothing here.
    func allow(_ keys: String...) throws(SandboxFault) {
        guard case .object = tree else {
            throw SandboxFault(
                "the body must be an object", help: "its keys are \(keys.joined(separator: ", "))")
        }
        if let unknown = body.keys.sorted().first(where: { !keys.contains($0) }) {
            throw SandboxFault(
                "\"\(unknown)\" is no key here",
                help: "the keys are \(keys.joined(separator: ", "))")
        }
    }

    /// A text of the query.
    func asked(_ name: String) -> String? { query.first { $0.name == name }?.value }

    /// A text of the body; numbers are taken as text too.
    func text(_ key: String) throws(SandboxFault) -> String? {
        switch body[key] {
        case nil, .null: return nil
        case .text(let value): return value
        case .integer(let value): return String(value)
        default: throw SandboxFault("\"\(key)\" must be a text")
        }
    }

    /// A text that must be there.
    func required(_ key: String) throws(SandboxFault) -> String {
        guard let value = try text(key) else { throw SandboxFault("\"\(key)\" is missing") }
        return value
    }

    /// A whole number of the body.
    func number(_ key: String) throws(SandboxFault) -> Int? {
        switch body[key] {
        case nil, .null: return nil
        case .integer(let value): return Int(value)
        case .text(let text):
            if let value = Int(text) { return value }
        default: break
        }
        throw SandboxFault("\"\(key)\" must be a whole number")
    }

    /// Yes or no of the body.
    func flag(_ key: String) throws(SandboxFault) -> Bool? {
        switch body[key] {
        case nil, .null: return nil
        case .bool(let value): return value
        default: throw SandboxFault("\"\(key)\" must be true or false")
        }
    }

    /// An amount of the body in cents: `"119.00"`.
    func amount(_ key: String) throws(SandboxFault) -> Int64? {
        guard let text = try text(key) else { return nil }
        guard let value = try? MinorUnits.parse(text, digits: 2) else {
            throw SandboxFault(
                "\"\(key)\" is \"\(text)\" and must be an amount", help: #"write "119.00""#)
        }
        return value
    }

    /// A date of the body as Twinfield writes it: `20261120`, also when it came as `2026-11-20`.
    func date(_ key: String) throws(SandboxFault) -> String? {
        try text(key)?.replacing("-", with: "")
    }

    /// The office of the query or of the body, else the first one.
    func office(_ world: World) throws(SandboxFault) -> String {
        let asked = try text("office") ?? self.asked("office")
        let all = world.organisation.offices.map(\.office.code)
        guard let asked else { return all.first ?? "" }
        guard all.contains(asked) else {
            throw SandboxFault(
                "there is no office \"\(asked)\"",
                help: "the offices are \(all.joined(separator: ", "))")
        }
        return asked
    }

    /// The books of that office.
    func books(_ world: World) throws(SandboxFault) -> Books {
        let office = try office(world)
        guard let books = world.organisation[office] else {
            throw SandboxFault("there is no office \"\(office)\"")
        }
        return books
    }

    /// The entry that `daybook` and `number` of the body name.
    func key() throws(SandboxFault) -> EntryKey {
        EntryKey(daybook: try required("daybook"), number: try required("number"))
    }
}
