import DomainModel
import RecordReading
import RuleEngine
import TwinfieldXML

/// Payments and sales of November 2026, one or two for each key of the rules.
enum SmallWorld {
    /// What the rules make of the world: a line a payment, then the entries.
    static func outcome(
        of rules: CompiledRuleSet, payments: [String] = payments, sales: [String] = sales,
        connection: String? = nil
    ) throws -> String {
        var reader = PaymentReader()
        try Array(payments.joined(separator: "\n").utf8).withUnsafeBytes { try reader.feed($0) }
        var items = OpenItemReader()
        try Array(sales.joined(separator: "\n").utf8).withUnsafeBytes { try items.feed($0) }
        var engine = DecisionEngine(
            rules: rules, payments: try reader.finish(), items: try items.finish(),
            customers: CustomerTable(), asOf: moment(day: 20, hour: 12), connection: connection)
        engine.run()
        return try decisions(of: engine) + entries(of: engine)
    }

    private static func decisions(of engine: DecisionEngine) -> String {
        engine.verdicts.enumerated().map { position, verdict in
            let rule = verdict.rule.map { engine.rules.select[Int($0)].id } ?? "-"
            return [
                engine.payments.text(engine.payments.rows[position].reference),
                verdict.outcome.word, verdict.reason?.rawValue ?? "-", rule,
            ].joined(separator: " ") + "\n"
        }.joined()
    }

    private static func entries(of engine: DecisionEngine) throws -> String {
        var builder = MemoBuilder(engine)
        var writer = MemoWriter()
        writer.begin()
        for position in engine.order {
            let verdict = engine.verdicts[Int(position)]
            guard verdict.outcome == .book else { continue }
            let memo = try builder.build(Int(position), verdict)
            try writer.write(memo)
            builder.recycle(memo)
        }
        writer.end()
        var bytes: [UInt8] = []
        writer.drain { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func moment(day: Int, hour: Int) -> Instant {
        Instant(milliseconds: 1_793_491_200_000 + Int64((day - 1) * 24 + hour) * 3_600_000)
    }

    /// A payment of a day of November at noon (UTC); day 0 is the last of October.
    static func payment(
        _ reference: String, _ amount: String = "10.00", day: Int = 10, hour: Int = 12,
        type: String = "sale", status: String = "success", method: String = "ideal",
        order: String? = nil, _ more: String = ""
    ) -> String {
        let words = method.split(separator: "/")
        let brand = words.count == 2 ? #","brand":"\#(words[1])""# : ""
        let number = order.map { #","merchantOrderReference":"\#($0)""# } ?? ""
        return #"{"reference":"\#(reference)","type":"\#(type)","status":"\#(status)","#
            + #""method":"\#(words[0])"\#(brand),"amount":\#(amount),"currency":"eur","#
            + #""created":\#(moment(day: day, hour: hour).milliseconds)\#(number)\#(more)}"#
    }

    /// A sale of a day of November.
    static func sale(
        _ number: Int, _ invoice: String, _ open: String = "10.00", day: Int = 5,
        _ more: String = #","dim1":"1300""#
    ) -> String {
        let digits = (day < 10 ? "0" : "") + String(day)
        return #"{"code":"VRK","number":"\#(number)","line":"1","date":"202611\#(digits)","#
            + #""dim2":"D\#(number)","currency":"EUR","openvalue":"\#(open)","#
            + #""invoicenumber":"\#(invoice)"\#(more)}"#
    }

    /// The methods and brands of the shipped rules.
    static let methods = [
        "ideal", "card/visa", "card/mastercard", "card/maestro", "card/bcmc", "banktransfer",
        "payconiq", "applepay", "googlepay", "sdd", "gift", "giropay", "eps", "alipay",
        "card/amex", "paypal", "klarna", "sofort", "terminal",
    ]

    /// What the shipped rules ignore in front of a number, but for `#`, which never counts.
    static let prefixes = [
        "order ", "bestelling ", "bestelnummer ", "bestelnr ", "ordernummer ", "ordernr ",
        "factuur ", "factuurnummer ", "factuurnr ", "invoice ", " nummer ", " number ", " nr ",
        " no ",
    ]

    /// An order number of 60 characters; no field of a sale holds it whole.
    static let longNumber =
        "FIRST-00000000000000000000000000" + "-0000000000000000000000000LAST".suffix(28)

    static let payments: [String] =
        methods.enumerated().map { index, method in
            payment("M\(index)", "20.\(10 + index)", method: method, order: "METHOD-\(index)")
        }
        + prefixes.enumerated().map { index, prefix in
            payment("N\(index)", "30.\(10 + index)", order: "\(prefix)NO-\(index)7")
        } + selected + dated + matched

    static let sales: [String] =
        methods.indices.map { sale(100 + $0, "METHOD-\($0)", "20.\(10 + $0)") }
        + prefixes.indices.map { sale(200 + $0, "NO-\($0)7", "30.\(10 + $0)") } + offered

    /// Payments for `select` and `landing_page`.
    private static let selected = [
        payment("failed", status: "failed"),
        payment("failed-authorise", type: "authorise", status: "failed"),
        payment("must-act", status: "manualintervention"),
        payment("pending", status: "pending"),
        payment(
            "parent", "41.00", method: "landingpage", order: "PAGE-1",
            #","childReferenceId":"child""#),
        payment("child", "41.00"),
        payment("lonely", day: 15, method: "landingpage", #","childReferenceId":"nobody""#),
        payment("mother", "42.00", method: "landingpage", #","childReferenceId":"daughter""#),
        payment("daughter", "40.00"),
        payment("refund", type: "refund"), payment("disbursement", type: "disbursement"),
        payment("authorise", type: "authorise"), payment("mystery", type: "mystery"),
        payment("capture", "43.00", type: "capture", order: "CAPTURE-1"),
        payment("brandless", "44.00", method: "card", order: "CARD-1"),
    ]

    /// Payments for the booking date, the window and the waiting.
    private static let dated = [
        payment("at-midnight", "51.00", day: 12, hour: 23, order: "MIDNIGHT-1"),
        payment(
            "moments", "52.00", day: 14, order: "MOMENTS-1",
            #","statusFinalDate":\#(moment(day: 15, hour: 12).milliseconds)"#
                + #","lastUpdate":\#(moment(day: 16, hour: 12).milliseconds)"#),
        payment(
            "moved", "53.00", day: 0, order: "MOVED-1",
            #","lastUpdate":\#(moment(day: 2, hour: 12).milliseconds)"#),
        payment("after-sale", "54.00", day: 18, order: "EARLY-1"),
        payment("before-sale", "55.00", day: 2, order: "LATE-1"),
        payment("waiting", "56.00", day: 15, order: "NOWHERE-1"),
        payment("waited", "57.00", day: 1, order: "NOWHERE-2"),
    ]

    /// Payments for the order number, the address and the rows of `decide`.
    private static let matched = [
        payment("in-reference", "61.00", order: "REFERENCE-1"),
        payment("in-description", "62.00", #","description":"Bestelling DESCRIPTION-1""#),
        payment("in-sale-text", "63.00", order: "SALETEXT-1"),
        payment("disagreeing", "64.00", order: "ONE-1", #","description":"Bestelling TWO-2""#),
        payment("metadata", "65.00", order: "METADATA-1", #","metadata":"klant@voorbeeld.nl""#),
        payment("provisional", "66.00", order: "PROVISIONAL-1"),
        payment("other-daybook", "67.00", order: "DAYBOOK-1"),
        payment("other-account", "68.00", order: "ACCOUNT-1"),
        payment("same-email", "69.00", order: "EMAIL-1", #","billingEmail":"a@voorbeeld.nl""#),
        payment("other-email", "70.00", order: "EMAIL-2", #","billingEmail":"b@voorbeeld.nl""#),
        payment("too-little", "71.00", order: "LITTLE-1"),
        payment("too-much", "72.00", order: "MUCH-1"),
        payment("contained", "73.00", order: "WORD-17"),
        payment("contained-too-little", "73.50", order: "WORD-18"),
        payment("no-number", "74.00", #","billingEmail":"c@voorbeeld.nl""#),
        payment("no-number-no-email", "75.00"),
        payment("several", "76.00", order: "SEVERAL-1"),
        payment("closed", "77.00", order: "CLOSED-1"),
        payment("long", "78.00", order: longNumber),
    ]

    private static let offered = [
        sale(301, "PAGE-1", "41.00"), sale(302, "CAPTURE-1", "43.00"), sale(303, "CARD-1", "44.00"),
        sale(311, "MIDNIGHT-1", "51.00"), sale(312, "MOMENTS-1", "52.00"),
        sale(313, "MOVED-1", "53.00", day: 1), sale(314, "EARLY-1", "54.00", day: 1),
        sale(315, "LATE-1", "55.00", day: 19), sale(321, "REFERENCE-1", "61.00"),
        sale(322, "DESCRIPTION-1", "62.00"),
        sale(323, "F-323", "63.00", #","dim1":"1300","description":"Bestelling SALETEXT-1""#),
        sale(324, "ONE-1", "64.00"),
        sale(325, "METADATA-1", "65.00", #","dim1":"1300","email":"ander@voorbeeld.nl""#),
        sale(326, "PROVISIONAL-1", "66.00", #","dim1":"1300","status":"provisional""#),
        sale(327, "DAYBOOK-1", "67.00").replacing("VRK", with: "VRK2"),
        sale(328, "ACCOUNT-1", "68.00", #","dim1":"1301""#),
        sale(329, "EMAIL-1", "69.00", #","dim1":"1300","email":"A@voorbeeld.nl""#),
        sale(330, "EMAIL-2", "70.00", #","dim1":"1300","email":"a@voorbeeld.nl""#),
        sale(331, "LITTLE-1", "71.50"), sale(332, "MUCH-1", "70.50"),
        sale(333, "F-333", "73.00", #","dim1":"1300","description":"doos WORD-17 rood""#),
        sale(337, "F-337", "74.50", #","dim1":"1300","description":"doos WORD-18 rood""#),
        sale(334, "F-334", "74.00", #","dim1":"1300","email":"c@voorbeeld.nl""#),
        sale(335, "F-335", "75.00"), sale(336, "SEVERAL-1", "76.00"),
        sale(338, "SEVERAL-1", "76.00"),
        sale(339, "CLOSED-1", "77.00", #","dim1":"1300","matchstatus":"matched""#),
        sale(
            340, String(longNumber.suffix(40)), "78.00",
            #","dim1":"1300","description":"\#(longNumber.prefix(40))""#),
    ]
}
