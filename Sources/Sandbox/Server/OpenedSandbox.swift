internal import BooksModel
internal import DomainModel

/// The state of a sandbox as it was opened: new, or from its folder.
struct OpenedSandbox: Sendable {
    private let state: SandboxState
    private let folder: StateFolder?
    private let journal: Journal?

    /// Opens the folder and replays its journal, or begins a new shop.
    init(_ options: SandboxOptions, say: (String) -> Void) throws(SandboxFault) {
        let rules = try options.faultRules()
        var folder: StateFolder?
        if let directory = options.directory { folder = try StateFolder(directory) }
        self.folder = folder
        var kept: (world: World, clock: SandboxClock)?
        var journal: Journal?
        if let folder {
            journal = try Journal.open(in: folder, onCut: say) { (change, head) in
                if kept == nil { kept = Self.beginning(head) }
                Self.replay(change, &kept)
            }
        }
        if let head = journal?.head {
            try Self.check(options, against: head, in: options.directory ?? "")
        }
        let head =
            journal?.head
            ?? JournalHead(
                seed: options.seed ?? 1, payments: options.payments,
                start: options.start ?? SandboxClock.realNow)
        let (world, clock) = kept ?? Self.beginning(head)
        if let folder, journal == nil { journal = try Journal.create(head, in: folder) }
        self.journal = journal
        let faults = FaultPlan(rules, seed: head.seed)
        for rule in rules {
            guard case .mood(let change) = rule.effect else { continue }
            do throws(SandboxFault) {
                _ = try change.moods(after: world)
            } catch {
                throw error.asUsage(of: options.faultsName)
            }
        }
        state = SandboxState(
            head: head, world: world, clock: clock, faults: faults,
            limiter: CreditLimiter(perMinute: options.creditsPerMinute))
    }

    /// The key and the secrets of the clients.
    var identity: SandboxIdentity { state.head.identity }

    /// The code of the first office.
    var office: String { state.world.organisation.offices.first?.office.code ?? "" }

    /// What handles the requests.
    func makeEngine() -> SandboxEngine {
        SandboxEngine(state, folder: folder, journal: journal)
    }

    /// The world of a head, and a clock that shows its start when the real world does.
    private static func beginning(_ head: JournalHead) -> (World, SandboxClock) {
        (World(head), SandboxClock(showing: head.start, at: head.began))
    }

    private static func replay(
        _ change: WorldChange, _ kept: inout (world: World, clock: SandboxClock)?
    ) {
        kept?.world.replay(change)
        if case .clock(let shows, let real, let speed) = change.event {
            kept?.clock = SandboxClock(showing: shows, at: real, speed: speed)
        }
    }

    /// A folder keeps its own shop: another one cannot be asked of it.
    private static func check(
        _ options: SandboxOptions, against head: JournalHead, in directory: String
    ) throws(SandboxFault) {
        func differs<Value: Equatable>(_ asked: Value?, _ kept: Value?) -> Bool {
            asked != nil && asked != kept
        }
        guard
            !differs(options.seed, head.seed), !differs(options.payments, head.payments),
            !differs(options.start, head.start)
        else {
            let size = head.payments.map { "\($0) payments" } ?? "the small shop"
            throw SandboxFault(
                "holds a sandbox of seed \(head.seed) with \(size), begun at"
                    + " \(head.start.isoText)",
                help: "leave out --seed, --payments and --start, or name another folder"
            ).asUsage(of: directory)
        }
    }
}
