internal import SourceDiagnostics
import Wording

/// Every key of a template file.
public enum TemplateKeys {
    /// The keys at the left margin of a template.
    public static let root = Section(
        Phrase(en: "the template", nl: "het sjabloon"),
        [
            .required(
                "journal", .text, "The code of the memo journal in Twinfield.",
                example: "journal: MEMO"),
            .required(
                "post_as", .choice(["provisional", "final"]),
                "Provisional (concept) can be deleted; final (definitief) cannot.",
                example: "post_as: provisional"),
            .optional(
                "date", .choice(["paid_on", "sale_date", "later_of_payment_and_sale"]),
                "The date of the entry.", otherwise: "paid_on", example: "date: paid_on"),
            .optional(
                "closed_period", .choice(["error"]),
                "What happens when the period is closed; a machine never moves a date.",
                otherwise: "error", example: "closed_period: error"),
            .required(
                "lines", .list(.section(line)), "The lines of the entry, in order.",
                example: "lines: [{ id: payment, … }, { id: sale, … }]"),
            .optional(
                "reconcile", .section(reconcile),
                "Which line is lettered off against the sale.", otherwise: "nothing",
                example: "reconcile: { line: sale, with: item }"),
        ])

    static let line = Section(
        Phrase(en: "a line", nl: "een boekingsregel"),
        [
            .required("id", .text, "The name of the line.", example: "id: payment"),
            .optional(
                "when", .section(RuleKeys.condition),
                "The payments in whose entries the line stands; the keys are those of select.",
                otherwise: "every payment", example: "when: { method: paypal }"),
            .required(
                "dim1", .valueOrSection(.pattern, text), "The ledger account.",
                example: "dim1: \"{suspense_account}\""),
            .optional(
                "dim2", .valueOrSection(.pattern, text), "The debtor code.", otherwise: "none",
                example: "dim2: \"{item.customer}\""),
            .required(
                "side", .choice(["debit", "credit"]), "Debit or credit.", example: "side: debit"),
            .optional(
                "description", .valueOrSection(.pattern, text),
                "The description, at most 40 characters.", otherwise: "none",
                example: "description: \"{payment.transaction_id} betaling\""),
            .optional(
                "invoicenumber", .valueOrSection(.pattern, text),
                "The invoice number, at most 40 characters.", otherwise: "none",
                example: "invoicenumber: { text: \"{order_number}\", keep: last 40 }"),
            .required(
                "amount", .amount,
                "The amount of the line; below zero it changes sides, at zero there is no line.",
                example: "amount: item.open"),
        ])

    static let text = Section(
        Phrase(en: "a text", nl: "een tekst"),
        [
            .required(
                "text", .pattern, "The text with its placeholders.",
                example: "text: \"{order_number}\""),
            .optional(
                "keep", .cut, "Which end stays when the text is too long.",
                otherwise: "the text must fit", example: "keep: last 40"),
            .optional(
                "letters", .choice(["upper", "lower"]), "Writes every letter alike.",
                otherwise: "as they are", example: "letters: upper"),
            .optional(
                "trim", .flag, "Takes away spaces at both ends.", otherwise: "false",
                example: "trim: true"),
            .optional(
                "dates", .choice(["yyyy-mm-dd", "dd-mm-yyyy", "dd/mm/yyyy", "yyyymmdd"]),
                "How days are written.", otherwise: "yyyy-mm-dd", example: "dates: dd-mm-yyyy"),
        ])

    static let reconcile = Section(
        Phrase("`reconcile`"),
        [
            .required("line", .text, "The id of the line.", example: "line: sale"),
            .required(
                "with", .choice(["item"]), "The other side: the sale.", example: "with: item"),
            .optional(
                "dated", .choice(["payment", "sale", "later_of_payment_and_sale"]),
                "The date of the reconciliation.", otherwise: "later_of_payment_and_sale",
                example: "dated: later_of_payment_and_sale"),
        ])
}
