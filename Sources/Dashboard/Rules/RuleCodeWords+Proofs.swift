import Wording

extension RuleCodeWords {
    /// What is proved about rules.
    static let ofRules: [String: RuleCodeWords] = [
        "CM0401": RuleCodeWords(
            title: Phrase(
                en: "select does not catch every payment",
                nl: "select vangt niet elke betaling"),
            meaning: Phrase(
                en: "End select with a rule without conditions.",
                nl: "Sluit select af met een regel zonder voorwaarden.")),
        "CM0402": RuleCodeWords(
            title: Phrase(
                en: "a rule or row that can never apply",
                nl: "een regel of rij die nooit kan gelden"),
            meaning: Phrase(
                en: "Something above takes all of its payments; move it up or remove it.",
                nl: "Iets erboven neemt al zijn betalingen; zet hem hoger of haal hem weg.")),
        "CM0403": RuleCodeWords(
            title: Phrase(
                en: "a method without an account",
                nl: "een betaalmethode zonder kruispost"),
            meaning: Phrase(
                en: "Payments by it become errors; add an account, or name the methods of the "
                    + "shop.",
                nl: "Betalingen ermee worden een fout; voeg een kruispost toe, of noem de "
                    + "methoden van de winkel.")),
        "CM0404": RuleCodeWords(
            title: Phrase(
                en: "a row that books with a difference left over",
                nl: "een rij die boekt met een verschil"),
            meaning: Phrase(
                en: "Ask for equals_open, or add a line for the difference to the template.",
                nl: "Vraag equals_open, of voeg een regel voor het verschil toe aan de "
                    + "boeking.")),
        "CM0405": RuleCodeWords(
            title: Phrase(
                en: "a row that would compare with every sale",
                nl: "een rij die met elke verkoop zou vergelijken"),
            meaning: Phrase(
                en: "Ask for an order number or an e-mail address as well.",
                nl: "Vraag ook een bestelnummer of een e-mailadres.")),
        "CM0406": RuleCodeWords(
            title: Phrase(
                en: "something that never decides anything",
                nl: "iets dat nooit iets beslist"),
            meaning: Phrase(
                en: "It does no harm, but it is not what the writer thought; look at it.",
                nl: "Het kan geen kwaad, maar is niet wat de schrijver dacht; kijk ernaar.")),
        "CM0407": RuleCodeWords(
            title: Phrase(
                en: "an exception below the row that books",
                nl: "een uitzondering onder de rij die boekt"),
            meaning: Phrase(
                en: "Put the row that asks a person above the one that books.",
                nl: "Zet de rij die een mens vraagt boven de rij die boekt.")),
        "CM0408": RuleCodeWords(
            title: Phrase(
                en: "aliases that collide",
                nl: "aliassen die botsen"),
            meaning: Phrase(
                en: "Two numbers would become one; make the aliases narrower.",
                nl: "Twee nummers zouden er één worden; maak de aliassen nauwer.")),
        "CM0409": RuleCodeWords(
            title: Phrase(
                en: "one account for two ways of being paid out",
                nl: "één kruispost voor twee soorten uitbetaling"),
            meaning: Phrase(
                en: "Give the money that another party pays out an account of its own.",
                nl: "Geef het geld dat een andere partij uitbetaalt een eigen kruispost.")),
        "CM0410": RuleCodeWords(
            title: Phrase(
                en: "a suspense account that is a debtors' account",
                nl: "een kruispost die een debiteurenrekening is"),
            meaning: Phrase(
                en: "Name another account; the entry would cancel itself.",
                nl: "Noem een andere rekening; de boeking zou zichzelf opheffen.")),
        "CM0411": RuleCodeWords(
            title: Phrase(
                en: "a rule that books money going back as a payment",
                nl: "een regel die teruggaand geld als betaling boekt"),
            meaning: Phrase(
                en: "Let a person look at refunds and chargebacks.",
                nl: "Laat een mens kijken naar terugbetalingen en storno's.")),
    ]

    /// What is proved about templates.
    static let ofTemplates: [String: RuleCodeWords] = [
        "CM0501": RuleCodeWords(
            title: Phrase(
                en: "an entry that never balances",
                nl: "een boeking die nooit sluit"),
            meaning: Phrase(
                en: "Debits and credits must be alike; look at the amounts of the lines.",
                nl: "Debet en credit moeten gelijk zijn; kijk naar de bedragen van de regels.")),
        "CM0502": RuleCodeWords(
            title: Phrase(
                en: "the transaction id is missing",
                nl: "de transactie-id ontbreekt"),
            meaning: Phrase(
                en: "The payment line must have {payment.transaction_id}: nothing is booked "
                    + "twice by it.",
                nl: "De betaalregel moet {payment.transaction_id} hebben: daarmee wordt niets "
                    + "dubbel geboekt.")),
        "CM0503": RuleCodeWords(
            title: Phrase(
                en: "a text that may be too long",
                nl: "een tekst die te lang kan zijn"),
            meaning: Phrase(
                en: "Add keep: first 40 or keep: last 40.",
                nl: "Voeg keep: first 40 of keep: last 40 toe.")),
        "CM0504": RuleCodeWords(
            title: Phrase(
                en: "a text that is too long in any case",
                nl: "een tekst die altijd te lang is"),
            meaning: Phrase(
                en: "Twinfield takes 40 characters; write less.",
                nl: "Twinfield neemt 40 tekens; schrijf minder.")),
        "CM0505": RuleCodeWords(
            title: Phrase(
                en: "a cut that can destroy the transaction id",
                nl: "een afkapping die de transactie-id kan breken"),
            meaning: Phrase(
                en: "Cut another text, or put the id where the cut keeps it.",
                nl: "Kap een andere tekst af, of zet de id waar de afkapping hem bewaart.")),
        "CM0506": RuleCodeWords(
            title: Phrase(
                en: "an entry with fewer than two lines",
                nl: "een boeking met minder dan twee regels"),
            meaning: Phrase(
                en: "An entry has a payment line and a sales line.",
                nl: "Een boeking heeft een betaalregel en een verkoopregel.")),
        "CM0507": RuleCodeWords(
            title: Phrase(
                en: "a cut after which two numbers look alike",
                nl: "een afkapping waarna twee nummers gelijk lijken"),
            meaning: Phrase(
                en: "Keep the last characters: they differ.",
                nl: "Bewaar de laatste tekens: die verschillen.")),
        "CM0508": RuleCodeWords(
            title: Phrase(
                en: "a reconciled line on another account than the sale",
                nl: "een afgeletterde regel op een andere rekening dan de verkoop"),
            meaning: Phrase(
                en: "Write dim1: \"{item.account}\" on the line that reconcile names.",
                nl: "Schrijf dim1: \"{item.account}\" op de regel die reconcile noemt.")),
        "CM0509": RuleCodeWords(
            title: Phrase(
                en: "a reconciled line without a debtor",
                nl: "een afgeletterde regel zonder debiteur"),
            meaning: Phrase(
                en: "Write dim2: \"{item.customer}\" on it.",
                nl: "Schrijf er dim2: \"{item.customer}\" op.")),
        "CM0510": RuleCodeWords(
            title: Phrase(
                en: "another line is lettered off than the sale's",
                nl: "een andere regel dan die van de verkoop wordt afgeletterd"),
            meaning: Phrase(
                en: "Name the line of the sale under reconcile.",
                nl: "Noem de verkoopregel bij reconcile.")),
        "CM0511": RuleCodeWords(
            title: Phrase(
                en: "lines that leave some payments without an entry",
                nl: "regels die sommige betalingen zonder boeking laten"),
            meaning: Phrase(
                en: "The conditions of the lines must cover every payment together.",
                nl: "De voorwaarden van de regels moeten samen elke betaling dekken.")),
    ]

    /// Files.
    static let ofFiles: [String: RuleCodeWords] = [
        "CM0601": RuleCodeWords(
            title: Phrase(
                en: "a file that cannot be read",
                nl: "een bestand dat niet te lezen is"),
            meaning: Phrase(
                en: "Look at the path, and at who may read the file.",
                nl: "Kijk naar het pad, en wie het bestand mag lezen.")),
        "CM0602": RuleCodeWords(
            title: Phrase(
                en: "no rules file with office, or several",
                nl: "geen regelbestand met office, of meer dan één"),
            meaning: Phrase(
                en: "A folder has exactly one file with office.",
                nl: "Een map heeft precies één bestand met office.")),
        "CM0603": RuleCodeWords(
            title: Phrase(
                en: "one template in two files",
                nl: "één boeking in twee bestanden"),
            meaning: Phrase(
                en: "Rename one of the two files.",
                nl: "Hernoem een van de twee bestanden.")),
    ]
}
