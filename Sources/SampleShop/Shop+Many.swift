import BooksModel
public import DomainModel
import PaymentsModel

extension Shop {
    /// So many payments, with the sales and customers that belong to them, before a moment.
    ///
    /// The same seed, count and moment give the same shop.
    public static func many(
        _ count: Int, seed: UInt64, at now: Instant, apiKey: String = defaultAPIKey
    ) -> Shop {
        Shop(
            organisation: ShopBooks.organisation(at: now),
            payments: PaymentAccount(apiKey: apiKey, methods: ShopMethods.all), plannedBookings: [])
    }
}
