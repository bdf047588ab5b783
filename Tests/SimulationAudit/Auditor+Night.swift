package import BooksModel

extension Auditor {
    /// Looks after a night in which nothing failed: a payment is `drifted` when its entry is not
    /// in the books any more as it was booked and reconciled, and only then.
    ///
    /// Nothing is said of what people touched while the night was going on.
    package mutating func looksAfterNight(
        at view: LedgerView, books: Books, people: PeopleRecord
    ) {
        for posting in view.postings {
            guard let name = posting.entry, ours[name] != nil,
                let state = view.payments[posting.reference]?.state,
                (people.lastTouch[name] ?? -1) < people.runBegan,
                (people.lastTouch[posting.sale] ?? -1) < people.runBegan
            else { continue }
            let harm = harm(to: name, of: posting, books)
            if let harm, state != "drifted" {
                find("drift seen", "\(posting.reference) is \(state), and \(name.text) \(harm)")
            } else if harm == nil, state == "drifted" {
                find("drift is true", "\(posting.reference) is drifted, and \(name.text) is right")
            }
        }
    }

    /// What is wrong with an entry of ours; nil when nothing is.
    func harm(to name: EntryName, of posting: LedgerView.Posting, _ books: Books) -> String? {
        guard let booked = ours[name] else { return nil }
        guard let entry = books.entry(name.key) else { return "is gone" }
        guard entry.lines.contains(where: { Self.names($0.description, booked.reference) }) else {
            return "does not name it"
        }
        let debit = entry.lines.first { $0.isDebit && $0.dim1 == booked.account }
        let credit = entry.lines.first { !$0.isDebit && $0.dim2 == booked.customer }
        guard debit?.value == booked.amount, let credit, credit.value == booked.amount else {
            return "has other lines"
        }
        guard posting.state == "reconciled" else { return nil }
        let isMatched = credit.matchNumbers.contains { number in
            books.match(customer: credit.dim2, number: number)?.lines
                .contains { EntryName($0.key) == posting.sale } ?? false
        }
        return credit.openValue == 0 && isMatched ? nil : "is not matched with its sale"
    }
}
