internal import DomainModel
internal import RuleEngine

/// One cycle of one connection: fetch, decide, send, reconcile, report.
///
/// Nothing is sent before its intent is in the ledger, and nothing whose outcome is unknown is ever
/// sent again blindly (design, section 7). Every call of a port may fail or be the last one before
/// a crash: the next run goes on from what the ledger says.
public actor Runner {
    let settings: RunnerSettings
    let ports: RunnerPorts
    var report: RunReport
    var run: RunID
    /// What the books hold of our journals, as read in this run.
    var journals = JournalView()

    /// Makes a runner.
    public init(_ settings: RunnerSettings, _ ports: RunnerPorts) {
        self.settings = settings
        self.ports = ports
        run = RunID(0)
        report = RunReport(connection: settings.connection, run: run)
    }

    /// Runs one cycle.
    ///
    /// A fault of a service ends the part that needs it and stands in the report. What is thrown is
    /// a fault of the ledger: then nothing more was sent.
    public func cycle() async throws -> RunReport {
        run = try ports.ledger.begin(
            RunStart(
                connection: settings.connection, revision: settings.rules.revision,
                ruleTexts: settings.ruleTexts, office: settings.rules.office, at: ports.now()))
        report = RunReport(connection: settings.connection, run: run)
        try parkInterrupted()
        await attempt { try await fetch() }
        if settings.until > .fetched, !ports.shouldStop() {
            await attempt { try await work() }
        }
        if let fatal { throw fatal }
        try ports.ledger.end(run, report, at: ports.now())
        return report
    }

    /// What ended the run at once: anything but a fault of a service.
    private var fatal: (any Error)?

    /// Does a part of the run; a fault of a service ends that part only.
    private func attempt(_ part: () async throws -> Void) async {
        guard fatal == nil else { return }
        do {
            try await part()
        } catch let fault as PortFault where fault.port != .ledger {
            report.isIncomplete = true
            report.problems.append(
                RunReport.Problem(code: "\(fault.port.rawValue)_\(fault.kind)", text: fault.message)
            )
        } catch {
            fatal = error
        }
    }

    /// An intent without an outcome was perhaps sent before the program stopped.
    private func parkInterrupted() throws {
        for posting in try ports.ledger.postings(settings.connection)
        where posting.state == .intended {
            _ = try note(.parked("the program stopped before the answer was kept"), posting)
        }
    }

    /// Everything that needs the books.
    private func work() async throws {
        try await probeParked()
        try await reconcilePosted()
        try await decideAndSend()
    }

    /// Notes an event in the ledger.
    func note(_ event: PostingEvent, _ posting: Posting) throws -> Posting {
        try ports.ledger.note(event, of: posting, in: run, at: ports.now())
    }

    func problem(_ posting: Posting, _ state: PaymentState, _ code: String, _ text: String) {
        report.problems.append(
            RunReport.Problem(
                reference: posting.key.reference, state: state, code: code, text: text))
    }
}

/// What was read of the journals in a run, by the books' clock.
struct JournalView {
    /// By journal: its lines, and which moments they cover.
    var lines: [String: [JournalLine]] = [:]
    var from: Instant?
    var to: Instant?
    /// When it was read, by the books' clock.
    var readAt: Instant?
}
