import DomainModel
import RuleEngine
import Synchronization
import TwinfieldXML

/// Renders entries on several cores and hands the XML out in order.
///
/// A worker renders a run of entries into a buffer of its own and hands it over when its turn has
/// come, so that no more than one run a worker is in memory.
struct EntryRenderer {
    /// Takes bytes of a document; called by one thread at a time.
    typealias Sink = (UnsafeRawBufferPointer) throws -> Void

    let engine: DecisionEngine
    let crew: Crew
    let progress: ProgressLine
    private static let runCount = 1 << 11

    /// Lets the threads call the sink, each in its turn.
    private struct SharedSink: @unchecked Sendable {
        let write: Sink
    }

    /// The positions of the booked payments, in order of (created, reference).
    func booked() -> [Int32] {
        engine.order.filter { engine.verdicts[Int($0)].outcome == .book }
    }

    /// Writes one document with the entries of some payments.
    func write(_ positions: ArraySlice<Int32>, to sink: @escaping Sink) throws {
        var document = MemoWriter()
        document.begin()
        if !positions.isEmpty { document.beginEntries() }
        try document.drain(sink)
        try writeEntries(positions, SharedSink(write: sink))
        document.end()
        try document.drain(sink)
    }

    private func writeEntries(_ positions: ArraySlice<Int32>, _ sink: SharedSink) throws {
        let turns = Turns()
        let next = Atomic(0)
        let fault = Mutex<(any Error)?>(nil)
        let count = (positions.count + Self.runCount - 1) / Self.runCount
        crew.perform(tasks: crew.count) { _, _ in
            var builder = MemoBuilder(engine)
            var writer = MemoWriter(entriesOnly: true)
            while true {
                let run = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard run < count else { return }
                let first = positions.startIndex + run * Self.runCount
                let part = positions[first..<min(positions.endIndex, first + Self.runCount)]
                let rendered = Result { try render(part, &builder, &writer) }
                turns.take(run) {
                    if fault.withLock({ $0 != nil }) { return }
                    do {
                        try rendered.get()
                        try writer.drain(sink.write)
                    } catch {
                        fault.withLock { $0 = error }
                        next.store(count, ordering: .relaxed)
                    }
                    progress.show(
                        "writing entries", done: first - positions.startIndex, of: positions.count)
                }
            }
        }
        if let fault = fault.withLock({ $0 }) { throw fault }
    }

    private func render(
        _ positions: ArraySlice<Int32>, _ builder: inout MemoBuilder,
        _ writer: inout MemoWriter
    ) throws {
        for position in positions {
            do {
                let memo = try builder.build(Int(position), engine.verdicts[Int(position)])
                try writer.write(memo)
                builder.recycle(memo)
            } catch let fault as TextFault {
                throw unwritable(Int(position), fault.text)
            } catch let fault as MemoWriterFault {
                throw unwritable(Int(position), fault.message)
            }
        }
    }

    private func unwritable(_ position: Int, _ why: String) -> CommandFault {
        let reference = engine.payments.text(engine.payments.rows[position].reference)
        return .failed("payment \(reference) cannot be written as an entry: \(why)")
    }
}
