import RuleSyntax
import SourceDiagnostics
import Wording

/// What is said about `accounts`, `methods` and `booking_date`.
extension Message {
    static func accountTwice(_ method: String) -> Message {
        Message(
            .duplicateName, en: "\(method) has an account already",
            nl: "\(method) heeft al een rekening",
            help: Phrase(en: "keep one of the two", nl: "houd een van de twee"))
    }

    static func noMethod(_ text: String) -> Message {
        Message(
            .malformedValue,
            en: "\"\(text)\" is no method; expected method, method/brand or method/*",
            nl: "\"\(text)\" is geen methode; verwacht: methode, methode/merk of methode/*",
            help: Phrase(
                en: "write  ideal  or  card/visa  or  card/*",
                nl: "schrijf  ideal  of  card/visa  of  card/*"))
    }

    static func withoutAccount(_ methods: [String]) -> Message {
        let names = methods.joined(separator: ", ")
        let first = methods.first ?? ""
        return Message(
            .methodWithoutAccount,
            en: methods.count == 1
                ? "method \(names) has no account: its payments will be errors"
                : "these methods have no account, so their payments will be errors: \(names)",
            nl: methods.count == 1
                ? "methode \(names) heeft geen rekening: haar betalingen worden fouten"
                : "deze methoden hebben geen rekening, dus hun betalingen worden fouten: \(names)",
            help: Phrase(
                en: "add  \(first): \"…\"  to accounts.suspense, or name the methods of this shop"
                    + " in  methods: [ideal, …]",
                nl:
                    "zet  \(first): \"…\"  in accounts.suspense, of noem de methoden van"
                    + " deze winkel"
                    + " in  methods: [ideal, …]"))
    }

    static func sharedByPayouts(_ account: String, _ other: String, with ccv: String) -> Message {
        Message(
            .accountSharedByPayouts,
            en: "\(other) and \(ccv) share account \(account), but \(ccv) is paid out by CCV and"
                + " \(other) is not: the account never runs empty",
            nl:
                "\(other) en \(ccv) delen rekening \(account), maar \(ccv) wordt door CCV"
                + " uitbetaald"
                + " en \(other) niet: de rekening loopt nooit leeg",
            help: Phrase(
                en: "give \(other) an account of its own", nl: "geef \(other) een eigen rekening"))
    }

    static func suspenseOnDebtors(_ account: String, of method: String) -> Message {
        Message(
            .suspenseOnDebtors,
            en: "the suspense account of \(method) is \(account), which accounts.debtors names too",
            nl: "de kruispost van \(method) is \(account), en die staat ook in accounts.debtors",
            help: Phrase(
                en: "write the suspense account of the method there",
                nl: "schrijf daar de kruispost van de methode"))
    }

    static func paymentOnDebtors(_ line: String, _ account: String) -> Message {
        Message(
            .suspenseOnDebtors,
            en: "line \(line) books the money of the payment on the debtors' account \(account)",
            nl: "regel \(line) boekt het geld van de betaling op debiteurenrekening \(account)",
            help: .write("dim1: \"{suspense_account}\""))
    }

    static func suspenseNeverUsed(_ template: String, _ account: String) -> Message {
        Message(
            .neverDecides,
            en: "accounts.suspense never decides in the template \(template): the money of every"
                + " method goes to \(account)",
            nl: "accounts.suspense beslist nooit iets in het sjabloon \(template): het geld van"
                + " elke methode gaat naar \(account)",
            help: .write("dim1: \"{suspense_account}\""))
    }

    static func neverBooked(_ method: String) -> Message {
        Message(
            .neverDecides, en: "nothing is ever booked with the method \(method)",
            nl: "met de methode \(method) wordt nooit iets geboekt",
            help: Phrase(
                en: "remove it: the money of a landing page is on its child, which has a method of"
                    + " its own",
                nl: "verwijder haar: het geld van een betaalpagina staat op het kind, dat een eigen"
                    + " methode heeft"))
    }

    static func sameAccountAnyway(_ currency: String, _ account: String) -> Message {
        Message(
            .neverDecides, en: "\(account) is the account of the method without \(currency) too",
            nl: "\(account) is ook zonder \(currency) de rekening van de methode",
            help: Phrase(
                en: "remove \(currency), or write another account",
                nl: "verwijder \(currency), of schrijf een andere rekening"))
    }

    static func momentNeverUsed(_ moment: String) -> Message {
        Message(
            .neverDecides, en: "\(moment) is never used: every payment has a created before it",
            nl: "\(moment) wordt nooit gebruikt: elke betaling heeft al een created",
            help: Phrase(
                en: "put created at the end, or remove \(moment)",
                nl: "zet created achteraan, of verwijder \(moment)"))
    }

    static let lastUpdateNeverUsed = Message(
        .neverDecides,
        en: "last_update_in_another_month never decides: booking_date.from has no last_update",
        nl: "last_update_in_another_month beslist nooit iets: booking_date.from heeft geen"
            + " last_update",
        help: Phrase(
            en: "remove it, or add last_update to booking_date.from",
            nl: "verwijder het, of zet last_update in booking_date.from"))
}
