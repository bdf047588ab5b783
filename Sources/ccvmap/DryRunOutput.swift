import DomainModel
import RuleEngine

/// Writes what a dry run found: entries, decisions, a table.
///
/// Files appear whole, all or none.
struct DryRunOutput {
    let engine: DecisionEngine
    let format: DryRunCommand.Format
    let output: String?
    let decisions: String?
    let split: Int?
    let crew: Crew
    let progress: ProgressLine

    /// Writes the files, then stdout, and puts the files in their places when all went well.
    func write() throws {
        var files: [OutputFile] = []
        if let output { files += try writeEntries(to: output) }
        if let decisions {
            let file = try OutputFile(path: decisions)
            try writeDecisions { try file.write($0) }
            files.append(file)
        }
        for file in files { try file.finish() }
        try writeStandardOutput()
        for file in files { try file.commit() }
    }

    private func writeStandardOutput() throws {
        switch format {
        case .xml:
            guard output == nil else { return }
            _ = try writeEntries(entriesMaximum: .max) { _ in
                { bytes in try standardOutput(bytes) }
            }
            try Console.output([0x0A])
        case .json: try writeDecisions { try standardOutput($0) }
        case .table:
            try DecisionTable(engine: engine).write { try Console.output(Array($0.utf8)[...]) }
        }
    }

    private func standardOutput(_ bytes: UnsafeRawBufferPointer) throws {
        progress.clear()
        do {
            try FileDescriptor.write(bytes, to: 1)
        } catch {
            throw CommandFault.failed("stdout: cannot be written: \(error.reason)")
        }
    }

    private func writeEntries(to path: String) throws -> [OutputFile] {
        var files: [OutputFile] = []
        try writeEntries(entriesMaximum: split ?? .max) { number in
            let file = try OutputFile(path: split == nil ? path : numbered(path, number))
            files.append(file)
            return { try file.write($0) }
        }
        return files
    }

    /// `memos.xml` becomes `memos-0001.xml`.
    private func numbered(_ path: String, _ number: Int) -> String {
        let digits = String(String(10_000 + number).dropFirst(number < 10_000 ? 1 : 0))
        let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        guard let dot = path[slash...].lastIndex(of: "."), dot > slash else {
            return path + "-" + digits
        }
        return path[..<dot] + "-" + digits + path[dot...]
    }

    /// Renders the entries in order of (created, reference); a new sink for every document.
    private func writeEntries(
        entriesMaximum: Int, _ open: (_ number: Int) throws -> OrderedRuns.Sink
    ) throws {
        let runs = OrderedRuns(crew: crew, progress: progress, work: "writing entries")
        var rest = EntryRenderer.booked(engine)[...]
        var number = 1
        repeat {
            let document = rest.prefix(entriesMaximum)
            try EntryRenderer.write(document, of: engine, by: runs, to: open(number))
            rest = rest.dropFirst(entriesMaximum)
            number += 1
        } while !rest.isEmpty
    }

    private func writeDecisions(_ sink: @escaping OrderedRuns.Sink) throws {
        let engine = engine
        let explainer = engine.explainer(forCards: true)
        try OrderedRuns(crew: crew, progress: progress, work: "writing decisions")
            .write(engine.payments.rows.count, to: sink) { DecisionRenderer(engine, explainer) }
    }
}
