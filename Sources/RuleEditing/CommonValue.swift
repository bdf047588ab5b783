/// A value of the rules that bookkeepers change, with its place and the form in which it is typed.
public struct CommonValue: Sendable, Hashable {
    /// What it says.
    public enum Subject: Sendable, Hashable {
        /// What people call the rules.
        case name
        /// The administration code.
        case office
        /// The first day that is booked.
        case bookFrom
        /// The accounts of debtors.
        case debtors
        /// The suspense account of a method; `onlyFor` names a currency or a connection for which
        /// it holds, and is empty for the account of all others.
        case suspense(method: String, onlyFor: String)
        /// The daybooks whose entries are sales.
        case daybooks
        /// The earliest date of a sale, counted from the payment.
        case saleFrom
        /// The latest date of a sale, counted from the payment.
        case saleTo
        /// How long is waited for a sale.
        case waitAtMost
        /// What becomes of a payment afterwards.
        case afterWaiting
        /// The daybook of the entries; the name of the template, as there may be several.
        case journal(String)
        /// Whether entries are provisional or final, by template.
        case postAs(String)
    }

    /// How it is typed.
    public enum Form: Sendable, Hashable {
        /// As a text.
        case text
        /// As a day.
        case day
        /// As a whole number; the rules write the words behind it.
        case number(String)
        /// As texts with commas between them.
        case list
        /// As one of these words.
        case choice([String])
    }

    /// What it says.
    public var subject: Subject
    /// How it is typed.
    public var form: Form
    /// The position of its file among the files of the rule set.
    public var file: Int
    /// Where it stands in the file.
    public var path: RulePath
    /// What stands there, as it is typed.
    public var text: String
    /// The row that goes when it is removed; nil when it cannot be.
    public var row: RulePath?

    /// The edit that makes it say what was typed; nil when it says that already.
    public func edit(typed: String) throws(RuleEditFault) -> RuleEdit? {
        let typed = Self.trimmed(typed)
        if typed == text { return nil }
        guard !typed.isEmpty else { throw .empty }
        switch form {
        case .text: return .set(path, typed)
        case .day:
            guard let day = Self.day(typed) else { throw .noDay }
            return day == text ? nil : .set(path, day)
        case .number(let words):
            guard (1...4).contains(typed.utf8.count), let number = Int(typed), number >= 0 else {
                throw .noNumber
            }
            return .set(path, "\(number) \(words)")
        case .choice(let words):
            guard words.contains(typed) else { throw .noChoice }
            return .set(path, typed)
        case .list:
            let texts = typed.split(separator: ",").map { Self.trimmed(String($0)) }
                .filter { !$0.isEmpty }
            for (index, text) in texts.enumerated() where texts[..<index].contains(text) {
                throw .twice(text)
            }
            return .setList(path, texts)
        }
    }

    /// `2026-11-23`, from that or from `23-11-2026`; whether there is such a day the compiler says.
    private static func day(_ text: String) -> String? {
        var parts = text.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
        if parts.count == 3, parts[2].utf8.count == 4 { parts.reverse() }
        guard parts.count == 3, parts[0].utf8.count == 4,
            parts.allSatisfy({ part in
                !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
            }), parts[1].utf8.count <= 2, parts[2].utf8.count <= 2
        else { return nil }
        return parts.map { $0.utf8.count == 1 ? "0" + $0 : String($0) }.joined(separator: "-")
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
