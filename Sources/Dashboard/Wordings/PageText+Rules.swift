import Wording

extension PageText {
    /// The texts of the pages of the rules.
    static let ofRules: [String: Phrase] = [
        "rules_intro": Phrase(
            en: "These rules say which payments are booked, and how. Look first at what a change"
                + " does; nothing is saved before you choose so.",
            nl: "Deze regels zeggen welke betalingen worden geboekt, en hoe. Bekijk eerst wat een"
                + " wijziging doet; er wordt niets opgeslagen voor u dat kiest."),
        "rules_shared": Phrase(
            en: "A change also holds for", nl: "Een wijziging geldt ook voor"),
        "rules_change": Phrase(
            en: "Look at and change the rules", nl: "Regels bekijken en wijzigen"),
        "rules_versions": Phrase(en: "Versions", nl: "Versies"),
        "rules_yaml": Phrase(en: "The files (YAML)", nl: "De bestanden (YAML)"),
        "rules_refused": Phrase(
            en: "Something cannot be written so; nothing was saved. What you typed stands below.",
            nl: "Iets kan zo niet; er is niets opgeslagen. Wat u typte staat hieronder."),
        "rules_values": Phrase(en: "The common values", nl: "De gewone waarden"),
        "rules_remove": Phrase(en: "Remove", nl: "Verwijder"),
        "rules_new_method": Phrase(en: "New method", nl: "Nieuwe betaalmethode"),
        "rules_new_account": Phrase(en: "with account", nl: "met kruispost"),
        "rules_days": Phrase(en: "Try on the last … days", nl: "Beproef op de laatste … dagen"),
        "rules_look": Phrase(en: "Look at what this does", nl: "Bekijk wat dit doet"),
        "rules_again": Phrase(en: "Look again", nl: "Bekijk opnieuw"),
        "rules_readonly": Phrase(
            en: "Your role may look at the rules, not change them.",
            nl: "Uw rol mag de regels bekijken, niet wijzigen."),
        "rules_sentences": Phrase(en: "The rules in sentences", nl: "De regels in zinnen"),
        "rules_revision": Phrase(en: "Revision", nl: "Revisie"),
        "rules_problems": Phrase(en: "Messages about the rules", nl: "Meldingen over de regels"),
        "rules_line": Phrase(en: "line", nl: "regel"),
        "rules_back": Phrase(en: "Back to the rules of", nl: "Terug naar de regels van"),
        "rules_preview": Phrase(
            en: "Nothing is saved yet. This is what changes; save it at the bottom.",
            nl: "Er is nog niets opgeslagen. Dit verandert er; onderaan kunt u het opslaan."),
        "rules_difference": Phrase(en: "What changes in the files", nl: "Wat er verandert"),
        "rules_trial": Phrase(en: "Tried on the last", nl: "Beproefd op de laatste"),
        "rules_trial_days": Phrase(en: "days", nl: "dagen"),
        "rules_trial_empty": Phrase(
            en: "No payment was created in these days, so nothing could be tried.",
            nl: "In deze dagen is geen betaling aangemaakt, dus er viel niets te beproeven."),
        "rules_trial_decided": Phrase(
            en: "payments were decided anew, as if none of them were booked yet.",
            nl: "betalingen zijn opnieuw beoordeeld, alsof er nog geen van geboekt was."),
        "rules_trial_cut": Phrase(
            en: "These are the newest of", nl: "Dit zijn de nieuwste van de"),
        "rules_trial_as_if": Phrase(
            en: "What a person chose does not count here, and nothing is asked of Twinfield.",
            nl: "Wat een mens koos telt hier niet mee, en Twinfield wordt niets gevraagd."),
        "rules_trial_books": Phrase(
            en: "Open sales as they were read on", nl: "Open posten zoals ze zijn gelezen op"),
        "rules_trial_lacks": Phrase(
            en: "There are so many open sales that only the newest were compared.",
            nl: "Er zijn zo veel open posten dat alleen de nieuwste zijn vergeleken."),
        "rules_trial_counts": Phrase(
            en: "What becomes of these payments", nl: "Wat er van deze betalingen wordt"),
        "rules_new": Phrase(en: "new rules", nl: "nieuwe regels"),
        "rules_state_now": Phrase(en: "Recorded", nl: "Vastgelegd"),
        "rules_trial_same": Phrase(
            en: "For none of these payments anything changes.",
            nl: "Voor geen van deze betalingen verandert er iets."),
        "rules_trial_changed": Phrase(
            en: "payments get another outcome or another entry.",
            nl: "betalingen krijgen een andere uitkomst of een andere boeking."),
        "rules_trial_listed": Phrase(en: "Shown are", nl: "Hier staan er"),
        "rules_text": Phrase(en: "The text", nl: "De tekst"),
        "rules_save": Phrase(en: "Save", nl: "Opslaan"),
        "rules_from_when": Phrase(
            en: "The next run uses the new rules. What is in the books already stays as it is.",
            nl: "De volgende run gebruikt de nieuwe regels. Wat al geboekt is blijft zoals het"
                + " is."),
        "rules_versions_intro": Phrase(
            en: "Every version is kept with who saved it, when and why. Nothing here is ever"
                + " removed.",
            nl: "Elke versie blijft bewaard, met wie haar opsloeg, wanneer en waarom. Hier"
                + " verdwijnt nooit iets."),
        "rules_versions_empty": Phrase(
            en: "Nothing was saved here yet; the first time keeps the rules of before as well.",
            nl: "Hier is nog niets opgeslagen; de eerste keer worden ook de regels van daarvoor"
                + " bewaard."),
        "rules_version": Phrase(en: "Version", nl: "Versie"),
        "rules_current": Phrase(en: "in use", nl: "in gebruik"),
        "rules_unwritten": Phrase(en: "not written", nl: "niet geschreven"),
        "rules_go_back": Phrase(
            en: "Go back to this version", nl: "Ga terug naar deze versie"),
        "rules_older": Phrase(en: "Older versions", nl: "Oudere versies"),
        "rules_codes_intro": Phrase(
            en: "What the messages about rules mean. An error must be mended before the rules can"
                + " be used; a warning is for a person to look at.",
            nl: "Wat de meldingen over regels betekenen. Een fout moet worden hersteld voor de"
                + " regels bruikbaar zijn; naar een waarschuwing moet een mens kijken."),
    ]
}
