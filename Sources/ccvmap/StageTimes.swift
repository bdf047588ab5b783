/// How long the stages of a command took, for whoever measures.
struct StageTimes {
    private let clock = ContinuousClock()
    private var last: ContinuousClock.Instant
    private var stages: [(name: String, time: Duration)] = []

    init() { last = clock.now }

    /// Ends a stage.
    mutating func end(_ name: String) {
        let now = clock.now
        stages.append((name, now - last))
        last = now
    }

    /// One line a stage, in milliseconds.
    var text: String {
        stages.map { stage in
            let (seconds, attoseconds) = stage.time.components
            let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000
            return "stage \(stage.name) \(milliseconds) ms"
        }
        .joined(separator: "\n")
    }
}
