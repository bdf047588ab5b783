import DomainModel
public import RunnerCore

/// Fills a ledger with many payments by the calls that a run makes.
///
/// Of a thousand payments some 720 are booked and reconciled, the others stand in every other
/// state; half are seen twice, and of half the sales two versions are kept.
public struct SampleLedger<Store: Ledger> {
    private let ledger: Store
    private let connection: String
    private let share: (place: Int, of: Int)
    private let settledBelow: Int
    private let start: Int64
    private var run = RunID(0)
    private var changes = 0
    private var before: [SamplePayment] = []

    /// Fills a ledger of one connection.
    ///
    /// It takes every payment, or one of so many by turns, so that several connections share the
    /// numbers and the days. Of the payments below a number people settled nearly all. The first
    /// payment is of `start`, in milliseconds since 1970.
    public init(
        _ ledger: Store, connection: String = "shop", share: (place: Int, of: Int) = (0, 1),
        settledBelow: Int = 0, start: Int64 = SampleLedger.start
    ) {
        self.ledger = ledger
        self.connection = connection
        self.share = share
        self.settledBelow = settledBelow
        self.start = start
    }

    /// When the first payment was created if nothing is said, in milliseconds since 1970.
    public static var start: Int64 { SamplePayment.start }

    /// What CCV says at last of the payment with a number.
    public static func seen(_ number: Int) -> SeenPayment { SamplePayment(number: number).seen() }

    /// Adds the payments with these numbers, so many in a run; tells after each run how far it is.
    public mutating func fill(
        _ numbers: Range<Int>, perRun: Int = 1000, _ progress: (Int) -> Void = { _ in }
    ) throws {
        var start = numbers.lowerBound
        while start < numbers.upperBound {
            let end = min(start + perRun, numbers.upperBound)
            let payments = (start..<end).filter { $0 % share.of == share.place }
                .map { SamplePayment(number: $0, isSettled: $0 < settledBelow, first: self.start) }
            try add(payments, after: before)
            before = payments
            start = end
            progress(end)
        }
    }

    /// Begins a run that changes what is there.
    public mutating func beginChanging() throws {
        run = try ledger.begin(
            RunStart(
                connection: connection, revision: "sha256:sample", ruleTexts: [],
                office: "NLA001", timeZone: .utc, at: Instant(milliseconds: start)))
    }

    /// Writes what CCV says now of one payment that is not final, each time another thing.
    public mutating func change() throws {
        changes += 1
        // The first of those whose last status is not final.
        let payment = SamplePayment(number: 195, first: start)
        _ = try ledger.keep(
            [payment.seen(isLast: changes % 2 == 0)], fetchedUntil: nil, in: run,
            at: Instant(milliseconds: start))
    }

    private mutating func add(_ payments: [SamplePayment], after before: [SamplePayment]) throws {
        let now = payments.last?.created ?? .absent
        run = try ledger.begin(
            RunStart(
                connection: connection, revision: "sha256:sample", ruleTexts: [],
                office: "NLA001", timeZone: .utc, at: now))
        _ = try ledger.keep(
            payments.filter { $0.number % 2 == 0 }.map { $0.seen(isLast: false) },
            fetchedUntil: nil, in: run, at: now)
        _ = try ledger.keep(payments.map { $0.seen() }, fetchedUntil: now, in: run, at: now)
        try ledger.keep(
            items(of: payments, before), customers(of: payments + before), forwarded: [], in: run)
        try ledger.keep(payments.compactMap { $0.decided(asOf: now) }, in: run, at: now)
        for payment in payments { try book(payment, at: now) }
        try ledger.end(run, RunReport(connection: connection, run: run), at: now)
    }

    private func book(_ payment: SamplePayment, at now: Instant) throws {
        guard payment.fate == .reconciled || payment.fate == .posted else { return }
        var posting = try ledger.intend(
            payment.posting(connection), memo: payment.memo, in: run, at: now)
        let entry = EntryKey(daybook: "MEMO", number: "\(202_600_000_000 + payment.number)")
        posting = try ledger.note(.booked(entry), of: posting, in: run, at: now)
        guard payment.fate == .reconciled else { return }
        _ = try ledger.note(.reconciled("\(payment.number)"), of: posting, in: run, at: now)
    }

    /// The sales of a run, and those of the run before it, of which half are paid by now.
    ///
    /// Each run has a year of its own: what is not listed in a year that was read is gone.
    private func items(
        of payments: [SamplePayment], _ before: [SamplePayment]
    ) -> OpenItemTable {
        var table = OpenItemTable()
        let year = 1000 + Int(run.value)
        for payment in payments {
            payment.append(to: &table, open: payment.amount, year: year)
        }
        for payment in before {
            let open = payment.number % 2 == 0 ? payment.amount : 0
            payment.append(to: &table, open: open, year: year - 1)
        }
        return table
    }

    private func customers(of payments: [SamplePayment]) -> CustomerTable {
        var table = CustomerTable()
        for payment in payments {
            table.add(
                CustomerTable.Customer(
                    code: payment.customer, name: payment.customerName,
                    emails: ["klant\(payment.number * 2 / 3)@example.nl"]))
        }
        return table
    }
}
