import DomainModel
import RunnerCore
import Synchronization

/// The world that the simulated ports share.
final class SimulatedWorld: Sendable {
    private let state: Mutex<WorldState>

    init(_ state: WorldState) { self.state = Mutex(state) }

    /// Does something to the world that is no call of the process.
    func with<Result: Sendable, Failure: Error>(
        _ change: (inout WorldState) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
        try state.withLock(change)
    }

    /// A call of the process: it may die before or after it, and time passes.
    func call<Result: Sendable>(
        _ name: String, _ change: (inout WorldState) throws -> sending Result
    ) throws -> sending Result {
        try state.withLock { world in
            guard !world.isDead else { throw ProcessDied() }
            world.calls += 1
            let dies =
                world.diesAt.map { world.calls >= $0 } ?? world.random.chance(world.faults.crash)
            if dies {
                world.isDead = true
                let isBefore = world.random.chance(500)
                world.log.note("dies \(isBefore ? "before" : "after") \(name)")
                if isBefore { throw ProcessDied() }
            } else {
                world.log.note("\(world.calls) \(name)")
            }
            let result = try change(&world)
            if dies { throw ProcessDied() }
            return result
        }
    }
}

/// What a service does with a call.
enum Treatment {
    case normal
    /// It is executed and answered, but the answer does not arrive.
    case answerLost
    /// It does not arrive.
    case lost
    /// It is executed much later.
    case late
    /// It is refused.
    case refused
}

extension WorldState {
    /// Passes the time of a call of a service; throws when it surely never arrived.
    mutating func reach(_ port: PortFault.Port) throws {
        var time = Int64(random.between(40, 900))
        if random.chance(faults.slow) { time += Int64(random.between(30_000, 400_000)) }
        pass(milliseconds: time)
        if random.chance(faults.race) { people(act: nil) }
        if let until = downUntil[port.rawValue], now < until {
            throw PortFault(port, kind: "unreachable", "the service is down")
        }
        if faults.downHours > 0, random.chance(faults.downHours) {
            let minutes = random.between(5, 300)
            downUntil[port.rawValue] = Instant(
                milliseconds: now.milliseconds + Int64(minutes) * 60_000)
            log.note("\(port.rawValue) is down for \(minutes) minutes")
            throw PortFault(port, kind: "unreachable", "the service is down")
        }
        if random.chance(faults.unsent) {
            throw PortFault(port, kind: "throttled", "too many requests")
        }
    }

    /// Reads a whole list, or throws.
    mutating func readList(_ port: PortFault.Port) throws {
        try reach(port)
        if random.chance(faults.incomplete) {
            throw PortFault(port, kind: "incomplete", "the list is cut off")
        }
    }

    /// What becomes of a write that is on its way.
    mutating func treatment() -> Treatment {
        let number = random.below(1000)
        var limit = 0
        for (share, treatment) in [
            (faults.lost, Treatment.lost), (faults.answerLost, .answerLost),
            (faults.late, .late), (faults.refused, .refused),
        ] {
            limit += share
            if number < limit { return treatment }
        }
        return .normal
    }
}
