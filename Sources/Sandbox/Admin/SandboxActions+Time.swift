internal import DomainModel

extension SandboxActions {
    static func clock(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        ["now": .moment(state.now(at: call.real)), "speed": .count(state.clock.speed)]
    }

    static func setClock(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        try call.allow("forward", "set", "speed")
        var moment: Instant?
        if let forward = try call.text("forward") {
            guard let length = Duration.milliseconds(in: forward) else {
                throw SandboxFault(
                    "\"\(forward)\" is no length of time", help: #"write {"forward":"2h"} or "3d""#)
            }
            moment = Instant(milliseconds: call.now.milliseconds + Int64(length))
        }
        if let text = try call.text("set") {
            guard let set = Instant(iso: text) else {
                throw SandboxFault(
                    "\"\(text)\" is no moment", help: #"write {"set":"2026-12-01T09:00:00Z"}"#)
            }
            moment = set
        }
        let speed = try call.number("speed")
        try state.changeClock(at: call.real) { clock throws(SandboxFault) in
            if let moment { try clock.move(to: moment, at: call.real) }
            if let speed { try clock.run(at: speed, at: call.real) }
        }
        state.world.passTime(to: state.now(at: call.real))
        return try clock(call, &state)
    }

    static func expireTokens(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        state.world.changeLogins(.expireAccessTokens, at: call.now)
        return ["expired": true]
    }

    static func revokeTokens(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        state.world.changeLogins(.revokeConsents, at: call.now)
        return ["revoked": true]
    }

    static func clients(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        let all = state.world.logins.clients.map { client -> JSONTree in
            [
                "client_id": .text(client.id), "client_secret": .text(client.secret),
                "redirect_uris": .list(client.redirectURIs.map { .text($0) }),
            ]
        }
        return ["clients": .list(all)]
    }

    static func register(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        try call.allow("client_id", "client_secret", "redirect_uris")
        let addresses: [String]
        switch call.body["redirect_uris"] {
        case nil, .null: addresses = []
        case .text(let address): addresses = [address]
        case .list(let items):
            addresses = items.compactMap { item in
                if case .text(let address) = item { address } else { nil }
            }
        default: throw SandboxFault("\"redirect_uris\" must be a list of texts")
        }
        let id = try call.text("client_id") ?? state.head.identity.clientID
        let secret = try call.text("client_secret") ?? state.head.identity.clientSecret
        let client = OAuthClient(id: id, secret: secret, redirectURIs: addresses)
        state.world.changeLogins(.register(client), at: call.now)
        return try clients(call, &state)
    }

    static func reset(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        try call.allow("seed", "payments", "start")
        var seed: UInt64?
        if let text = try call.text("seed") {
            guard let value = UInt64(text) else {
                throw SandboxFault("\"seed\" must be a whole number, not negative")
            }
            seed = value
        }
        let payments = try call.number("payments")
        guard payments.map({ $0 >= 0 }) ?? true else {
            throw SandboxFault("\"payments\" must not be negative")
        }
        var start = call.real
        if let text = try call.text("start") {
            guard let moment = Instant(iso: text) else {
                throw SandboxFault(
                    "\"\(text)\" is no moment", help: #"write "2026-11-20T09:00:00Z""#)
            }
            start = moment
        }
        state.reset(seed: seed, payments: payments, start: start)
        return ["seed": .integer(Int64(clamping: state.head.seed)), "start": .moment(start)]
    }
}
