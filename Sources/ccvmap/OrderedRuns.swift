import RuleEngine
import Synchronization

/// Renders runs of records on several cores and hands the bytes out in order.
///
/// A worker renders a run into a buffer of its own and hands it over when its turn has come, so
/// that no more than one run a worker is in memory.
struct OrderedRuns {
    /// Takes bytes; called by one thread at a time.
    typealias Sink = (UnsafeRawBufferPointer) throws -> Void

    /// Renders records by their places, for one thread.
    protocol Worker: AnyObject {
        /// Renders some records into a buffer.
        func render(_ places: Range<Int>) throws
        /// Hands the buffer out and empties it.
        func drain(_ sink: Sink) throws
    }

    /// Lets the threads call the sink, each in its turn.
    private struct SharedSink: @unchecked Sendable {
        let write: Sink
    }

    let crew: Crew
    let progress: ProgressLine
    /// What is done, for the progress line.
    let work: String
    private static let runCount = 1 << 11

    /// Renders records from 0 up to `count`; the first fault in their order ends it.
    func write(
        _ count: Int, to sink: @escaping Sink, worker: @Sendable () -> any Worker
    ) throws {
        let shared = SharedSink(write: sink)
        let turns = Turns()
        let next = Atomic(0)
        let fault = Mutex<(any Error)?>(nil)
        let runs = (count + Self.runCount - 1) / Self.runCount
        crew.perform(tasks: min(crew.count, runs)) { _, _ in
            let worker = worker()
            while true {
                let run = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard run < runs else { return }
                let first = run * Self.runCount
                let rendered = Result {
                    try worker.render(first..<min(count, first + Self.runCount))
                }
                turns.take(run) {
                    if fault.withLock({ $0 != nil }) { return }
                    do {
                        try rendered.get()
                        try worker.drain(shared.write)
                    } catch {
                        fault.withLock { $0 = error }
                        next.store(runs, ordering: .relaxed)
                    }
                    progress.show(work, done: first, of: count)
                }
            }
        }
        if let fault = fault.withLock({ $0 }) { throw fault }
    }
}
