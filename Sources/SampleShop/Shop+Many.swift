import BooksModel
public import DomainModel
import PaymentsModel

extension Shop {
    /// So many payments, with the sales and customers that belong to them, before a moment.
    ///
    /// They are spread over the thirty days before it, in the usual mix: most by iDEAL, one in
    /// a hundred without a sale, one in seventeen with an order number of more than 40 characters,
    /// one in fifty a refund, some failed or pending, nearly all paid out after some days. The same
    /// seed, count and moment give the same shop.
    public static func many(
        _ count: Int, seed: UInt64, at now: Instant, apiKey: String = defaultAPIKey
    ) -> Shop {
        let count = max(0, count)
        var crowd = Crowd(count: count, seed: seed, now: now)
        var organisation = ShopBooks.organisation(at: now, customers: crowd.customers)
        var payments: [Payment] = []
        payments.reserveCapacity(count)
        for number in 0..<count {
            let (payment, sale) = crowd.next(number)
            payments.append(payment)
            guard let sale else { continue }
            let change = BooksChange.post(sale.request, origin: .import, user: "WEBSHOP")
            _ = organisation.apply(change, office: sale.office, at: payment.created)
        }
        return Shop(
            organisation: organisation,
            payments: PaymentAccount(
                apiKey: apiKey, methods: ShopMethods.all, payments: payments),
            plannedBookings: [])
    }
}
