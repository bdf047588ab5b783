package import BooksModel
package import PaymentsModel

extension Auditor {
    /// Looks at an entry at the moment at which it is booked.
    ///
    /// `books` are those just before. People may have been faster than the runner by so few calls
    /// that it could not know: `call` is the number of this one; nil when the books took their
    /// time.
    package mutating func sees(
        _ entry: Entry, bookedIn books: Books, account: PaymentAccount, people: PeopleRecord,
        call: Int?
    ) {
        guard entry.userCode == user, entry.key.daybook == journal else { return }
        let name = EntryName(entry.key)
        let references = Self.references(in: entry, account)
        guard references.count == 1, let reference = references.first else {
            return find("one reference", "\(name.text) names \(references.count) payments")
        }
        for (other, earlier) in ours where earlier.reference == reference {
            // What people deleted without a trace cannot be told from what never was.
            let isGone = books.entry(other.key) == nil && people.touched.contains(other)
            if isGone, !people.deletionsShow { continue }
            if isBeyondRecognition(other, reference, books, people) { continue }
            find("booked once", "\(reference) is booked again, as \(name.text)")
        }
        checkForwarded(reference, as: name, books, people, call)
        let debits = entry.lines.filter(\.isDebit)
        let credits = entry.lines.filter { !$0.isDebit }
        guard entry.lines.count == 2, let debit = debits.first, let credit = credits.first else {
            return find("two lines", "\(name.text) is no debit and credit")
        }
        ours[name] = OurEntry(
            reference: reference, account: debit.dim1, customer: credit.dim2,
            amount: debit.value, invoiceNumber: debit.invoiceNumber)
        guard let payment = account[reference] else { return }
        if !payment.isPaid || payment.amount != debit.value {
            find("paid at CCV", "\(name.text) books \(reference), which is not paid so")
        }
        if accounts[payment.way]?.contains(debit.dim1) != true {
            find("right account", "\(name.text) books \(payment.way) on \(debit.dim1)")
        }
        checkSale(of: entry, credit, books, people, call)
    }

    /// Nobody may have booked it by hand before the run began.
    private mutating func checkForwarded(
        _ reference: String, as name: EntryName, _ books: Books, _ people: PeopleRecord,
        _ call: Int?
    ) {
        guard call != nil, people.bookedByHand[reference] != nil else { return }
        for entry in books.entries where entry.key.daybook == journal && entry.userCode != user {
            let isOld = people.lastTouch[EntryName(entry.key)].map { $0 < people.runBegan } ?? true
            guard isOld, entry.lines.contains(where: { Self.names($0.description, reference) })
            else { continue }
            find("not forwarded", "\(name.text) books \(reference), which stands in the books")
        }
    }

    /// The sale must have been open for the whole amount, just before.
    private mutating func checkSale(
        of entry: Entry, _ credit: EntryLine, _ books: Books, _ people: PeopleRecord, _ call: Int?
    ) {
        let lines = books.customerLines(of: credit.dim2).filter {
            $0.entry.key.daybook == salesDaybook && $0.line.invoiceNumber == credit.invoiceNumber
        }
        let isOpen = lines.contains {
            $0.line.matchStatus == .available && $0.line.openValue == credit.value
        }
        guard !isOpen, let call else { return }
        let wasJustTouched = lines.contains {
            people.lastTouch[EntryName($0.entry.key)].map { call - $0 <= 4 } ?? false
        }
        if !wasJustTouched {
            find("open sale", "\(EntryName(entry.key).text) pays a sale that is not open so")
        }
    }

    /// Looks at lines that our user matches, at the moment at which it is done.
    ///
    /// What people booked by hand under the transaction id may be taken for ours.
    package mutating func sees(
        _ match: Match, in books: Books, account: PaymentAccount
    ) {
        let text = "match \(match.number) of \(match.customer)"
        guard match.lines.count == 2, match.writeOffs.isEmpty else {
            return find("two lines matched", "\(text) has other lines")
        }
        let ourLines = match.lines.filter { line in
            guard line.key.daybook == journal, let entry = books.entry(line.key) else {
                return false
            }
            return ours[EntryName(line.key)] != nil
                || !Self.references(in: entry, account).isEmpty
        }
        let saleLines = match.lines.filter { $0.key.daybook == salesDaybook }
        guard ourLines.count == 1, saleLines.count == 1,
            let our = books.entry(ourLines[0].key)?.line(id: ourLines[0].lineID),
            let sale = books.entry(saleLines[0].key)?.line(id: saleLines[0].lineID)
        else {
            return find("right lines matched", "\(text) is not one of our entries with a sale")
        }
        if our.openValue != 0 || sale.openValue != 0 || our.value != sale.value {
            find("matched whole", "\(text) leaves something open")
        }
        if our.invoiceNumber != sale.invoiceNumber {
            find("right lines matched", "\(text) is of two invoice numbers")
        }
    }
}

extension Payment {
    /// Whether the money is the shop's.
    var isPaid: Bool {
        status == .success && (type == .sale || type == .capture) && !isLandingPage
    }

    /// Method and brand, such as `card/visa`.
    var way: String { brand.map { method + "/" + $0 } ?? method }
}
