import DomainModel
import RuleEngine
import TwinfieldXML
import Wording

/// Renders the entries of some payments as XML.
final class EntryRenderer: OrderedRuns.Worker {
    private let engine: DecisionEngine
    private let positions: ArraySlice<Int32>
    private var builder: MemoBuilder
    private var writer = MemoWriter(entriesOnly: true)

    private init(_ engine: DecisionEngine, _ positions: ArraySlice<Int32>) {
        self.engine = engine
        self.positions = positions
        builder = MemoBuilder(engine)
    }

    /// The positions of the booked payments, in order of (created, reference).
    static func booked(_ engine: DecisionEngine) -> [Int32] {
        engine.order.filter { engine.verdicts[Int($0)].outcome == .book }
    }

    /// Writes one document with the entries of some payments.
    static func write(
        _ positions: ArraySlice<Int32>, of engine: DecisionEngine, by runs: OrderedRuns,
        to sink: @escaping OrderedRuns.Sink
    ) throws {
        var document = MemoWriter()
        document.begin()
        if !positions.isEmpty { document.beginEntries() }
        try document.drain(sink)
        try runs.write(positions.count, to: sink) { EntryRenderer(engine, positions) }
        document.end()
        try document.drain(sink)
    }

    func render(_ places: Range<Int>) throws {
        for place in places {
            let position = Int(positions[positions.startIndex + place])
            do {
                let memo = try builder.build(position, engine.verdicts[position])
                try writer.write(memo)
                builder.recycle(memo)
            } catch let fault as TextFault {
                throw unwritable(position, fault.text.en)
            } catch let fault as MemoWriterFault {
                throw unwritable(position, fault.message)
            }
        }
    }

    func drain(_ sink: OrderedRuns.Sink) throws { try writer.drain(sink) }

    private func unwritable(_ position: Int, _ why: String) -> CommandFault {
        let reference = engine.payments.text(engine.payments.rows[position].reference)
        return .failed("payment \(reference) cannot be written as an entry: \(why)")
    }
}
