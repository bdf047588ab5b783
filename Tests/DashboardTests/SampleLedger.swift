import DomainModel
import LedgerViews
import RunnerCore

/// A shop of two connections on 23 November 2026, 10:00 in UTC.
enum SampleLedger {
    static let now = Instant(milliseconds: 1_795_428_000_000)
    static let revision = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

    /// One payment of each state, and a customer who tries to break the pages.
    static var content: LedgerDouble.Content {
        var content = LedgerDouble.Content()
        content.connections = [
            connection("webshop", minutesAgo: 20), connection("zomerwinkel", minutesAgo: 30),
        ]
        content.payments = payments
        content.completeness = completeness
        content.unsettled = [
            UnsettledView(
                tab: .errors, day: day(-20),
                tally: AmountTally(currency: "EUR", count: 2, amount: 5_000)),
            UnsettledView(
                tab: .open, day: day(0),
                tally: AmountTally(currency: "EUR", count: 3, amount: 9_000)),
        ]
        content.runs = [run(7, minutesAgo: 20)]
        content.sales = Dictionary(
            uniqueKeysWithValues: [sale("202600017"), sale("202600018")].map { ($0.key, $0) })
        content.provisional = [AmountTally(currency: "EUR", count: 4, amount: 123_456)]
        return content
    }

    static func day(_ offset: Int32) -> CalendarDate {
        TimeZoneRules.utc.date(of: now).adding(days: offset)
    }

    static func connection(_ name: String, minutesAgo: Int64) -> ConnectionView {
        ConnectionView(
            name: name, office: "NLA001", lastRun: run(7, minutesAgo: minutesAgo),
            fetchedUntil: Instant(milliseconds: now.milliseconds - minutesAgo * 60_000))
    }

    static func run(_ number: Int64, minutesAgo: Int64) -> RunView {
        let began = Instant(milliseconds: now.milliseconds - minutesAgo * 60_000)
        var report = RunReport(connection: "webshop", run: RunID(number))
        report.fetched = 55
        report.states = [.reconciled: RunReport.Tally(count: 23, amount: 336_900)]
        return RunView(
            run: RunID(number), connection: "webshop", revision: revision, began: began,
            ended: began, report: report)
    }

    static func sale(_ number: String) -> SaleView {
        var sale = SaleView(key: SaleKey(daybook: "VRK", number: number, line: "1"))
        sale.customer = "D0001234"
        sale.customerName = "Jansen BV"
        sale.emails = ["inkoop@jansen.example"]
        sale.invoiceNumber = "WEB-17"
        sale.description = "Bestelling WEB-17"
        sale.date = day(-3)
        sale.open = 11_900
        sale.currency = "EUR"
        sale.isFinal = false
        return sale
    }

    /// A payment with a state.
    static func payment(
        _ reference: String, _ state: PaymentState?, _ reason: String = "",
        connection: String = "webshop", amount: Int64 = 11_900
    ) -> PaymentView {
        var summary = PaymentSummary()
        summary.connection = connection
        summary.reference = reference
        summary.state = state
        summary.reason = reason
        summary.text = reason.isEmpty ? "" : "2 sales fit: VRK 202600017, VRK 202600018"
        summary.since = now
        summary.amount = amount
        summary.currency = "EUR"
        summary.created = Instant(milliseconds: now.milliseconds - 86_400_000)
        summary.method = "ideal"
        summary.type = "sale"
        summary.orderNumber = "WEB-17"
        summary.description = "Bestelling WEB-17"
        summary.rule = "paid"
        summary.revision = revision
        return PaymentView(
            summary: summary,
            record: Array(
                #"{"reference":"\#(reference)","billingEmail":"p.jansen@post.example"}"#.utf8),
            decision: nil, memo: nil,
            events: [
                PaymentView.Event(
                    entry: 1, at: summary.created, run: RunID(6), kind: "seen", text: "", who: nil),
                PaymentView.Event(
                    entry: 2, at: now, run: RunID(7), kind: "decided", text: "review several_fit",
                    who: nil),
            ])
    }

    /// A text by which customers of a shop try to break a page.
    static let hostile = #"<script>alert("x")</script>'&amp;{{t.skip}}"#

    static var payments: [PaymentView] {
        var waiting = payment("C-WAIT", .waiting, "no_sale_yet")
        waiting.summary.waitsUntil = day(11)
        var posted = payment("C-DONE", .reconciled)
        posted.summary.memo = EntryKey(daybook: "MEMO", number: "202600123")
        posted.summary.sale = SaleKey(daybook: "VRK", number: "202600016", line: "1")
        posted.summary.isFinal = false
        posted.memo = "MEMO 22-11-2026\n  2101  119.00 debit"
        var hostile = payment("C-<b>\"x\"</b>", .failed, "refused")
        hostile.summary.orderNumber = Self.hostile
        hostile.summary.customerName = Self.hostile
        hostile.summary.description = Self.hostile
        hostile.summary.text = Self.hostile
        var review = payment("C-REVIEW", .review, "several_fit")
        review.decision = Array(decision.utf8)
        return [
            payment("C-OPEN", .open, "not_final"), waiting, review, posted, hostile,
            payment("C-FAIL", .failed, "no_sale"), payment("C-FAIL2", .failed, "no_sale"),
            payment("C-PARK", .parked, "outcome_unknown"),
            payment("C-POST", .posted, "reconcile_impossible"),
            payment("C-SKIP", .skipped, "failed_at_ccv"),
            payment("C-ZOMER", .failed, "no_sale", connection: "zomerwinkel"),
            payment("C-NEW", nil),
        ]
    }

    static let decision = """
        {"reference":"C-REVIEW","as_of":"2026-11-23T09:40:00Z","outcome":"review","rule":"paid",\
        "sale":null,"reasons":[{"code":"several_fit",\
        "text":"2 sales fit: VRK 202600017, VRK 202600018",\
        "text_nl":"2 verkopen passen: VRK 202600017, VRK 202600018"}],"warnings":[],\
        "candidates":[\
        {"sale":{"code":"VRK","number":"202600017","line":"1"},"customer":"D0001234",\
        "criteria":{"amount":"equals_open","order_number":"same","email":"differs"},\
        "obstacles":[],"row":1,"then":"book","found_by":["amount"],"would_book_if":[]},\
        {"sale":{"code":"VRK","number":"202600018","line":"1"},"customer":"D0001234",\
        "criteria":{"amount":"equals_open","order_number":"same","email":"not_given"},\
        "obstacles":["dated"],"row":null,"then":null,"found_by":["amount"],\
        "would_book_if":[{"criterion":"dated","text":"34 days before the payment",\
        "text_nl":"34 dagen voor de betaling"}]}],\
        "candidates_total":2,"rules_tried":[\
        {"id":"failed","failed":{"key":"status","wanted":"failed","found":"success"}},\
        {"id":"paid","failed":null}],"order_number":"WEB-17","lead":null,"revision":"sha256:0"}
        """

    static var completeness: [CompletenessView] {
        (0..<30).flatMap { back -> [CompletenessView] in
            ["ideal", "card/visa"].map { method in
                func tally(_ count: Int) -> AmountTally {
                    AmountTally(currency: "EUR", count: count, amount: Int64(count) * 10_000)
                }
                return CompletenessView(
                    connection: "webshop", day: day(Int32(-back)), method: method, paid: tally(10),
                    booked: tally(6), waiting: tally(1), review: tally(1), errors: tally(1),
                    settled: tally(0), skipped: tally(1))
            }
        }
    }
}
