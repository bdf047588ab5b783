internal import DomainModel

/// All that a running sandbox holds: a value, changed by one request after the other.
struct SandboxState: Sendable {
    /// What the world was built from.
    var head: JournalHead
    /// The services' knowledge.
    var world: World
    /// The clock.
    var clock: SandboxClock
    /// The faults that stand.
    var faults: FaultPlan
    /// The credits of Twinfield.
    var limiter: CreditLimiter
    /// The last requests.
    var log = RequestLog()
    /// Set by a reset: the journal has to begin anew.
    var hasBegunAnew = false
    /// Changes for the journal that are not the world's.
    var unsaved: [WorldChange] = []

    /// The moment that the clock of the sandbox shows.
    func now(at real: Instant) -> Instant { clock.now(at: real) }

    /// Moves the clock or changes its speed, for good.
    mutating func changeClock(
        at real: Instant, _ change: (inout SandboxClock) throws(SandboxFault) -> Void
    ) throws(SandboxFault) {
        try change(&clock)
        unsaved.append(
            WorldChange(
                .clock(shows: clock.anchor, real: clock.realAnchor, speed: clock.speed),
                at: clock.anchor))
    }

    /// Everything that the journal does not have yet.
    mutating func takeUnsaved() -> [WorldChange] {
        defer { unsaved = [] }
        return world.takeUnsaved() + unsaved
    }

    /// Begins again with the same shop or another one: books, payments, tokens, moods, faults, log
    /// and clock.
    mutating func reset(seed: UInt64?, payments: Int?, start: Instant) {
        // The clients keep their key and their secret.
        let identity = head.identity
        head = JournalHead(
            seed: seed ?? head.seed, payments: payments ?? head.payments, start: start)
        head.identity = identity
        world = World(head)
        clock = SandboxClock(showing: start, at: head.began)
        faults = FaultPlan(seed: head.seed)
        log = RequestLog()
        unsaved = []
        hasBegunAnew = true
    }
}
