import PaymentsModel

/// The ways to pay that the account of a sample shop offers.
enum ShopMethods {
    /// All known ones; iDEAL lists two banks that do not exist.
    static let all: [OfferedMethod] = [
        OfferedMethod(
            "ideal",
            issuers: [
                OfferedMethod.Issuer(
                    id: "VBNKNL2A", description: "Voorbeeldbank", groupType: "country",
                    group: "Nederland"),
                OfferedMethod.Issuer(
                    id: "PROFNL2A", description: "Proefbank", groupType: "country",
                    group: "Nederland"),
            ]),
        OfferedMethod("card", brands: ["visa", "mastercard", "maestro", "bcmc", "amex"]),
        OfferedMethod("paypal"), OfferedMethod("klarna"), OfferedMethod("banktransfer"),
        OfferedMethod("payconiq"), OfferedMethod("applepay"), OfferedMethod("googlepay"),
        OfferedMethod("sdd"), OfferedMethod("gift"), OfferedMethod("wero"),
        OfferedMethod("landingpage"), OfferedMethod("terminal"),
    ]
}
