internal import DomainModel
internal import RuleEngine

/// One cycle of one connection: fetch, decide, send, reconcile, report.
///
/// Nothing is sent before its intent is in the ledger, and nothing whose outcome is unknown is ever
/// sent again blindly (design, section 7). Every call of a port may fail or be the last one before
/// a crash: the next run goes on from what the ledger says. No decision rests on the clock of this
/// machine; the moment of deciding and of searching is the books' own.
public actor Runner {
    let settings: RunnerSettings
    let ports: RunnerPorts
    var report: RunReport
    var run: RunID
    /// Whether this run fetched everything.
    var didFetch = false

    /// What ended the run at once: anything but a fault of a service.
    private var fatal: (any Error)?
    /// How many calls failed in a row, whatever they were for.
    private var faultsInARow = 0
    /// So many say that the service is down, and not that one entry is odd.
    private static let mostFaultsInARow = 3

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
                ruleTexts: settings.ruleTexts, office: settings.rules.office,
                timeZone: settings.rules.timeZone, at: ports.now()))
        report = RunReport(connection: settings.connection, run: run)
        fatal = nil
        didFetch = false
        try parkInterrupted()
        await attempt { try await fetch() }
        if settings.until == .reconciled, settings.maySend {
            await attempt { try await probeParked() }
            await attempt { try await reconcilePosted() }
        }
        if settings.until > .fetched {
            await attempt { try await decideAndSend() }
        }
        if settings.isNight, settings.until == .reconciled {
            await attempt { try await readBack() }
        }
        if let fatal { throw fatal }
        try raiseAlarms()
        try ports.ledger.end(run, report, at: ports.now())
        return report
    }

    /// Does a part of the run; a fault of a service ends that part only.
    private func attempt(_ part: () async throws -> Void) async {
        guard fatal == nil, !ports.shouldStop() else { return }
        faultsInARow = 0
        do {
            try await part()
        } catch let fault as PortFault where fault.port != .ledger {
            note(fault, of: nil)
        } catch {
            fatal = error
        }
    }

    /// Does what concerns one payment; a fault of a service there does not hold up the others,
    /// unless it is the third in a row.
    func attempt(_ posting: Posting, _ step: () async throws -> Void) async throws {
        do {
            try await step()
            faultsInARow = 0
        } catch let fault as PortFault where fault.port != .ledger {
            faultsInARow += 1
            if faultsInARow == Self.mostFaultsInARow { throw fault }
            note(fault, of: posting)
        }
    }

    private func note(_ fault: PortFault, of posting: Posting?) {
        report.isIncomplete = true
        report.problems.append(
            RunReport.Problem(
                reference: posting?.key.reference, code: "\(fault.port.rawValue)_\(fault.kind)",
                text: fault.message))
    }

    /// An intent without an outcome was perhaps sent before the program stopped.
    private func parkInterrupted() throws {
        for posting in try ports.ledger.postings(settings.connection)
        where posting.state == .intended {
            _ = try note(.parked("the program stopped before the answer was kept"), posting)
        }
    }

    /// The postings in some state that belong to the administration of the rules.
    ///
    /// What was sent to another one is neither searched nor reconciled here: a search would not
    /// find it, and it would be sent again.
    func postings(where isWanted: (Posting.State) -> Bool) throws -> [Posting] {
        let all = try ports.ledger.postings(settings.connection).filter { isWanted($0.state) }
        for posting in all where posting.office != settings.rules.office {
            problem(
                posting, posting.paymentState, "other_office",
                "it was sent to administration \(posting.office), and the rules name another now")
        }
        return all.filter { $0.office == settings.rules.office }
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
