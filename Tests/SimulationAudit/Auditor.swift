internal import BooksModel
internal import PaymentsModel

/// Watches the books, the account at CCV and the public record of the ledger, and says what must
/// never be.
///
/// It shares no code with the runner: what should happen is stated here a second time, in a simpler
/// world, so that a flaw of the one is no flaw of the other.
package struct Auditor: Sendable {
    /// Something that must never be.
    package struct Finding: Sendable, Equatable {
        /// A word for the rule that is broken.
        package var rule: String
        /// What was seen.
        package var text: String
    }

    /// An entry that our user booked, as it was then.
    struct OurEntry: Sendable {
        var reference: String
        var account: String
        var customer: String
        var amount: Int64
        var invoiceNumber: String
    }

    /// What was found, in order; nothing is found twice.
    package private(set) var findings: [Finding] = []
    /// The user under whose name the runner works.
    package let user: String
    /// The journal of our entries.
    package let journal: String
    /// The daybook of the sales.
    package let salesDaybook: String
    /// The ledger accounts that may stand for a method of payment.
    package let accounts: [String: Set<String>]
    /// Every entry that our user ever booked, also those that are gone.
    var ours: [EntryName: OurEntry] = [:]
    /// The entries that nothing named any more when the ledger gave them up: people may make them
    /// what they were.
    var lost: Set<EntryName> = []
    /// The payments that the ledger held at the last look.
    var known: Set<String> = []

    /// Makes an auditor who has seen nothing.
    package init(
        user: String, journal: String, salesDaybook: String, accounts: [String: Set<String>]
    ) {
        self.user = user
        self.journal = journal
        self.salesDaybook = salesDaybook
        self.accounts = accounts
    }

    mutating func find(_ rule: String, _ text: String) {
        let finding = Finding(rule: rule, text: text)
        if !findings.contains(finding) { findings.append(finding) }
    }

    /// Whether a transaction id stands whole in a text.
    static func names(_ text: String, _ reference: String) -> Bool {
        text.split(separator: " ").contains { $0 == reference }
    }

    /// The references in the lines of an entry, of those that CCV knows.
    static func references(in entry: Entry, _ account: PaymentAccount) -> Set<String> {
        var found: Set<String> = []
        for line in entry.lines {
            for word in line.description.split(separator: " ") {
                if account[String(word)] != nil { found.insert(String(word)) }
            }
        }
        return found
    }
}

extension EntryName {
    init(_ key: EntryKey) { self.init(key.daybook, key.number) }

    var key: EntryKey { EntryKey(daybook: daybook, number: number) }

    var text: String { daybook + " " + number }
}

extension Auditor {
    /// Notes that the runner gave up for a reason that is none.
    package mutating func hears(_ complaint: String) { find("runs end well", complaint) }
}
