import BooksModel
import DomainModel

/// The two administrations of a sample shop, before anything is booked.
enum ShopBooks {
    /// The administration that the rules are for.
    static let office = "NLA001"
    /// The administration beside it.
    static let otherOffice = "NLA002"

    /// The organisation with empty books; this book year and the two before it exist.
    static func organisation(
        at now: Instant, customers: [Customer] = [], otherCustomers: [Customer] = []
    ) -> Organisation {
        let year = TimeZoneRules.utc.date(of: now).parts.year
        return Organisation(
            code: "VOORBEELD", name: "Voorbeeldwinkel",
            id: "7d0f1a52-3c1b-4f4e-9b3a-000000000001", userCode: "KOPPELING",
            userName: "Koppeling Voorbeeldwinkel",
            offices: [
                books(
                    Office(
                        code: office, name: "Voorbeeldwinkel BV", shortName: "Voorbeeldwinkel",
                        id: "7d0f1a52-3c1b-4f4e-9b3a-000000000011"),
                    year: year, customers: customers),
                books(
                    Office(
                        code: otherOffice, name: "Voorbeeldwinkel Groothandel BV",
                        shortName: "Groothandel", id: "7d0f1a52-3c1b-4f4e-9b3a-000000000012"),
                    year: year, customers: otherCustomers),
            ])
    }

    private static func books(_ office: Office, year: Int, customers: [Customer]) -> Books {
        Books(
            office: office, daybooks: daybooks, accounts: accounts,
            customers: [template] + customers, currencies: currencies, vatCodes: vatCodes,
            writeOffAccounts: WriteOffAccounts(
                writeOff: "8990", discount: "8995", currency: "8996"),
            years: (year - 2)...(year + 1))
    }

    /// What new customers are made from.
    private static let template = Customer(
        code: "DEB", name: "Debiteuren", shortName: "DEB", isTemplate: true)

    private static let daybooks = [
        Daybook(
            code: "VRK", name: "Verkoopfacturen", shortName: "Verkoop", category: .sales),
        Daybook(code: "INK", name: "Inkoopfacturen", shortName: "Inkoop", category: .purchase),
        Daybook(code: "MEMO", name: "Memoriaal", shortName: "Memo", category: .journal),
        Daybook(code: "BNK", name: "Bankboek", shortName: "Bank", category: .bank),
        Daybook(code: "KAS", name: "Kasboek", shortName: "Kas", category: .cash),
        Daybook(
            code: "AFLETTEREN", name: "Afletterverschillen", shortName: "Afletteren",
            category: .automatic),
    ]

    private static let accounts: [Account] =
        [
            account("1100", "Bank", .balance),
            Account(
                code: "1300", name: "Debiteuren", shortName: "Debiteuren", kind: .balance,
                requiresRelation: true, isMatchable: true),
            account("1500", "Btw af te dragen hoog", .balance),
            account("1510", "Btw af te dragen laag", .balance),
            account("1600", "Crediteuren", .balance),
            account("4900", "Kosten betaalverkeer", .profitAndLoss),
            account("8000", "Omzet hoog", .profitAndLoss),
            account("8010", "Omzet laag", .profitAndLoss),
            account("8990", "Afletterverschillen", .profitAndLoss),
            account("8995", "Betalingskorting", .profitAndLoss),
            account("8996", "Koersverschillen", .profitAndLoss),
        ] + suspense.map { account($0, "Kruispost " + $1, .balance) }

    /// The suspense accounts of the rules that the program starts with.
    private static let suspense = [
        ("2101", "iDEAL"), ("2102", "Visa"), ("2103", "Mastercard"), ("2104", "Maestro"),
        ("2105", "Bancontact"), ("2106", "overboeking"), ("2107", "Payconiq"),
        ("2108", "Apple Pay"), ("2109", "Google Pay"), ("2110", "incasso"),
        ("2111", "American Express"), ("2112", "cadeaukaart"), ("2113", "giropay"),
        ("2114", "EPS"), ("2115", "Alipay"), ("2121", "PayPal"), ("2122", "Klarna"),
        ("2123", "Sofort"), ("2124", "terminal"),
    ]

    private static let currencies = [
        BooksCurrency(code: .eur, name: "Euro", shortName: "Euro"),
        BooksCurrency(code: usDollar, name: "US-dollar", shortName: "Dollar", rate: 920_000_000),
    ]

    /// The currency of what is sold beyond the sea.
    static let usDollar = CurrencyCode("USD".utf8) ?? .eur

    private static let vatCodes = [
        VATCode(code: "VH", name: "Btw verkoop hoog 21%", shortName: "Hoog"),
        VATCode(code: "VL", name: "Btw verkoop laag 9%", shortName: "Laag"),
    ]

    private static func account(
        _ code: String, _ name: String, _ kind: Account.Kind
    ) -> Account {
        Account(code: code, name: name, shortName: name, kind: kind)
    }
}
