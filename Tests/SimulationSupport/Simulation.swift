import BooksModel
import DomainModel
import PaymentsModel
package import RunnerCore
package import SimulationAudit

/// Days of a shop with a runner, by seed.
package struct Simulation: Sendable {
    /// What is simulated.
    package struct Setting: Sendable {
        /// The seed.
        package var seed: UInt64
        /// The process dies once, at this call; nil for dying at random.
        package var diesAt: Int?
        /// Nothing goes wrong but what `diesAt` says.
        package var isCalm = false
        /// One day with a few payments.
        package var isSmall = false
        /// Whether people, clocks and rules change anything.
        package var hasPeople = true
        /// How far each run goes.
        package var until = RunnerSettings.Stage.reconciled
        /// Whether the runner may write into the books.
        package var maySend = true
        /// At most so many entries are sent in a run; nil for no limit.
        package var limit: Int?
        /// How the runner is made worse, to see whether the auditor notices.
        package var canary: Canary?
        /// Whether every line of the log is kept.
        package var keepsLog = false
        /// Goes wrong instead of what the seed says.
        package var faults: FaultPlan?

        /// A setting with everything that the seed says.
        package init(seed: UInt64) { self.seed = seed }
    }

    /// What came of it.
    package struct Outcome: Sendable {
        /// What the auditor found.
        package var findings: [Auditor.Finding]
        /// The same for the same setting.
        package var digest: UInt64
        /// The lines of the log, when they are kept.
        package var log: [String]
        /// How many calls the process made.
        package var calls: Int
        /// How many of them while things still went wrong.
        package var busyCalls: Int
        /// How many payments the shop had.
        package var payments: Int
        /// How many of them are in a state at the end.
        package var states: [String: Int]
        /// How many entries were reconciled in one run at most, as the report says.
        package var mostSent: Int
        /// How often the process died.
        package var deaths: Int
    }

    private static let minute: Int64 = 60_000
    private static let hour: Int64 = 60 * minute

    private let setting: Setting
    private let world: SimulatedWorld
    private let ledger: any SimulatedLedger
    private let careless: CarelessBooks?
    private var random: SeededNumbers
    private let days: Int
    private var deaths = 0
    private var mostSent = 0
    private var hasDied = false
    private var busyCalls = 0
    private var change = SimulationRules.Change.none
    /// The day of the last night that came to its end.
    private var lastNight: Int64?

    /// Runs a simulation to its end.
    package static func run(_ setting: Setting) async throws -> Outcome {
        try await run(setting, ledger: MemoryLedger())
    }

    /// Runs a simulation with another ledger to its end.
    package static func run(
        _ setting: Setting, ledger: some SimulatedLedger
    ) async throws -> Outcome {
        var simulation = Simulation(setting, ledger)
        return try await simulation.run()
    }

    private init(_ setting: Setting, _ ledger: any SimulatedLedger) {
        self.setting = setting
        self.ledger = ledger
        var random = SeededNumbers(seed: setting.seed, purpose: 1)
        let span = random.pick([3, 3, 3, 4, 5, 7, 10])
        let most = random.pick([1, 1, 2, 2, 3, 8])
        days = setting.isSmall ? 1 : span
        let aDay = setting.isSmall ? 3 : most
        let start = Instant(milliseconds: 1_794_268_800_000)  // 2026-11-10T00:00:00Z
        var state = WorldState.shop(at: start, seed: setting.seed, keepsLog: setting.keepsLog)
        state.agenda = ShopPlan.deeds(
            seed: setting.seed, from: start, days: days, aDay: aDay)
        if !setting.isCalm { state.faults = setting.faults ?? FaultPlan(random: &random) }
        state.people.deletionsShow = state.faults.showsDeleted
        state.diesAt = setting.diesAt
        if setting.diesAt != nil { state.faults.crash = 0 }
        state.trustsCutLists = setting.canary == .trustsCutLists
        let world = SimulatedWorld(state)
        self.world = world
        careless = setting.canary.map { CarelessBooks(SimulatedBooks(world: world), $0) }
        self.random = random
    }

    private mutating func run() async throws -> Outcome {
        let end = world.with { $0.now.milliseconds } + Int64(days) * 24 * Self.hour
        while world.with({ $0.now.milliseconds }) < end {
            // What died is started again at once, or an hour later.
            let pauses = hasDied ? [1, 1, 3, 60] : [2, 9, 35, 60, 240, 600, 1000, 1400, 1400]
            let pause = random.pick(pauses)
            world.with { $0.pass(milliseconds: Int64(pause) * Self.minute) }
            try upset()
            try await runOnce()
        }
        try await settle()
        return try outcome()
    }

    /// People, clocks and rules between two runs.
    private mutating func upset() throws {
        guard !setting.isCalm, setting.hasPeople else { return }
        if random.chance(150) {
            let error = random.pick([0, 0, -400, -30, -1, 1, 30, 400])
            world.with { $0.clockError = Int64(error) * 24 * Self.hour }
        }
        if random.chance(50) { change = random.pick(SimulationRules.Change.allCases) }
        if random.chance(300) { try ledger.retryRefused() }
        if random.chance(100) { try ledger.retryByRulesOfThen() }
        let count = random.pick([0, 0, 0, 1, 1, 2])
        world.with { world in
            for _ in 0..<count { world.people(act: nil) }
        }
    }

    /// A process lives, until it is done or dies; then the auditor looks.
    private mutating func runOnce() async throws {
        guard let rules = SimulationRules.with(change) else { return }
        let world = world
        world.with { world in
            world.isDead = false
            world.people.runBegan = world.calls
        }
        if setting.canary == .forgetsIntents { (ledger as? MemoryLedger)?.forgetIntents() }
        let day = night(world.with { $0.now })
        let settings = RunnerSettings(
            connection: "shop", rules: rules.compiled, ruleTexts: rules.texts,
            until: setting.until, limit: setting.limit, maySend: setting.maySend,
            overlapHours: day == nil
                ? RunnerSettings.regularOverlapHours : RunnerSettings.nightOverlapHours,
            isNight: day != nil && setting.canary != .neverReadsBack)
        let books = SimulatedBooks(world: world)
        let mortal: any Ledger = world.mortal(ledger)
        let ports = RunnerPorts(
            payments: SimulatedPayments(world: world),
            books: careless ?? books, ledger: mortal,
            now: { world.with { Instant(milliseconds: $0.now.milliseconds + $0.clockError) } },
            digest: Self.digest, pastRules: { SimulationRules.of(revision: $0) })
        hasDied = false
        do {
            let report = try await Runner(settings, ports).cycle()
            mostSent = max(mostSent, report.states[.reconciled]?.count ?? 0)
            world.with { $0.log.note("run \(report.problems.count) \(report.isIncomplete)") }
            try endNight(day, report)
        } catch is ProcessDied {
            deaths += 1
            hasDied = true
            world.with { world in
                if world.diesAt != nil { world.diesAt = .max }
            }
        } catch {
            world.with { world in
                world.log.note("run ended: \(error)")
                let isOfDisk = (error as? PortFault)?.kind == "full"
                if !isOfDisk { world.complain("the run ended: \(error)") }
            }
        }
        let view = try ledger.view
        world.with { world in
            world.auditor.looks(
                at: view, books: world.books, account: world.account, people: world.people)
        }
    }

    /// The number of the day when its night is to be done: from half past two on, once.
    private func night(_ now: Instant) -> Int64? {
        let day = (now.milliseconds - 150 * Self.minute) / (24 * Self.hour)
        return setting.until == .reconciled && day != lastNight ? day : nil
    }

    /// After a night in which nothing failed the ledger knows what people did until then.
    private mutating func endNight(_ day: Int64?, _ report: RunReport) throws {
        guard let day else { return }
        lastNight = day
        guard !report.isIncomplete else { return }
        let view = try ledger.view
        world.with { world in
            world.auditor.looksAfterNight(at: view, books: world.books, people: world.people)
            world.log.note("night")
        }
    }

    /// Faults and people stop; time passes until everything must be done.
    private mutating func settle() async throws {
        world.with { world in
            let former = world.faults
            world.faults = FaultPlan()
            world.faults.showsDeleted = former.showsDeleted
            world.faults.unreadableSale = former.unreadableSale
            world.downUntil = [:]
            if world.diesAt != nil { world.diesAt = .max }
            world.people(act: .openPeriods)
        }
        busyCalls = world.with { $0.calls }
        try ledger.retryRefused()
        for minutes: Int64 in [1, 35, 35, 26 * 60, 20 * 24 * 60] {
            world.with { $0.pass(milliseconds: minutes * Self.minute) }
            lastNight = nil
            try await runOnce()
        }
        let view = try ledger.view
        world.with { world in
            world.auditor.looksAtTheEnd(
                of: view, books: world.books, account: world.account, people: world.people,
                now: world.now)
        }
    }

    private func outcome() throws -> Outcome {
        var states: [String: Int] = [:]
        for payment in try ledger.view.payments.values {
            states[payment.state, default: 0] += 1
        }
        let (deaths, busyCalls, mostSent) = (deaths, busyCalls, mostSent)
        return world.with { world in
            Outcome(
                findings: world.auditor.findings, digest: world.log.digest,
                log: world.log.lines, calls: world.calls, busyCalls: busyCalls,
                payments: world.account.payments.count, states: states, mostSent: mostSent,
                deaths: deaths)
        }
    }

    private static let digest: @Sendable (String) -> String = { text in
        var digest: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return String(digest, radix: 16)
    }
}

extension WorldState {
    /// A small shop on its first day.
    static func shop(at start: Instant, seed: UInt64, keepsLog: Bool) -> WorldState {
        let accounts =
            ["1100", "8000", "2101", "2131", "2102", "2106", "2122"].map {
                Account(code: $0, name: $0, shortName: $0, kind: .balance)
            } + [
                Account(
                    code: "1300", name: "Debiteuren", shortName: "Debiteuren", kind: .balance,
                    requiresRelation: true, isMatchable: true)
            ]
        let books = Books(
            office: Office(code: "NLA001", name: "Winkel", shortName: "Winkel"),
            daybooks: [
                Daybook(code: "VRK", name: "Verkoop", shortName: "VRK", category: .sales),
                Daybook(code: "MEMO", name: "Memoriaal", shortName: "MEMO", category: .journal),
            ],
            accounts: accounts,
            customers: (1001...1006).map { Customer(code: "D\($0)", name: "Klant \($0)") },
            years: 2025...2027)
        return WorldState(
            now: start, books: books, account: PaymentAccount(apiKey: "l_", methods: []),
            auditor: Auditor(
                user: user, journal: "MEMO", salesDaybook: "VRK",
                accounts: SimulationRules.accounts),
            random: SeededNumbers(seed: seed, purpose: 3), log: RunLog(keepsLines: keepsLog))
    }

    /// Something that the runner itself says is impossible.
    mutating func complain(_ text: String) { auditor.hears(text) }
}
