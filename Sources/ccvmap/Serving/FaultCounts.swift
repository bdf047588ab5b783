import LedgerStore
import RunnerCore
import Synchronization

/// Counts the faults of the services and of the disk, by connection.
final class FaultCounts: Sendable {
    /// A connection, who failed, and how.
    struct Fault: Hashable {
        var connection: String
        var service: String
        var kind: String
    }

    private let counts = Mutex<[Fault: Int]>([:])
    private let problems = Mutex<[String: [String: Int]]>([:])

    /// Counts the faults that a report tells, and its problems.
    func count(_ report: RunReport) {
        let codes = Dictionary(grouping: report.problems, by: \.code).mapValues(\.count)
        problems.withLock { $0[report.connection] = codes }
        for problem in report.problems {
            guard let fault = PortFault.words(of: problem.code) else { continue }
            add(report.connection, fault.port.rawValue, fault.kind)
        }
    }

    /// Counts what ended a run.
    func count(_ error: any Error, of connection: String) {
        switch error {
        case let fault as LedgerFault: add(connection, "ledger", fault.reason.rawValue)
        case let fault as PortFault: add(connection, fault.port.rawValue, fault.kind)
        default: add(connection, "run", "failed")
        }
    }

    /// How many problems of each code the last report of a connection told.
    func problems(of connection: String) -> [String: Int] {
        problems.withLock { $0[connection] ?? [:] }
    }

    /// The counts of a connection.
    func counts(of connection: String) -> [Fault: Int] {
        counts.withLock { $0.filter { $0.key.connection == connection } }
    }

    private func add(_ connection: String, _ service: String, _ kind: String) {
        let fault = Fault(connection: connection, service: service, kind: kind)
        counts.withLock { $0[fault, default: 0] += 1 }
    }
}

extension PortFault {
    /// How a service fails; other codes with its name are about a payment.
    private static let kinds: Set = [
        "refused", "unreachable", "unavailable", "not_understood", "rejected", "not_connected",
    ]

    /// Who failed and how, when the code of a problem says that somebody did.
    static func words(of code: String) -> (port: Port, kind: String)? {
        guard let end = code.firstIndex(of: "_"),
            let port = Port(rawValue: String(code[..<end]))
        else { return nil }
        let kind = String(code[code.index(after: end)...])
        return kinds.contains(kind) ? (port, kind) : nil
    }
}
