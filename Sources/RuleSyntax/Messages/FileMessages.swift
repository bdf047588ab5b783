internal import SourceDiagnostics
import Wording

/// What is said about a file as a whole.
extension Message {
    private static let saveAsUTF8 = Phrase(
        en: "save the file as plain text with the encoding UTF-8",
        nl: "sla het bestand op als platte tekst met de codering UTF-8")

    static func tooManyBytes(atMost limit: Int) -> Message {
        Message(
            .tooLarge, en: "the file has more than \(limit) bytes, which no rules need",
            nl: "het bestand heeft meer dan \(limit) bytes, en zoveel hebben geen regels nodig",
            help: Phrase(
                en: "check that it is the right file, or split it",
                nl: "kijk of dit het goede bestand is, of splits het"))
    }

    static func tooManyNodes(atMost limit: Int) -> Message {
        Message(
            .tooLarge, en: "the file has more than \(limit) texts, lists and mappings",
            nl: "het bestand heeft meer dan \(limit) teksten, lijsten en groepen van sleutels",
            help: Phrase(en: "split it", nl: "splits het"))
    }

    static func tooManyMistakes(atMost limit: Int) -> Message {
        Message(
            .tooLarge, en: "the file has \(limit) mistakes up to here; the rest was not read",
            nl: "het bestand heeft tot hier \(limit) fouten; de rest is niet gelezen",
            help: Phrase(
                en: "mend these first, or check that it is the right file",
                nl: "verhelp eerst deze, of kijk of dit het goede bestand is"))
    }

    static let memoryIsFull = Message(
        .tooLarge, en: "the memory does not suffice to read this file",
        nl: "er is te weinig geheugen om dit bestand te lezen",
        help: Phrase(en: "split it", nl: "splits het"))

    static let emptyFile = Message(
        .emptyFile, en: "nothing stands in this file", nl: "er staat niets in dit bestand",
        help: Phrase(
            en: "`ccvmap init` writes a file to start from",
            nl: "`ccvmap init` schrijft een bestand om mee te beginnen"))

    static let fileIsUTF16 = Message(
        .notUTF8, en: "the file is UTF-16, and rules must be UTF-8",
        nl: "het bestand is UTF-16, en regels moeten UTF-8 zijn", help: saveAsUTF8)

    static func nul(at offset: Int) -> Message {
        Message(
            .forbiddenCharacter,
            en: "a NUL stands here (byte \(offset) of the file), so this is no text file",
            nl: "hier staat een NUL (byte \(offset) van het bestand), dus dit is geen tekstbestand",
            help: saveAsUTF8)
    }

    static func notUTF8(at offset: Int, count: Int) -> Message {
        Message(
            .notUTF8,
            en: "byte \(offset) of the file is not UTF-8" + more(count, "such byte").en,
            nl: "byte \(offset) van het bestand is geen UTF-8" + more(count, "such byte").nl,
            help: saveAsUTF8
                + Phrase(
                    en: "; letters with accents are often the ones that differ",
                    nl: "; het zijn vaak de letters met accenten die verschillen"))
    }

    static func controlCharacters(_ count: Int) -> Message {
        Message(
            .forbiddenCharacter,
            en: "a control character stands here, which YAML does not allow"
                + more(count, "such character").en,
            nl: "hier staat een stuurteken, en dat mag niet in YAML"
                + more(count, "such character").nl,
            help: Phrase(
                en: "delete it; in double quotes it can be written as an escape such as \"\\x1B\"",
                nl: "verwijder het; tussen dubbele aanhalingstekens kan het als code, zoals"
                    + " \"\\x1B\""))
    }

    private static func more(_ count: Int, _ what: String) -> Phrase {
        switch count {
        case 1: Phrase("")
        case 2: Phrase(en: ", and one more \(what) follows", nl: ", en er volgt er nog een")
        default:
            Phrase(
                en: ", and \(count - 1) more \(what)s follow",
                nl: ", en er volgen er nog \(count - 1)")
        }
    }

    static func includesItself(_ path: String) -> Message {
        Message(
            .fileUnreadable, en: "\(path) includes itself, by way of this file",
            nl: "\(path) haalt via dit bestand zichzelf binnen", help: leadsBack)
    }

    static func includesTooDeep(atMost limit: Int) -> Message {
        Message(
            .fileUnreadable, en: "files include files more than \(limit) deep",
            nl: "bestanden halen elkaar meer dan \(limit) diep binnen", help: leadsBack)
    }

    private static let leadsBack = Phrase(
        en: "include a file that does not lead back here",
        nl: "noem een bestand dat niet hierheen terugleidt")

    static func cannotBeRead(_ path: String) -> Message {
        Message(
            .fileUnreadable, en: "\(path) cannot be read", nl: "\(path) kan niet worden gelezen",
            help: Phrase(
                en: "write the path from the folder of this file",
                nl: "schrijf het pad vanuit de map van dit bestand"))
    }

    static func noRulesFile(_ path: String) -> Message {
        Message(
            .wrongKind, en: "\(path) is no rules file; expected keys of rules",
            nl: "\(path) is geen regelbestand; verwacht: sleutels van regels",
            help: Phrase(
                en: "include a file of rules, such as  include: base.yaml",
                nl: "noem een bestand met regels, zoals  include: base.yaml"))
    }
}
