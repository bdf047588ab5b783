import BooksModel
import DomainModel
import PaymentsModel
import SimulationAudit

/// Something that the shop or its customers will do at a moment.
struct Deed: Sendable {
    enum Act: Sendable {
        /// A payment begins; it gets a name by which others find it.
        case start(String, PaymentOrder)
        /// Somebody pays on a landing page; the attempt gets a name.
        case attempt(String, page: String, method: String)
        case settle(String)
        case fail(String)
        case succeedLate(String)
        case needIntervention(String)
        case refund(String, Int64)
        case capture(String, Int64)
        /// The shop books a sale.
        case sell(String, Int64, customer: String, isFinal: Bool)
    }

    var at: Instant
    var act: Act
}

extension WorldState {
    /// Does what the shop or a customer does.
    mutating func perform(_ deed: Deed) {
        log.note(deed.act.words)
        switch deed.act {
        case .start(let name, let order):
            references[name] = account.apply(.start(order), at: now).reference
        case .attempt(let name, let page, let method):
            references[name] =
                account.apply(
                    .attempt(
                        PaymentAttempt(landingPage: references[page] ?? "", method: method)),
                    at: now
                ).reference
        case .settle(let name): change(name) { .settle(reference: $0) }
        case .fail(let name): change(name) { .fail(reference: $0, code: "cancelled") }
        case .succeedLate(let name): change(name) { .succeedLate(reference: $0) }
        case .needIntervention(let name): change(name) { .needIntervention(reference: $0) }
        case .refund(let name, let amount):
            change(name) { .refund(FollowUp($0, amount: amount)) }
        case .capture(let name, let amount):
            change(name) { .capture(FollowUp($0, amount: amount)) }
        case .sell(let number, let amount, let customer, let isFinal):
            let request = EntryRequest(
                sale: number, amount, customer: customer,
                date: TimeZoneRules.utc.date(of: now), isFinal: isFinal)
            _ = books.apply(.post(request, origin: .import, user: "WEBSHOP"), at: now)
        }
    }

    private mutating func change(_ name: String, _ change: (String) -> PaymentsChange) {
        _ = account.apply(change(references[name] ?? ""), at: now)
    }
}

extension Deed.Act {
    /// The deed in a few words.
    fileprivate var words: String {
        switch self {
        case .start(let name, let order):
            "\(name) begins: \(order.merchantOrderReference ?? "") \(order.amount) \(order.method)"
        case .attempt(let name, let page, _): "\(name) tries to pay \(page)"
        case .settle(let name): "\(name) succeeds"
        case .fail(let name): "\(name) fails"
        case .succeedLate(let name): "\(name) succeeds late"
        case .needIntervention(let name): "\(name) needs intervention"
        case .refund(let name, let amount): "\(name) is refunded \(amount)"
        case .capture(let name, _): "\(name) is captured"
        case .sell(let number, let amount, let customer, _):
            "sale \(number) \(amount) to \(customer)"
        }
    }
}
