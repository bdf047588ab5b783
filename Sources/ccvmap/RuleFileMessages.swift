import SourceDiagnostics
import Wording

/// What is said about the files of a rule set before anything in them is compiled.
extension Message {
    static func severalRoots(_ paths: [String]) -> Message {
        let names = paths.joined(separator: ", ")
        return Message(
            .rootFile, en: "several files have the key office: \(names)",
            nl: "meer dan één bestand heeft de sleutel office: \(names)", help: nameOne(paths))
    }

    static func noRoot(_ paths: [String]) -> Message {
        let names = paths.joined(separator: ", ")
        return Message(
            .rootFile, en: "none of these files has the key office: \(names)",
            nl: "geen van deze bestanden heeft de sleutel office: \(names)", help: nameOne(paths))
    }

    private static func nameOne(_ paths: [String]) -> Phrase {
        Phrase(
            en: "name the file instead of the folder, such as  \(paths.first ?? "")",
            nl: "noem het bestand in plaats van de map, zoals  \(paths.first ?? "")")
    }

    /// `reason` is what the system says.
    static func unreadable(_ reason: String) -> Message {
        Message(
            .fileUnreadable, en: "the file cannot be read: \(reason)",
            nl: "het bestand kan niet worden gelezen: \(reason)",
            help: Phrase(
                en: "check the name, and who may read it",
                nl: "kijk naar de naam, en wie het mag lezen"))
    }
}

/// What is to be seen in the other files.
extension Phrase {
    static let officeHere = Phrase(en: "this one has it too", nl: "dit heeft hem ook")
    static let noOfficeHere = Phrase(en: "nor has this one", nl: "dit ook niet")
}
