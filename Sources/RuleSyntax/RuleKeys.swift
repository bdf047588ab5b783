internal import SourceDiagnostics
import Wording

/// Every key of a rules file.
///
/// The language page, the checker and the schema are made from this.
public enum RuleKeys {
    /// The keys at the left margin of a file with `office:`.
    public static let root = Section(
        Phrase(en: "the rules file", nl: "het regelbestand"),
        [
            .optional(
                "include", .oneOrMore(.text),
                "Other rules files to start from, as paths from this file; what stands here wins.",
                otherwise: "nothing", example: "include: ../office/base.yaml"),
            .required(
                "version", .choice(["1"]), "The version of the language.",
                example: "version: 1"),
            .required("name", .text, "What people call these rules.", example: "name: Webshop"),
            .required(
                "office", .text, "The administration code in Twinfield.",
                example: "office: NLA001"),
            .required(
                "book_from", .date, "Payments of earlier days are shown, never booked.",
                example: "book_from: 2025-01-01"),
            .optional(
                "time_zone", .text, "The zone in which a payment gets its day.",
                otherwise: "Europe/Amsterdam", example: "time_zone: Europe/Amsterdam"),
            .required(
                "accounts", .section(accounts), "The ledger accounts.",
                example: "accounts: { debtors: [\"1300\"], suspense: { ideal: \"2101\" } }"),
            .optional(
                "methods", .oneOrMore(.text),
                "The methods that this shop uses; others without an account give no warning.",
                otherwise: "every method that CCV knows", example: "methods: [ideal, card/visa]"),
            .optional(
                "booking_date", .section(bookingDate), "Which moment gives a payment its day.",
                otherwise: "status_final, last_update, created",
                example: "booking_date: { from: [status_final, created] }"),
            .optional(
                "landing_page", .section(landingPage),
                "What happens when the two halves of a landing-page payment do not fit.",
                otherwise: "child_missing: wait, amounts_differ: review",
                example: "landing_page: { child_missing: wait, amounts_differ: review }"),
            .required(
                "select", .list(.section(selectRule)),
                "Which payments count: from top to bottom, the first that applies.",
                example: "select: [{ id: all, find_sale_then: memo-payment }]"),
            .required(
                "order_number", .section(orderNumber),
                "Where the order number stands in a payment and in a sale.",
                example: "order_number: { in_payment: [description], in_sale: [invoicenumber] }"),
            .optional(
                "email", .section(email), "Where the payer's e-mail address stands.",
                otherwise: "from: [billing_email]", example: "email: { from: [billing_email] }"),
            .required(
                "match", .section(match), "What makes a payment and a sale belong together.",
                example: "match: { sale_is: [final], … }"),
        ])

    static let accounts = Section(
        Phrase("`accounts`"),
        [
            .required(
                "debtors", .oneOrMore(.text),
                "The debtors' accounts; an item on any other account is never booked on.",
                example: "debtors: [\"1300\"]"),
            .required(
                "suspense", .named(.valueOrSection(.text, suspenseAccount)),
                "The suspense account per method, method/brand, or method/*.",
                example: "suspense: { ideal: \"2101\", card/visa: \"2102\" }"),
        ])

    static let suspenseAccount = Section(
        Phrase(en: "a suspense account", nl: "een kruispost"),
        [
            .required("account", .text, "The account.", example: "account: \"2101\""),
            .optional(
                "in_currency", .named(.text), "Other accounts by currency.", otherwise: "none",
                example: "in_currency: { GBP: \"2151\" }"),
            .optional(
                "on_connection", .named(.text),
                "Other accounts by the name of the connection; they come before those by currency.",
                otherwise: "none", example: "on_connection: { winkel-be: \"2161\" }"),
        ])

    static let bookingDate = Section(
        Phrase("`booking_date`"),
        [
            .optional(
                "from", .oneOrMore(.choice(["status_final", "last_update", "created"])),
                "The moments to take the day from; the first that CCV gives. "
                    + "last_update counts only when the status is final.",
                otherwise: "[status_final, last_update, created]",
                example: "from: [status_final, created]"),
            .optional(
                "last_update_in_another_month", .choice(["review", "error", "accept"]),
                "What to do when the day had to be taken from last_update and lies in another "
                    + "month than the creation: CCV may move it later.",
                otherwise: "review", example: "last_update_in_another_month: review"),
        ])

    static let landingPage = Section(
        Phrase("`landing_page`"),
        [
            .optional(
                "child_missing", .choice(["wait", "review", "error"]),
                "The outcome of a parent whose child is not there.", otherwise: "wait",
                example: "child_missing: wait"),
            .optional(
                "amounts_differ", .choice(["review", "error"]),
                "The outcome of both when their amounts or currencies differ.",
                otherwise: "review", example: "amounts_differ: review"),
        ])

    static let orderNumber = Section(
        Phrase("`order_number`"),
        [
            .required(
                "in_payment", .oneOrMore(.choice(["merchant_order_reference", "description"])),
                "The fields of a payment that may name the order; all are read.",
                example: "in_payment: [merchant_order_reference, description]"),
            .required(
                "in_sale", .oneOrMore(.choice(["invoicenumber", "description"])),
                "The fields of a sale that may name the order.",
                example: "in_sale: [invoicenumber, description]"),
            .optional(
                "ignore_in_front", .oneOrMore(.text),
                "What does not count in front of a number when comparing, in any case.",
                otherwise: "nothing", example: "ignore_in_front: [\"Order \", \"#\"]"),
            .optional(
                "invoice_words", .oneOrMore(.text),
                "Words of ignore_in_front that introduce an invoice number, not an order number.",
                otherwise: "none", example: "invoice_words: [factuur, factuurnr, invoice]"),
            .optional(
                "not_behind", .oneOrMore(.text),
                "Words behind which a number in a text is not the number of this order.",
                otherwise: "nothing", example: "not_behind: [klant, tafel, creditering]"),
            .optional(
                "no_number", .oneOrMore(.text),
                "What a shop writes as order number when it has none, in any case.",
                otherwise: "nothing", example: "no_number: [test, onbekend, n.v.t.]"),
            .optional(
                "shapes", .oneOrMore(.pattern),
                "What the shop's own numbers look like; such a word counts anywhere in a"
                    + " description, without a word that introduces it.",
                otherwise: "none", example: "shapes: [\"WEB-{digits}-{digits}\"]"),
            .optional(
                "aliases", .list(.section(alias)),
                "Numbers that payments and sales write differently; a match by one is alias in"
                    + " the table of match.decide.",
                otherwise: "none",
                example: "aliases: [{ payment: \"ORD-{n}\", sale: \"INV-{n}\" }]"),
            .optional(
                "if_they_disagree", .choice(["review", "error"]),
                "The outcome when the fields of a payment name different numbers.",
                otherwise: "review", example: "if_they_disagree: review"),
        ])

    static let alias = Section(
        Phrase(en: "an alias", nl: "een alias"),
        [
            .required(
                "payment", .pattern,
                "How the payment writes the number; {n} stands for digits.",
                example: "payment: \"ORD-{n}\""),
            .required(
                "sale", .pattern, "How the sale writes it, with the same placeholders.",
                example: "sale: \"INV-{n}\""),
        ])

    static let email = Section(
        Phrase("`email`"),
        [
            .required(
                "from", .oneOrMore(.choice(["billing_email", "description", "metadata"])),
                "The fields of a payment to look for an address in; the first that has one.",
                example: "from: [billing_email]"),
            .optional(
                "collective_customers", .oneOrMore(.text),
                "Debtors that stand for many payers, such as a marketplace: their addresses say"
                    + " nothing, so the result is not_given.",
                otherwise: "none", example: "collective_customers: [\"D9999\"]"),
        ])
}
