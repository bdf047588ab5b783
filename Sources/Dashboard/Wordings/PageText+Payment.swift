import Wording

extension PageText {
    /// The texts of the pages of a payment and of errors.
    static let ofPayment: [String: Phrase] = [
        "more_info": Phrase(en: "More info", nl: "Meer info"),
        "report_problem": Phrase(en: "Report problem", nl: "Meld probleem"),
        "process": Phrase(en: "Process", nl: "Verwerk"),
        "process_all": Phrase(en: "Process all", nl: "Verwerk alle"),
        "no_errors": Phrase(en: "There are no errors.", nl: "Er zijn geen fouten."),
        "do": Phrase(en: "What to do:", nl: "Wat te doen:"),
        "code": Phrase(en: "Code", nl: "Code"),
        "oldest": Phrase(en: "the oldest is of", nl: "de oudste is van"),
        "all_of": Phrase(en: "Show all", nl: "Toon alle"),
        "why": Phrase(en: "Why", nl: "Waarom"),
        "why_optional": Phrase(en: "Why (optional)", nl: "Waarom (mag leeg)"),
        "rules": Phrase(en: "Rules", nl: "Regels"),
        "rules_now": Phrase(en: "the rules of now", nl: "met de regels van nu"),
        "rules_then": Phrase(
            en: "the rules of then, when it came in", nl: "met de regels van toen (bij binnenkomst)"
        ),
        "choose_connection": Phrase(
            en: "Choose a connection above to process the whole group.",
            nl: "Kies boven een verbinding om de hele groep te verwerken."),
        "recorded": Phrase(en: "Recorded:", nl: "Vastgelegd:"),
        "back_to_list": Phrase(en: "Back to the list", nl: "Terug naar de lijst"),
        "facts": Phrase(en: "Facts", nl: "Gegevens"),
        "why_so": Phrase(en: "Why this was decided", nl: "Waarom dit is besloten"),
        "tree_rules": Phrase(
            en: "Rules of select, from top to bottom",
            nl: "Regels van select, van boven naar beneden"),
        "tree_number": Phrase(en: "Order number:", nl: "Bestelnummer:"),
        "tree_sales": Phrase(en: "Sales that were compared:", nl: "Verkopen die zijn vergeleken:"),
        "card": Phrase(en: "Match card", nl: "Matchkaart"),
        "card_show": Phrase(en: "Match card and XML", nl: "Matchkaart en XML"),
        "card_hint": Phrase(
            en: "The last decision is made again from the ledger; that may take some seconds.",
            nl: "Het laatste besluit wordt opnieuw berekend; dat kan enkele seconden duren."),
        "card_none": Phrase(
            en: "This decision cannot be made again.", nl: "Dit besluit is niet na te rekenen."),
        "timeline": Phrase(en: "Timeline", nl: "Tijdlijn"),
        "by": Phrase(en: "by", nl: "door"),
        "xml": Phrase(en: "The XML for Twinfield", nl: "De XML voor Twinfield"),
        "record": Phrase(en: "Record of CCV", nl: "Gegevens van CCV"),
        "record_hint": Phrase(en: "As CCV gave it", nl: "Zoals CCV ze gaf"),
        "choose_sale": Phrase(en: "Choose the sale", nl: "Kies de verkoop"),
        "choose_hint": Phrase(
            en: "Compare the payment with the sales. What is chosen is booked by the next run, "
                + "when the sale still fits; who chose and why is kept.",
            nl: "Vergelijk de betaling met de verkopen. Wat wordt gekozen boekt de volgende "
                + "run, als de verkoop dan nog past; wie koos en waarom blijft bewaard."),
        "the_payment": Phrase(en: "The payment", nl: "De betaling"),
        "sale": Phrase(en: "Sale", nl: "Verkoop"),
        "propose_address": Phrase(
            en: "Propose to note the payer's address with this customer in Twinfield",
            nl: "Stel voor het adres van de betaler bij deze klant in Twinfield te noteren"),
        "choose": Phrase(en: "Choose this sale", nl: "Kies deze verkoop"),
        "later": Phrase(en: "Later", nl: "Later"),
        "none_of_these": Phrase(en: "None of these", nl: "Geen van deze"),
        "resolved_by_hand": Phrase(en: "Settled by hand", nl: "Opgelost met de hand"),
        "ignore": Phrase(en: "Ignore", nl: "Negeren"),
        "seen": Phrase(en: "Seen", nl: "Gezien"),
        "seen_hint": Phrase(
            en: "The alarm ends; the entry stays as it is.",
            nl: "De melding verdwijnt; de boeking blijft zoals zij is."),
        "daybook": Phrase(en: "Daybook", nl: "Dagboek"),
        "entry_number": Phrase(en: "Number of the entry", nl: "Boekingsnummer"),
        "problem_hint": Phrase(
            en: "This is what will be sent: without names, addresses or secrets. Nothing is "
                + "sent before you choose how.",
            nl: "Dit wordt er verstuurd: zonder namen, adressen of geheimen. Er gaat niets weg "
                + "voor u kiest hoe."),
        "problem_note": Phrase(
            en: "What did you try already? Write no names here.",
            nl: "Wat hebt u al geprobeerd? Schrijf hier geen namen."),
        "refresh": Phrase(en: "Show again", nl: "Toon opnieuw"),
        "problem_report": Phrase(en: "The report", nl: "De melding"),
        "problem_send": Phrase(en: "Send it", nl: "Verstuur de melding"),
        "send_to": Phrase(en: "Send to", nl: "Verstuur naar"),
        "mail_to": Phrase(en: "Mail to", nl: "Mail naar"),
        "download": Phrase(en: "Download", nl: "Download"),
        "back_to_payment": Phrase(en: "Back to the payment", nl: "Terug naar de betaling"),
    ]
}
