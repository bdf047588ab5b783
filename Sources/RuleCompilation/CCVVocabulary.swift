/// The words that CCV is known to use (CCV API reference, 4.2, 4.3 and 4.5).
///
/// All of them are open: an unknown word is a warning in rules, and rules decide about it in
/// payments.
enum CCVVocabulary {
    /// Types, in normal form.
    static let types = [
        "sale", "capture", "refund", "credit", "autorefund", "chargeback", "chargebackreversal",
        "collection", "disbursement", "reversal", "authorise", "release", "validate", "token",
        "vaultstore", "vaultusage",
    ]

    /// Types by which money goes back or may go back to the payer.
    static let moneyBackTypes: Set<String> = [
        "refund", "credit", "autorefund", "chargeback", "chargebackreversal", "reversal",
    ]

    /// Types that move no money.
    static let noMoneyTypes: Set<String> = [
        "authorise", "release", "validate", "token", "vaultstore", "vaultusage",
    ]

    /// Statuses.
    static let statuses = ["pending", "success", "failed", "manualintervention"]

    /// Methods that move money; cards have an account per brand.
    static let payingMethods = [
        "ideal", "sofort", "paypal", "giropay", "banktransfer", "terminal", "payconiq", "alipay",
        "klarna", "gift", "sdd", "applepay", "googlepay", "eps",
    ]

    /// Methods and brands whose money the acquirer or the provider pays out itself, as far as is
    /// known (CCV API, 7.1); contracts differ.
    static let paidOutByOthers: Set<String> = [
        "card/amex", "paypal", "klarna", "sofort", "terminal",
    ]

    /// The method of cards.
    static let card = "card"

    /// Methods that move no money themselves: the landing page's is on its child.
    static let otherMethods = ["landingpage", "token", "vault"]

    /// Brands of cards.
    static let brands = ["visa", "mastercard", "maestro", "bcmc", "amex"]

    /// Every method.
    static var methods: [String] { [card] + payingMethods + otherMethods }

    /// Every method that needs an account, as a key of `accounts.suspense`.
    static var accountKeys: [String] { payingMethods + brands.map { card + "/" + $0 } }
}
