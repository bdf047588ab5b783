import DomainModel
import LedgerSamples
import LedgerStore
import LedgerViews
import RunnerCore

/// What pages and runs ask of a ledger.
struct BenchCalls {
    typealias Call = @Sendable () throws -> Void

    private let ledger: LedgerStore
    private let reading: LedgerReading
    private let newest: PaymentSummary?

    init(_ ledger: LedgerStore) {
        self.ledger = ledger
        let now = Instant(milliseconds: 1_800_000_000_000)
        reading = LedgerReading(ledger, now: { now })
        newest = try? reading.payments(PaymentQuery()).payments.first
    }

    /// The first page of each tab, with the counts of the tabs.
    var firstPages: [Call] {
        Tab.allCases.map { tab in
            let page = page { $0.tab = tab }
            return { [views = reading] in
                _ = try views.tallies(of: [])
                try page()
            }
        }
    }

    /// By name: what pages ask.
    var views: [(String, Call)] { pages + searches + others }

    private var pages: [(String, Call)] {
        let days = newest.map { TimeZoneRules.utc.date(of: $0.created) }
        let tabs = Tab.allCases.map { tab in
            ("first page: \(tab.rawValue)", page { $0.tab = tab })
        }
        return tabs + [
            ("first page: all", page { _ in }),
            (
                "by amount",
                page {
                    $0.tab = .report
                    $0.order = .amount
                }
            ),
            (
                "by amount, smallest first",
                page {
                    $0.order = .amount
                    $0.isDescending = false
                }
            ),
            (
                "by state",
                page {
                    $0.tab = .settled
                    $0.order = .since
                }
            ),
            (
                "a method",
                page {
                    $0.tab = .report
                    $0.method = "card/visa"
                }
            ),
            (
                "a reason",
                page {
                    $0.tab = .errors
                    $0.reason = "no_sale"
                }
            ),
            (
                "a month",
                page {
                    $0.from = days?.adding(days: -60)
                    $0.to = days?.adding(days: -30)
                }
            ),
            (
                "a week by amount",
                page {
                    $0.from = days?.adding(days: -60)
                    $0.to = days?.adding(days: -53)
                    $0.order = .amount
                }
            ),
            (
                "a year by state",
                page {
                    $0.from = days?.adding(days: -900)
                    $0.to = days?.adding(days: -535)
                    $0.order = .since
                }
            ),
            ("in the middle", page { $0.after = "a.1735000000000.1" }),
            ("500 of them", page { $0.limit = 500 }),
        ]
    }

    private var searches: [(String, Call)] {
        [
            "C2000000000", "WEB-1000100", "WEB", "jansen", "jansen bv", "D10000", "19,95", "x",
        ].map { text in ("search: \(text)", page { $0.search = text }) } + [
            (
                "search in errors: WEB",
                page {
                    $0.search = "WEB"
                    $0.tab = .errors
                }
            )
        ]
    }

    private var others: [(String, Call)] {
        let today = newest.map { TimeZoneRules.utc.date(of: $0.created) }
        let last = today ?? CalendarDate(daysSinceEpoch: 0)
        let reference = newest?.reference ?? ""
        let views = reading
        return [
            ("counts of the tabs", { _ = try views.tallies(of: []) }),
            ("causes of errors", { _ = try views.causes(in: .errors, of: []) }),
            (
                "completeness, 30 days",
                { _ = try views.completeness(of: [], from: last.adding(days: -30), to: last) }
            ),
            ("unsettled by day", { _ = try views.unsettled(of: []) }),
            ("runs", { _ = try views.runs(of: [], limit: 20) }),
            ("connections", { _ = try views.connections() }),
            ("methods", { _ = try views.methods(of: []) }),
            ("a payment", { _ = try views.payment(reference, of: "shop") }),
        ]
    }

    /// By name: what a quiet run asks.
    var runs: [(String, Call)] {
        let ledger = ledger
        return [
            ("run: unfinished", { _ = try ledger.unfinished("shop") }),
            ("run: undecided", { _ = try ledger.undecided("shop") }),
            ("run: postings", { _ = try ledger.postings("shop") }),
            ("run: known entries", { _ = try ledger.knownEntries(inOfficeOf: "shop") }),
            ("run: fetched until", { _ = try ledger.fetchedUntil("shop") }),
            (
                "run: keep 1,000 known ones",
                {
                    let now = Instant(milliseconds: 1_800_000_000_000)
                    let run = try ledger.begin(
                        RunStart(
                            connection: "shop", revision: "sha256:sample", ruleTexts: [],
                            office: "NLA001", timeZone: .utc, at: now))
                    let seen = (0..<1000).map { SampleLedger<LedgerStore>.seen($0) }
                    _ = try ledger.keep(seen, fetchedUntil: nil, in: run, at: now)
                }
            ),
        ]
    }

    private func page(_ change: (inout PaymentQuery) -> Void) -> Call {
        var query = PaymentQuery()
        change(&query)
        return { [reading, query] in _ = try reading.payments(query) }
    }
}
