internal import BooksModel
internal import DomainModel
internal import PaymentsModel

/// What drives the sandbox itself: its state, log, faults, moods, clock and tokens.
enum SandboxActions {
    static let routes: [AdminRoute] = [
        AdminRoute("GET", "/state", "the clock, the seed, and how much there is", overview),
        AdminRoute(
            "GET", "/requests",
            "the last requests with what became of them; ?service=, ?operation=, ?last=N",
            requests),
        AdminRoute("DELETE", "/requests", "forgets the requests", forgetRequests),
        AdminRoute("GET", "/faults", "the faults that stand, and how often each was met", faults),
        AdminRoute(
            "POST", "/faults",
            "sets more faults: an object, a list, or a text as after --faults", setFaults),
        AdminRoute("DELETE", "/faults", "takes all faults away", dropFaults),
        AdminRoute("DELETE", "/faults/{id}", "takes one fault away", dropFault),
        AdminRoute("GET", "/moods", "how the services behave where it is not known", moods),
        AdminRoute("POST", "/moods", "changes fields of the moods, for good", setMoods),
        AdminRoute("GET", "/clock", "what the clock shows, and how fast it runs", clock),
        AdminRoute(
            "POST", "/clock",
            "forward (2h, 3d), set (a moment, not earlier), speed (1; 0 stands still)", setClock),
        AdminRoute("POST", "/tokens/expire", "ends all access tokens", expireTokens),
        AdminRoute(
            "POST", "/tokens/revoke", "withdraws all consents: refresh tokens end too",
            revokeTokens),
        AdminRoute("GET", "/clients", "the programs that may ask for consent", clients),
        AdminRoute(
            "POST", "/clients",
            "registers a program: client_id, client_secret, redirect_uris (none: any address of"
                + " this machine)", register),
        AdminRoute(
            "POST", "/reset", "begins again: seed, payments, start; each as it was when absent",
            reset),
    ]

    private static func overview(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        let offices = state.world.organisation.offices.map { books -> JSONTree in
            [
                "office": .text(books.office.code), "name": .text(books.office.name),
                "entries": .count(books.entries.count),
                "customers": .count(books.customers.count),
                "matches": .count(books.matches.count),
                "deleted": .count(books.deletedEntries.count),
            ]
        }
        return [
            "now": .moment(call.now), "speed": .count(state.clock.speed),
            "seed": .integer(Int64(clamping: state.head.seed)), "start": .moment(state.head.start),
            "offices": .list(offices),
            "payments": .count(state.world.payments.payments.count),
            "faults": .count(state.faults.standing.count),
            "requests": JSONTree(of: state.log.counts),
        ]
    }

    private static func requests(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        let service = call.asked("service")
        let operation = call.asked("operation")
        let last = call.asked("last").flatMap { Int($0) } ?? 100
        let wanted = state.log.entries.filter { entry in
            if let service, entry.service.rawValue != service { return false }
            if service == nil, entry.service == .admin { return false }
            guard let operation else { return true }
            return entry.operation == operation || entry.operation.hasPrefix(operation + "-")
        }
        return [
            "counts": JSONTree(of: state.log.counts),
            "requests": JSONTree(of: Array(wanted.suffix(max(0, last)))),
        ]
    }

    private static func forgetRequests(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        state.log.clear()
        return ["requests": []]
    }

    private static func faults(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        let all = state.faults.standing.map { fault -> JSONTree in
            var object = FaultJSON.tree(of: fault.rule)
            object["id"] = .count(fault.id)
            object["seen"] = .count(fault.seen)
            object["met"] = .count(fault.met)
            return .object(object)
        }
        return ["faults": .list(all)]
    }

    private static func setFaults(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        let rules = try FaultJSON.rules(in: call.tree)
        guard !rules.isEmpty else {
            throw SandboxFault(
                "no fault is given", help: #"write {"operation":"post","fault":"cut-after"}"#)
        }
        for rule in rules {
            guard case .mood(let change) = rule.effect else { continue }
            _ = try change.moods(after: state.world)
        }
        for rule in rules { state.faults.add(rule) }
        return try faults(call, &state)
    }

    private static func dropFaults(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        state.faults.removeAll()
        return ["faults": []]
    }

    private static func dropFault(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        guard let id = Int(call.arguments[0]), state.faults.remove(id) else {
            throw SandboxFault(
                "there is no fault \(call.arguments[0])", help: "see GET /admin/faults")
        }
        return try faults(call, &state)
    }

    private static func moods(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        [
            "twinfield": JSONTree(of: state.world.twinfieldMood),
            "ccv": JSONTree(of: state.world.ccvMood),
        ]
    }

    private static func setMoods(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        // Fields may stand alone, or under the service they belong to.
        var fields: [MoodChange.Field] = []
        for (name, value) in call.body.sorted(by: { $0.key < $1.key }) {
            if case .object(let object) = value, name == "twinfield" || name == "ccv" {
                fields += object.sorted { $0.key < $1.key }
                    .map { MoodChange.Field(name: $0.key, value: $0.value) }
            } else {
                fields.append(MoodChange.Field(name: name, value: value))
            }
        }
        let changed = try MoodChange(fields: fields).moods(after: state.world)
        if changed.twinfield != state.world.twinfieldMood {
            state.world.changeMood(changed.twinfield, at: call.now)
        }
        if changed.ccv != state.world.ccvMood {
            state.world.changeMood(changed.ccv, at: call.now)
        }
        return try moods(call, &state)
    }
}
