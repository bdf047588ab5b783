import Wording

extension RuleCodeWords {
    /// The text of a file.
    static let ofYAML: [String: RuleCodeWords] = [
        "CM0101": RuleCodeWords(
            title: Phrase(
                en: "the text is no YAML",
                nl: "de tekst is geen YAML"),
            meaning: Phrase(
                en: "A bracket, quote or indent is wrong from the marked place on. Compare it "
                    + "with a file that works.",
                nl: "Vanaf de aangewezen plaats klopt een haakje, aanhalingsteken of "
                    + "inspringing niet. Vergelijk met een bestand dat wel werkt.")),
        "CM0102": RuleCodeWords(
            title: Phrase(
                en: "the file is not UTF-8",
                nl: "het bestand is geen UTF-8"),
            meaning: Phrase(
                en: "Save the file as UTF-8.",
                nl: "Sla het bestand op als UTF-8.")),
        "CM0103": RuleCodeWords(
            title: Phrase(
                en: "an anchor or an alias",
                nl: "een anker of een alias"),
            meaning: Phrase(
                en: "Write the value itself instead of & and *.",
                nl: "Schrijf de waarde zelf in plaats van & en *.")),
        "CM0104": RuleCodeWords(
            title: Phrase(
                en: "a tag",
                nl: "een tag"),
            meaning: Phrase(
                en: "Leave out the word that begins with !.",
                nl: "Laat het woord weg dat met ! begint.")),
        "CM0105": RuleCodeWords(
            title: Phrase(
                en: "a merge key",
                nl: "een samenvoegsleutel"),
            meaning: Phrase(
                en: "Write the keys themselves instead of <<.",
                nl: "Schrijf de sleutels zelf in plaats van <<.")),
        "CM0106": RuleCodeWords(
            title: Phrase(
                en: "a second document",
                nl: "een tweede document"),
            meaning: Phrase(
                en: "A file has one document: remove the line with ---.",
                nl: "Een bestand heeft één document: haal de regel met --- weg.")),
        "CM0107": RuleCodeWords(
            title: Phrase(
                en: "nested too deep",
                nl: "te diep genest"),
            meaning: Phrase(
                en: "Rules are never nested so deep: look for an indent too many.",
                nl: "Regels zijn nooit zo diep genest: zoek een inspringing te veel.")),
        "CM0108": RuleCodeWords(
            title: Phrase(
                en: "too large",
                nl: "te groot"),
            meaning: Phrase(
                en: "Rules are never so large: look what was pasted into the file.",
                nl: "Regels zijn nooit zo groot: kijk wat er in het bestand is geplakt.")),
        "CM0109": RuleCodeWords(
            title: Phrase(
                en: "nothing in the file",
                nl: "niets in het bestand"),
            meaning: Phrase(
                en: "The file is empty; go back to a version.",
                nl: "Het bestand is leeg; ga terug naar een versie.")),
        "CM0110": RuleCodeWords(
            title: Phrase(
                en: "a key that is not a text",
                nl: "een sleutel die geen tekst is"),
            meaning: Phrase(
                en: "A key is a plain word before a colon.",
                nl: "Een sleutel is een gewoon woord voor een dubbele punt.")),
        "CM0111": RuleCodeWords(
            title: Phrase(
                en: "a character that YAML does not allow",
                nl: "een teken dat in YAML niet mag"),
            meaning: Phrase(
                en: "Remove the character; it often comes along by pasting.",
                nl: "Haal het teken weg; het komt vaak mee bij plakken.")),
    ]

    /// Keys and values.
    static let ofKeys: [String: RuleCodeWords] = [
        "CM0201": RuleCodeWords(
            title: Phrase(
                en: "the same key twice",
                nl: "twee keer dezelfde sleutel"),
            meaning: Phrase(
                en: "Keep one of both; nobody could say which holds.",
                nl: "Houd er een over; niemand kan zeggen welke geldt.")),
        "CM0202": RuleCodeWords(
            title: Phrase(
                en: "a key that nobody knows",
                nl: "een onbekende sleutel"),
            meaning: Phrase(
                en: "Often a slip of the finger; the message names the nearest key.",
                nl: "Vaak een tikfout; de melding noemt de sleutel die het dichtst in de "
                    + "buurt ligt.")),
        "CM0203": RuleCodeWords(
            title: Phrase(
                en: "a wrong kind of value",
                nl: "een verkeerd soort waarde"),
            meaning: Phrase(
                en: "A text stands where a list belongs, or the other way round.",
                nl: "Er staat een tekst waar een lijst hoort, of andersom.")),
        "CM0204": RuleCodeWords(
            title: Phrase(
                en: "a required key is missing",
                nl: "een verplichte sleutel ontbreekt"),
            meaning: Phrase(
                en: "Add the key that the message names.",
                nl: "Voeg de sleutel toe die de melding noemt.")),
        "CM0205": RuleCodeWords(
            title: Phrase(
                en: "not one of the words that may stand here",
                nl: "geen van de woorden die hier mogen staan"),
            meaning: Phrase(
                en: "Choose one of the words that the message names.",
                nl: "Kies een van de woorden die de melding noemt.")),
        "CM0206": RuleCodeWords(
            title: Phrase(
                en: "a value without the right form",
                nl: "een waarde zonder de juiste vorm"),
            meaning: Phrase(
                en: "Write it as in the example: a day as 2026-11-23, a span as 14 days.",
                nl: "Schrijf het als in het voorbeeld: een dag als 2026-11-23, een duur als "
                    + "14 days.")),
        "CM0207": RuleCodeWords(
            title: Phrase(
                en: "keys that exclude each other",
                nl: "sleutels die elkaar uitsluiten"),
            meaning: Phrase(
                en: "Keep one of both, or add the one that is needed.",
                nl: "Houd er een over, of voeg toe wat erbij hoort.")),
        "CM0208": RuleCodeWords(
            title: Phrase(
                en: "the same name twice",
                nl: "twee keer dezelfde naam"),
            meaning: Phrase(
                en: "Give one of both another name.",
                nl: "Geef een van beide een andere naam.")),
    ]

    /// Names that must exist.
    static let ofNames: [String: RuleCodeWords] = [
        "CM0301": RuleCodeWords(
            title: Phrase(
                en: "a field that does not exist",
                nl: "een veld dat niet bestaat"),
            meaning: Phrase(
                en: "The placeholder names nothing that is known of a payment or sale.",
                nl: "Het invulveld noemt niets dat van een betaling of verkoop bekend is.")),
        "CM0302": RuleCodeWords(
            title: Phrase(
                en: "a template that does not exist",
                nl: "een boeking die niet bestaat"),
            meaning: Phrase(
                en: "No file in templates has this name.",
                nl: "Geen bestand in templates heeft deze naam.")),
        "CM0303": RuleCodeWords(
            title: Phrase(
                en: "a method or brand that CCV is not known to have",
                nl: "een methode of merk dat van CCV niet bekend is"),
            meaning: Phrase(
                en: "Check the spelling; a new method of CCV is allowed.",
                nl: "Controleer de spelling; een nieuwe methode van CCV mag.")),
        "CM0304": RuleCodeWords(
            title: Phrase(
                en: "a line of the template that does not exist",
                nl: "een boekingsregel die niet bestaat"),
            meaning: Phrase(
                en: "Name a line by its id.",
                nl: "Noem een regel bij zijn id.")),
        "CM0305": RuleCodeWords(
            title: Phrase(
                en: "braces that do not fit",
                nl: "accolades die niet kloppen"),
            meaning: Phrase(
                en: "Each { has its }, and a name between them.",
                nl: "Elke { heeft een }, met een naam ertussen.")),
        "CM0306": RuleCodeWords(
            title: Phrase(
                en: "a time zone that the system does not know",
                nl: "een onbekende tijdzone"),
            meaning: Phrase(
                en: "Write Europe/Amsterdam.",
                nl: "Schrijf Europe/Amsterdam.")),
        "CM0307": RuleCodeWords(
            title: Phrase(
                en: "a word that CCV is not known to use",
                nl: "een woord dat van CCV niet bekend is"),
            meaning: Phrase(
                en: "Check the spelling; a new word of CCV is allowed.",
                nl: "Controleer de spelling; een nieuw woord van CCV mag.")),
    ]
}
