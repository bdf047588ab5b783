import Dashboard
import RuleEditing
import SourceDiagnostics
import Wording

/// The common values as fields of a form, and what was typed into them as edits.
struct RuleFields {
    private let folder: RuleFolder
    private let values: CommonValues

    init(_ folder: RuleFolder) {
        self.folder = folder
        values = folder.values
    }

    /// Whether a suspense account can be added.
    var takesAccounts: Bool { values.suspenseFile != nil }

    /// The fields, in the order of a form.
    var fields: [RuleField] {
        values.values.enumerated().map { position, value in
            let (key, subject) = Self.words(value.subject)
            return RuleField(
                identifier: "w\(position)", key: key, subject: subject, form: Self.form(value.form),
                text: value.text, file: folder.name(of: folder.sources[value.file]),
                isRemovable: value.row != nil)
        }
    }

    /// The files with what was typed into the fields; or why values cannot be written.
    func texts(
        _ typed: [String: String], removed: Set<String>, added: [RuleAccount]
    ) -> (texts: [Int: [UInt8]], refusals: [String: Phrase]) {
        var sources: [Int: SourceText] = [:]
        var refusals: [String: Phrase] = [:]
        func apply(_ edit: RuleEdit, in file: Int, of field: String) {
            let source = sources[file] ?? folder.sources[file]
            do throws(RuleEditFault) {
                sources[file] = try RuleFileEditor.applying(edit, to: source)
            } catch {
                refusals[field] = Self.phrase(error)
            }
        }
        for (position, value) in values.values.enumerated() {
            let field = "w\(position)"
            if removed.contains(field), value.row != nil { continue }
            guard let text = typed[field] else { continue }
            do throws(RuleEditFault) {
                if let edit = try value.edit(typed: text) { apply(edit, in: value.file, of: field) }
            } catch {
                refusals[field] = Self.phrase(error)
            }
        }
        if let file = values.suspenseFile {
            for row in added {
                apply(
                    .add(CommonValues.suspense, key: row.method, value: row.account), in: file,
                    of: "nieuw")
            }
        }
        for (position, value) in values.values.enumerated() where removed.contains("w\(position)") {
            if let row = value.row { apply(.remove(row), in: value.file, of: "w\(position)") }
        }
        return (sources.mapValues(\.bytes), refusals)
    }

    private static func words(_ subject: CommonValue.Subject) -> (key: String, subject: String) {
        switch subject {
        case .name: ("name", "")
        case .office: ("office", "")
        case .bookFrom: ("book_from", "")
        case .debtors: ("debtors", "")
        case .suspense(let method, ""): ("suspense", method)
        case .suspense(let method, let other): ("suspense_for", method + " · " + other)
        case .daybooks: ("daybooks", "")
        case .saleFrom: ("sale_from", "")
        case .saleTo: ("sale_to", "")
        case .waitAtMost: ("wait_at_most", "")
        case .afterWaiting: ("after_waiting", "")
        case .journal(let template): ("journal", template)
        case .postAs(let template): ("post_as", template)
        }
    }

    private static func form(_ form: CommonValue.Form) -> RuleField.Form {
        switch form {
        case .text: .text
        case .day: .day
        case .number(let words): .number(words)
        case .list: .list
        case .choice(let words): .choice(words)
        }
    }

    private static func phrase(_ fault: RuleEditFault) -> Phrase {
        switch fault {
        case .unwritable:
            Phrase(
                en: "This has a character that cannot be seen; type it anew.",
                nl: "Hierin staat een teken dat niet te zien is; typ het opnieuw.")
        case .tooLong:
            Phrase(
                en: "This is longer than \(RuleEdit.longest) characters.",
                nl: "Dit is langer dan \(RuleEdit.longest) tekens.")
        case .empty: Phrase(en: "This must not be empty.", nl: "Dit mag niet leeg zijn.")
        case .noNumber:
            Phrase(en: "Type a whole number of days.", nl: "Typ een geheel aantal dagen.")
        case .noDay:
            Phrase(
                en: "Type a day such as 2026-11-23.", nl: "Typ een dag zoals 23-11-2026.")
        case .noChoice: Phrase(en: "Choose one of the list.", nl: "Kies een van de lijst.")
        case .twice(let text):
            Phrase(en: "\(text) is there already.", nl: "\(text) staat er al.")
        case .lastRow:
            Phrase(en: "The last row must stay.", nl: "De laatste rij moet blijven.")
        case .notThere, .unreadable, .changesMore:
            Phrase(
                en: "This value cannot be changed by the form; change the YAML.",
                nl: "Deze waarde is niet met het formulier te wijzigen; wijzig de YAML.")
        }
    }
}
