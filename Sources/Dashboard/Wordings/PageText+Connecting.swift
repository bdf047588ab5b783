import Wording

extension PageText {
    /// The texts of connecting and of the accounts.
    static let ofConnecting: [String: Phrase] = [
        "ccv_key": Phrase(en: "API key of CCV", nl: "API-sleutel van CCV"),
        "ccv_key_hint": Phrase(
            en: "The key is in MyCCV. It is tried first, and stored encrypted only when CCV"
                + " accepts it; it is never shown again. Payments of a key that begins with t_"
                + " are not real, and are not booked.",
            nl: "De sleutel staat in MyCCV. Hij wordt eerst geprobeerd en alleen versleuteld"
                + " bewaard als CCV hem accepteert; hij wordt nooit meer getoond. Betalingen van"
                + " een sleutel die met t_ begint zijn niet echt en worden niet geboekt."),
        "connect_ccv": Phrase(en: "Try the key and connect", nl: "Probeer de sleutel en verbind"),
        "client_secret": Phrase(
            en: "Client secret of Twinfield", nl: "Client secret van Twinfield"),
        "client_secret_hint": Phrase(
            en: "The client secret is in the developer portal of Twinfield. You go to Twinfield,"
                + " log in, allow the access, and come back here. This redirect address must be"
                + " registered in the portal, exactly like this:",
            nl: "Het client secret staat in het ontwikkelaarsportaal van Twinfield. U gaat naar"
                + " Twinfield, logt in, staat de toegang toe en komt hier terug. Dit redirectadres"
                + " moet in het portaal staan, precies zo:"),
        "client_secret_kept": Phrase(
            en: "A secret is stored; leave the field empty to keep it.",
            nl: "Er is een secret bewaard; laat het veld leeg om het te houden."),
        "connect_twinfield": Phrase(en: "To Twinfield", nl: "Naar Twinfield"),
        "accounts": Phrase(
            en: "Accounts as Twinfield has them", nl: "Rekeningen zoals Twinfield ze heeft"),
        "account_name": Phrase(en: "Name", nl: "Naam"),
        "account_use": Phrase(en: "Used for", nl: "Gebruikt voor"),
        "balance": Phrase(en: "Balance", nl: "Saldo"),
        "balance_ours": Phrase(en: "Booked by us", nl: "Door ons geboekt"),
        "balance_others": Phrase(en: "From others", nl: "Van anderen"),
        "read_again": Phrase(en: "Read again", nl: "Opnieuw lezen"),
        "check_now": Phrase(en: "Check now", nl: "Controleer nu"),
    ]
}
