import BooksModel
import DomainModel
import PaymentsModel

/// Collects what happened in a shop, in any order, and lets it happen in order of time.
struct ShopBuilder {
    /// The moment the shop is looked at.
    let now: Instant
    private(set) var customers: [Customer] = []
    private var sales: [(at: Instant, sale: SampleSale)] = []
    private var closedOrders: Set<String> = []
    private var steps: [Step] = []

    /// Something that happens to payments; the references of earlier ones are known by then.
    private struct Step {
        let at: Instant
        /// What later steps call the payment that this one makes.
        let name: String?
        let change: (_ references: [String: String]) -> PaymentsChange
    }

    init(now: Instant) { self.now = now }

    /// A moment before now.
    func ago(days: Int64 = 0, hours: Int64 = 0, minutes: Int64 = 0) -> Instant {
        let total = (days * 24 + hours) * 60 + minutes
        return Instant(milliseconds: now.milliseconds - total * 60_000)
    }

    /// Adds a customer and gives the code; customers keep their address in one of four places.
    mutating func customer(_ name: String) -> String {
        let number = customers.count + 1
        let customer = Self.customer(number: number, name: name)
        customers.append(customer)
        return customer.code
    }

    /// The customer of a number, with an address at example.com.
    static func customer(number: Int, name: String) -> Customer {
        let mail =
            name.lowercased().filter { $0.isASCII && ($0.isLetter || $0 == ".") } + "@example.com"
        var customer = Customer(
            code: "D" + String(String(10_000_000 + number).dropFirst()), name: name,
            shortName: String(name.prefix(20)))
        let place = number % 4
        customer.addresses = [
            CustomerAddress(name: name, email: place == 0 ? mail : "")
        ]
        if place == 1 { customer.ebillMail = mail }
        if place == 2 { customer.reminderEmail = mail }
        if place == 3 { customer.remittanceMail = mail }
        return customer
    }

    /// Books a sale so many days before now; a closed one is paid at the bank the day after.
    mutating func sell(
        _ order: String, _ amount: Int64, to customer: String, daysAgo: Int32 = 3,
        isConcept: Bool = false, isClosed: Bool = false, office: String = ShopBooks.office
    ) {
        let at = ago(days: Int64(daysAgo), hours: 1)
        let date = TimeZoneRules.utc.date(of: at)
        let sale = SampleSale(
            order: order, amount: amount, customer: customer, date: date, isConcept: isConcept,
            office: office)
        sales.append((at, sale))
        if isClosed { closedOrders.insert(order) }
    }

    /// Adds a step that makes a payment, or changes one.
    mutating func step(
        _ name: String? = nil, at moment: Instant,
        _ change: @escaping ([String: String]) -> PaymentsChange
    ) {
        steps.append(Step(at: moment, name: name, change: change))
    }

    /// The shop, with everything done that lies before now and planned what lies behind it.
    func shop(apiKey: String) -> Shop {
        var organisation = ShopBooks.organisation(
            at: now, customers: customers, otherCustomers: customers)
        let order = sales.enumerated().sorted {
            ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
        }
        var planned: [PlannedBooking] = []
        for (_, (at, sale)) in order {
            let change = BooksChange.post(sale.request, origin: .import, user: "WEBSHOP")
            guard at <= now else {
                planned.append(PlannedBooking(at: at, office: sale.office, change: change))
                continue
            }
            let outcome = organisation.apply(change, office: sale.office, at: at)
            if case .saved(let entry) = outcome, closedOrders.contains(sale.order) {
                Self.close(entry, sale, in: &organisation, at: at)
            }
        }
        return Shop(
            organisation: organisation, payments: account(apiKey: apiKey),
            plannedBookings: planned)
    }

    private func account(apiKey: String) -> PaymentAccount {
        var account = PaymentAccount(apiKey: apiKey, methods: ShopMethods.all)
        var references: [String: String] = [:]
        let order = steps.enumerated().sorted {
            ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
        }
        for (_, step) in order {
            let change = step.change(references)
            let outcome =
                step.at <= now
                ? account.apply(change, at: step.at)
                : account.apply(.plan(change, at: step.at), at: now)
            if let name = step.name { references[name] = outcome.reference }
        }
        account.advance(to: now)
        return account
    }

    /// Pays a sale at the bank and matches both.
    private static func close(
        _ entry: Entry, _ sale: SampleSale, in organisation: inout Organisation, at moment: Instant
    ) {
        let value = MinorUnits.text(sale.amount)
        let date = SampleSale.digits(sale.date.adding(days: 1))
        let request = EntryRequest(
            destiny: "final", office: sale.office, daybook: "MEMO", currency: sale.currency.text,
            date: date,
            lines: [
                LineRequest(
                    id: "1", dim1: "1300", dim2: sale.customer, debitCredit: "credit",
                    value: value, description: sale.order),
                LineRequest(
                    id: "2", dim1: "1100", debitCredit: "debit", value: value,
                    description: "Overgeboekt"),
            ])
        let posted = organisation.apply(
            .post(request, origin: .manual, user: "BOEKHOUDER"), office: sale.office, at: moment)
        guard case .saved(let paid) = posted else { return }
        let match = MatchRequest(
            office: sale.office, date: date,
            lines: [
                MatchRequest.Line(
                    daybook: entry.key.daybook, number: entry.key.number, line: "1"),
                MatchRequest.Line(daybook: paid.key.daybook, number: paid.key.number, line: "1"),
            ])
        _ = organisation.apply(.match(match), office: sale.office, at: moment)
    }
}
