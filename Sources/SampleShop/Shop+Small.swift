import BooksModel
public import DomainModel
import PaymentsModel

extension Shop {
    /// About forty payments of the days before a moment; every outcome of the rules occurs.
    public static func small(at now: Instant, apiKey: String = defaultAPIKey) -> Shop {
        Shop(
            organisation: ShopBooks.organisation(at: now),
            payments: PaymentAccount(apiKey: apiKey, methods: ShopMethods.all), plannedBookings: [])
    }
}
