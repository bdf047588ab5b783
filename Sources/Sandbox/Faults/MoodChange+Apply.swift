extension MoodChange {
    /// Changes the moods of a world for one request, without a trace in the journal.
    func apply(to world: inout World) throws(SandboxFault) {
        let changed = try moods(after: world)
        world.twinfieldMood = changed.twinfield
        world.ccvMood = changed.ccv
    }

    /// The moods with the fields changed; a field is of the mood that has one of its name.
    func moods(
        after world: World
    ) throws(SandboxFault) -> (twinfield: TwinfieldMood, ccv: CCVMood) {
        var twinfield = MoodFields(world.twinfieldMood)
        var ccv = MoodFields(world.ccvMood)
        for field in fields {
            if twinfield.has(field.name) {
                twinfield.set(field)
            } else if ccv.has(field.name) {
                ccv.set(field)
            } else {
                throw SandboxFault(
                    "\"\(field.name)\" is no field of a mood",
                    help: "the fields are \((twinfield.names + ccv.names).joined(separator: ", "))")
            }
        }
        return (try twinfield.mood(), try ccv.mood())
    }
}

/// The fields of a mood by name, as its JSON has them; those that are nil now included.
private struct MoodFields<Mood: Codable> {
    private var object: [String: JSONTree]
    private var optional: Set<String> = []

    init(_ mood: Mood) {
        guard case .object(let fields) = JSONTree(of: mood) else {
            object = [:]
            return
        }
        object = fields
        // A field that is nil is not in the JSON, but in the value.
        for child in Mirror(reflecting: mood).children {
            if let name = child.label, object[name] == nil { optional.insert(name) }
        }
    }

    var names: [String] { optional.union(object.keys).sorted() }

    func has(_ name: String) -> Bool { object[name] != nil || optional.contains(name) }

    mutating func set(_ field: MoodChange.Field) { object[field.name] = field.value }

    func mood() throws(SandboxFault) -> Mood {
        do {
            return try JSONTree.object(object).decoded(as: Mood.self)
        } catch {
            throw SandboxFault("a mood cannot be so: \(JSONTree.words(of: error))")
        }
    }
}
