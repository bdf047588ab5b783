package import BooksModel
package import PaymentsModel

extension Auditor {
    private static let alive: Set<String> = [
        "intended", "parked", "posted", "reconciled", "unreconcilable", "unclear",
    ]

    /// Looks at everything between two steps: ledger and books must agree.
    package mutating func looks(
        at view: LedgerView, books: Books, account: PaymentAccount, people: PeopleRecord
    ) {
        for reference in known.sorted() where view.payments[reference] == nil {
            find("no payment lost", "the ledger forgot \(reference)")
        }
        known = Set(view.payments.keys)
        let alive = view.postings.filter { Self.alive.contains($0.state) }
        checkAttempts(alive)
        let references = Set(alive.map(\.reference))
        for (name, entry) in ours.sorted(by: { $0.key.number < $1.key.number })
        where books.entry(name.key) != nil && !references.contains(entry.reference) {
            if isBeyondRecognition(name, entry.reference, books, people) { lost.insert(name) }
            if lost.contains(name) { continue }
            find("ledger knows", "\(name.text) is in the books, and the ledger says it is not")
        }
        for posting in alive {
            guard let name = posting.entry else { continue }
            checkEntry(name, of: posting, books, people)
        }
    }

    /// Whether people changed an entry so that nothing in it names the payment any more.
    func isBeyondRecognition(
        _ name: EntryName, _ reference: String, _ books: Books, _ people: PeopleRecord
    ) -> Bool {
        guard people.touched.contains(name), let entry = books.entry(name.key) else { return false }
        let number = ours[name]?.invoiceNumber ?? ""
        return !entry.lines.contains {
            Self.names($0.description, reference)
                || !number.isEmpty && $0.invoiceNumber == number
        }
    }

    private mutating func checkAttempts(_ alive: [LedgerView.Posting]) {
        var byReference: [String: Int] = [:]
        var bySale: [EntryName: String] = [:]
        for posting in alive {
            byReference[posting.reference, default: 0] += 1
            if byReference[posting.reference, default: 0] > 1 {
                find("one attempt", "\(posting.reference) has two attempts that are not ended")
            }
            if let other = bySale[posting.sale], other != posting.reference {
                find(
                    "one payment a sale",
                    "\(posting.sale.text) is paid by \(other) and \(posting.reference)")
            }
            bySale[posting.sale] = posting.reference
        }
    }

    private mutating func checkEntry(
        _ name: EntryName, of posting: LedgerView.Posting, _ books: Books, _ people: PeopleRecord
    ) {
        guard !people.touched.contains(name), !people.touched.contains(posting.sale) else { return }
        guard let entry = books.entry(name.key) else {
            return find("entry exists", "\(name.text) of \(posting.reference) is not there")
        }
        if !entry.lines.contains(where: { Self.names($0.description, posting.reference) }) {
            find("entry exists", "\(name.text) does not name \(posting.reference)")
        }
        guard posting.state == "reconciled" else { return }
        let isMatched = entry.lines.contains { line in
            line.matchNumbers.contains { number in
                books.match(customer: line.dim2, number: number)?.lines
                    .contains { EntryName($0.key) == posting.sale } ?? false
            }
        }
        if !isMatched {
            find("reconciled", "\(name.text) is not matched with \(posting.sale.text)")
        }
    }
}
