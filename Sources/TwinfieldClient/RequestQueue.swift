public import ServiceHTTP

/// Lets one request at a time through, and none too many (API reference, 7).
///
/// All clients of one organisation share a queue: Twinfield counts per organisation.
public actor RequestQueue {
    private var bucket: CreditBucket
    private let uptime: @Sendable () -> Duration
    private let pause: @Sendable (Duration) async throws -> Void
    private let longestWait: Duration
    private var isBusy = false
    private var waiting: [(id: Int, turn: CheckedContinuation<Bool, Never>)] = []
    private var lastID = 0

    /// Makes a queue; nil credits mean that only what Twinfield asks for is waited for.
    public init(creditsPerMinute: Int?, retrying: Retrying, clock: TwinfieldClock = .system) {
        bucket = CreditBucket(perMinute: creditsPerMinute)
        uptime = clock.uptime
        pause = retrying.pause
        longestWait = retrying.policy.longestWait
    }

    /// Waits for a turn and for the credits; who came first goes first.
    ///
    /// `leave()` must follow, except when this throws.
    func enter(cost: Int) async throws(ServiceFault) {
        guard await turn() else { throw .stopping }
        while true {
            let wait = bucket.wait(for: cost, at: uptime())
            if wait <= .zero { break }
            do { try await pause(wait) } catch {
                leave()
                throw .stopping
            }
        }
        bucket.take(cost, at: uptime())
    }

    /// Ends a turn, and lets the next one in.
    func leave() {
        if waiting.isEmpty {
            isBusy = false
        } else {
            waiting.removeFirst().turn.resume(returning: true)
        }
    }

    /// Notes what an answer says of the limits.
    func hear(_ head: AnswerHead) {
        let now = uptime()
        if let remaining = head["x-ratelimit-remaining"].flatMap({ Int($0) }) {
            bucket.hear(remaining: remaining, at: now)
        }
        if head.status == 429, let wait = head.retryAfter {
            bucket.close(for: min(wait, longestWait), at: now)
        }
    }

    private func turn() async -> Bool {
        if Task.isCancelled { return false }
        if !isBusy {
            isBusy = true
            return true
        }
        lastID += 1
        let id = lastID
        return await withTaskCancellationHandler {
            await withCheckedContinuation { waiting.append((id, $0)) }
        } onCancel: {
            Task { await self.giveUp(id) }
        }
    }

    private func giveUp(_ id: Int) {
        guard let index = waiting.firstIndex(where: { $0.id == id }) else { return }
        waiting.remove(at: index).turn.resume(returning: false)
    }
}
