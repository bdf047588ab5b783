internal import BooksModel
internal import DomainModel

/// Handles one request after the other, so that the books are whole at every moment.
actor SandboxEngine {
    /// What is known of a request before it is handled.
    struct Arrival: Sendable {
        let number: Int
        let kind: RequestKind
        let orders: FaultOrders
        /// The answer when the credits of the minute are used up.
        let refusal: WireAnswer?
    }

    private var state: SandboxState
    private let folder: StateFolder?
    private var journal: Journal?
    private var random = SystemRandomNumberGenerator()
    private var hasEnded = false

    /// Takes the state, and where it is kept; nothing is kept without a folder.
    init(_ state: SandboxState, folder: StateFolder?, journal: Journal?) {
        self.state = state
        self.folder = folder
        self.journal = journal
    }

    /// Lets go of the folder; nothing is handled any more.
    func end() {
        guard folder != nil else { return }
        hasEnded = true
        journal = nil
        folder?.release()
    }

    /// Decides which faults a request meets, and writes it down.
    func arrive(_ request: WireRequest) -> Arrival {
        let kind = RequestKind(request)
        let real = SandboxClock.realNow
        let number = state.log.add(request, kind, at: state.now(at: real))
        guard kind.service != .admin else {
            return Arrival(number: number, kind: kind, orders: FaultOrders(), refusal: nil)
        }
        let orders = state.faults.effects(on: request, kind)
        let refusal = state.limiter.refusal(of: kind, at: real)
        return Arrival(number: number, kind: kind, orders: orders, refusal: refusal)
    }

    /// Handles a request, unless a fault keeps it from that; what changed is on the disk when this
    /// returns.
    func handle(_ request: WireRequest, _ arrival: Arrival) throws(SandboxFault) -> Delivery {
        if hasEnded { throw SandboxFault("the sandbox has ended") }
        let real = SandboxClock.realNow
        let now = state.now(at: real)
        let isHandled = arrival.refusal == nil && arrival.orders.isHandled
        state.world.passTime(to: now)
        let moods = (state.world.twinfieldMood, state.world.ccvMood)
        for change in arrival.orders.moods { try change.apply(to: &state.world) }
        let language = state.world.twinfieldMood.language
        var answer = arrival.refusal ?? WireAnswer(status: 500)
        if arrival.kind.service == .admin {
            answer = AdminService.answer(request, state: &state, now: now, real: real)
        } else {
            if isHandled { answer = serve(request, arrival.kind, now: now) }
            (state.world.twinfieldMood, state.world.ccvMood) = moods
        }
        try save()
        var delivery = Delivery(answer, date: state.now(at: real))
        delivery.delay = arrival.orders.delayAfter
        delivery.drip = arrival.orders.drip
        if arrival.refusal == nil {
            apply(arrival, to: &delivery, isDutch: language == .dutch)
        }
        let notes = state.world.takeNotes()
        state.log.finish(arrival.number) { entry in
            entry.handled = isHandled
            entry.status = delivery.cut == .beforeAnswer ? nil : delivery.answer.status
            entry.outcome = delivery.outcome(isHandled: isHandled)
            entry.faults = arrival.orders.words
            entry.changes = notes
        }
        return delivery
    }

    private func serve(
        _ request: WireRequest, _ kind: RequestKind, now: Instant
    ) -> WireAnswer {
        kind.service == .ccv
            ? CCVService.answer(request, world: &state.world, now: now)
            : TwinfieldService.answer(
                request, world: &state.world, now: now, random: &random)
    }

    private func apply(_ arrival: Arrival, to delivery: inout Delivery, isDutch: Bool) {
        switch arrival.orders.ending {
        case .cutBefore, .cutAfter: delivery.cut = .beforeAnswer
        case .cutBody: delivery.cut = .inBody
        case .truncated:
            delivery.answer.body.removeLast(delivery.answer.body.count / 2)
        case .answer(let answer, _):
            delivery.answer = answer.wire(for: arrival.kind, isDutch: isDutch)
            delivery.filler = answer.filler(for: arrival.kind)
        case .slow, .drip, .mood, nil: break
        }
    }

    private func save() throws(SandboxFault) {
        let changes = state.takeUnsaved()
        if state.hasBegunAnew {
            state.hasBegunAnew = false
            guard let folder else { return }
            journal = try Journal.create(state.head, in: folder)
        } else {
            try journal?.append(changes)
        }
    }
}

extension Delivery {
    /// What became of the request, for the log.
    fileprivate func outcome(isHandled: Bool) -> String {
        switch cut {
        case nil: "answered"
        case .beforeAnswer: isHandled ? "cut after" : "cut before"
        case .inBody: "cut body"
        }
    }
}
