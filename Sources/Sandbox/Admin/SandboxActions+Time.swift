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
