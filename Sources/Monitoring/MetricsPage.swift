internal import DomainModel

/// The figures of a state, as `GET /metrics` gives them.
struct MetricsPage {
    private var page = MetricsText()
    private let state: MonitoredState

    /// The page of a state.
    static func text(_ state: MonitoredState) -> String {
        var page = MetricsPage(state)
        page.aboutTheProgram()
        page.aboutPayments()
        page.aboutTimes()
        page.aboutRuns()
        return page.page.text
    }

    private init(_ state: MonitoredState) { self.state = state }

    private mutating func aboutTheProgram() {
        page.family("ccvmap_build_info", .gauge, "The version of the program; the value is 1.")
        page.sample("ccvmap_build_info", [("version", state.version)], "1")
        page.family("ccvmap_start_time_seconds", .gauge, "When the program began, since 1970.")
        page.sample("ccvmap_start_time_seconds", [], Self.seconds(state.started))
        page.family("ccvmap_ledger_readable", .gauge, "1 when the ledger can be read, else 0.")
        page.sample("ccvmap_ledger_readable", [], state.ledgerFault == nil ? "1" : "0")
        page.family("ccvmap_healthy", .gauge, "1 when /healthz says ok, else 0.")
        page.sample("ccvmap_healthy", [], Health(of: state).isWell ? "1" : "0")
    }

    private mutating func aboutPayments() {
        page.family("ccvmap_payments", .gauge, "Payments in a state.")
        for (connection, tally) in tallies {
            page.sample("ccvmap_payments", labels(connection, tally), String(tally.count))
        }
        page.family(
            "ccvmap_payments_amount", .gauge, "Amount of the payments in a state, in its currency.")
        for (connection, tally) in tallies {
            page.sample(
                "ccvmap_payments_amount", labels(connection, tally),
                Self.amount(tally))
        }
    }

    private var tallies: [(MonitoredConnection, MonitoredConnection.Tally)] {
        state.connections.flatMap { connection in
            connection.tallies.sorted { ($0.state, $0.currency) < ($1.state, $1.currency) }
                .map { (connection, $0) }
        }
    }

    private func labels(
        _ connection: MonitoredConnection, _ tally: MonitoredConnection.Tally
    ) -> [(name: String, value: String)] {
        [
            ("connection", connection.name), ("state", tally.state),
            ("currency", tally.currency),
        ]
    }

    private mutating func aboutTimes() {
        times(
            "ccvmap_last_complete_fetch_timestamp_seconds",
            "When the last complete fetch began, since 1970.", \.lastFetch)
        times(
            "ccvmap_last_run_timestamp_seconds",
            "When the last run of this process ended, since 1970.", \.lastRun)
        times(
            "ccvmap_next_run_timestamp_seconds", "When the next run is due, since 1970.",
            \.nextRun)
    }

    private mutating func times(
        _ name: String, _ help: String, _ moment: (MonitoredConnection) -> Instant?
    ) {
        page.family(name, .gauge, help)
        for connection in state.connections {
            guard let moment = moment(connection) else { continue }
            page.sample(name, [("connection", connection.name)], Self.seconds(moment))
        }
    }

    private mutating func aboutRuns() {
        page.family("ccvmap_run_in_progress", .gauge, "1 while a run goes on, else 0.")
        for connection in state.connections {
            page.sample(
                "ccvmap_run_in_progress", [("connection", connection.name)],
                connection.isRunning ? "1" : "0")
        }
        page.family("ccvmap_runs_total", .counter, "Runs by kind and by what they came to.")
        for connection in state.connections {
            for runs in connection.runs.sorted(by: { ($0.kind, $0.result) < ($1.kind, $1.result) })
            {
                page.sample(
                    "ccvmap_runs_total",
                    [
                        ("connection", connection.name), ("kind", runs.kind),
                        ("result", runs.result),
                    ], String(runs.count))
            }
        }
        page.family("ccvmap_run_duration_seconds", .summary, "How long runs took.")
        for connection in state.connections {
            let label = [(name: "connection", value: connection.name)]
            let count = connection.runs.reduce(0) { $0 + $1.count }
            page.sample(
                "ccvmap_run_duration_seconds_sum", label, Self.seconds(connection.totalDuration))
            page.sample("ccvmap_run_duration_seconds_count", label, String(count))
        }
        page.family("ccvmap_last_run_duration_seconds", .gauge, "How long the last run took.")
        for connection in state.connections {
            guard let duration = connection.lastDuration else { continue }
            page.sample(
                "ccvmap_last_run_duration_seconds", [("connection", connection.name)],
                Self.seconds(duration))
        }
        aboutFaults()
        page.family(
            "ccvmap_last_run_problems", .gauge, "Problems that the last run told, by their code.")
        for connection in state.connections {
            for (code, count) in connection.problems.sorted(by: { $0.key < $1.key }) {
                page.sample(
                    "ccvmap_last_run_problems",
                    [("connection", connection.name), ("code", code)], String(count))
            }
        }
    }

    private mutating func aboutFaults() {
        page.family("ccvmap_service_faults_total", .counter, "Faults of the services and the disk.")
        for connection in state.connections {
            for fault in connection.faults.sorted(by: {
                ($0.service, $0.kind) < ($1.service, $1.kind)
            }) {
                page.sample(
                    "ccvmap_service_faults_total",
                    [
                        ("connection", connection.name), ("service", fault.service),
                        ("kind", fault.kind),
                    ], String(fault.count))
            }
        }
    }

    private static func amount(_ tally: MonitoredConnection.Tally) -> String {
        let digits = CurrencyCode(tally.currency.utf8)?.minorDigits ?? 2
        return MinorUnits.text(tally.amount, digits: digits)
    }

    private static func seconds(_ moment: Instant) -> String { decimal(moment.milliseconds) }

    private static func seconds(_ duration: Duration) -> String {
        let parts = duration.components
        return decimal(parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000)
    }

    /// Thousandths as a decimal number.
    private static func decimal(_ thousandths: Int64) -> String {
        let size = thousandths.magnitude
        let rest = String(1000 + size % 1000).dropFirst()
        return (thousandths < 0 ? "-" : "") + "\(size / 1000).\(rest)"
    }
}
