package import BooksModel
package import DomainModel
package import PaymentsModel

extension Auditor {
    /// Looks at everything after faults and people have stopped and time enough has passed: what
    /// can be booked is booked and reconciled, and what is not says truly why.
    package mutating func looksAtTheEnd(
        of view: LedgerView, books: Books, account: PaymentAccount, people: PeopleRecord,
        now: Instant
    ) {
        let drifted = Set(
            view.postings.filter { posting in
                posting.entry.map { harm(to: $0, of: posting, books) != nil } ?? false
            }.map(\.reference))
        let facts = EndFacts(
            now: now, view: view, ours: ours, drifted: drifted, books: books, account: account,
            people: people,
            journal: journal,
            salesDaybook: salesDaybook, methods: Set(accounts.keys))
        for payment in account.payments {
            guard let state = view.payments[payment.reference] else {
                find("no payment lost", "the ledger never heard of \(payment.reference)")
                continue
            }
            if let why = facts.objection(to: state, of: payment) {
                find(
                    "all done",
                    "\(payment.reference) is \(state.state) \(state.reason): \(why)")
            }
        }
    }
}

/// The facts that reasons are held against at the end.
struct EndFacts {
    let now: Instant
    let view: LedgerView
    let ours: [EntryName: Auditor.OurEntry]
    /// The payments whose entries are not as they were booked.
    let drifted: Set<String>
    let books: Books
    let account: PaymentAccount
    let people: PeopleRecord
    let journal: String
    let salesDaybook: String
    let methods: Set<String>

    /// Why a payment may not stay as it is; nil when it may.
    func objection(to state: LedgerView.Payment, of payment: Payment) -> String? {
        switch state.state {
        case "reconciled": payment.isPaid ? nil : "it is not paid"
        case "drifted": isHarmed(payment) ? nil : "its entry is as it was"
        case "posted": isTouched(payment) ? nil : "nobody stood in the way of reconciling it"
        case "open", "waiting", "review", "failed", "skipped":
            isTrue(state, payment) ? nil : "that is not so"
        default: "it should be done by now"
        }
    }

    /// Also what people booked by hand and the runner took for ours may drift.
    private func isHarmed(_ payment: Payment) -> Bool {
        drifted.contains(payment.reference)
            || isTouched(payment) && people.bookedByHand[payment.reference] != nil
    }

    private func isTouched(_ payment: Payment) -> Bool {
        view.postings.contains { posting in
            posting.reference == payment.reference && posting.state != "ended"
                && (people.touched.contains(posting.sale)
                    || posting.entry.map { people.touched.contains($0) } ?? false)
        }
    }

    private func isTrue(_ state: LedgerView.Payment, _ payment: Payment) -> Bool {
        switch (state.state, state.reason) {
        case ("open", "not_final"): payment.status == .pending
        case ("failed", "ccv_must_act"): payment.status == .manualIntervention
        case ("skipped", "failed_at_ccv"): payment.status == .failed
        case ("skipped", "landing_page_parent"): payment.isLandingPage
        case ("failed", "landing_page_child_missing"):
            payment.isLandingPage && payment.status == .success
        case ("skipped", "no_money"): !payment.type.bringsMoney && !payment.type.takesMoney
        case ("review", "money_back"): payment.type.takesMoney || payment.type == .reversal
        case ("failed", "method_without_account"): !methods.contains(payment.way)
        case ("skipped", "already_forwarded"), ("failed", "booked_twice"),
            ("review", "booked_twice"):
            halves(of: payment).contains(where: isInJournal)
        case ("failed", "outcome_unknown"):
            people.deletedAny || hasNamesake(payment) || wasChanged(payment.reference)
        default: isTrueOfSales(state, payment)
        }
    }

    private func isTrueOfSales(_ state: LedgerView.Payment, _ payment: Payment) -> Bool {
        guard payment.isPaid else { return false }
        let sales = self.sales(of: payment)
        switch (state.state, state.reason) {
        case ("failed", "no_sale"): return sales.isEmpty
        case ("waiting", "no_sale_yet"):
            let paid = payment.statusFinalDate ?? payment.created
            return sales.isEmpty && now.milliseconds - paid.milliseconds < 15 * 86_400_000
        case ("review", "already_paid"):
            return sales.contains { $0.openValue == 0 } || hasCounterEntry(payment)
        case ("review", "amount_differs"), ("review", "two_sales"):
            return sales.contains { $0.openValue != payment.amount }
        case ("review", "several_fit"): return sales.count > 1
        case ("review", "sale_used"):
            return view.postings.contains { posting in
                posting.reference != payment.reference && posting.state != "ended"
                    && saleNames(of: payment).contains(posting.sale)
            }
        default: return false
        }
    }

    /// Whether a credit with the number of the payment stands in the books: somebody paid already.
    private func hasCounterEntry(_ payment: Payment) -> Bool {
        let number = payment.merchantOrderReference ?? original(of: payment)
        return books.customerLines.contains {
            $0.entry.key.daybook != salesDaybook && !$0.line.isDebit
                && $0.line.invoiceNumber == number
        }
    }

    /// Whether people changed an entry of ours that holds the payment.
    private func wasChanged(_ reference: String) -> Bool {
        ours.contains { $0.value.reference == reference && people.touched.contains($0.key) }
    }

    /// A payment on a landing page and the page itself stand for each other.
    private func halves(of payment: Payment) -> [String] {
        [payment.reference] + [payment.landingPage, payment.childReferenceId].compactMap { $0 }
    }

    /// Whether people booked a payment of the same order by hand.
    private func hasNamesake(_ payment: Payment) -> Bool {
        people.bookedByHand.keys.contains {
            account[$0]?.merchantOrderReference == payment.merchantOrderReference
                || account[$0]?.amount == payment.amount
        }
    }

    private func sales(of payment: Payment) -> [EntryLine] {
        saleLines(of: payment).map(\.line)
    }

    private func saleNames(of payment: Payment) -> Set<EntryName> {
        Set(saleLines(of: payment).map { EntryName($0.entry.key) })
    }

    private func saleLines(of payment: Payment) -> [BookedLine] {
        let number = payment.merchantOrderReference ?? original(of: payment)
        return books.customerLines.filter {
            $0.entry.key.daybook == salesDaybook && $0.line.kind == .total
                && $0.line.invoiceNumber == number
        }
    }

    private func original(of payment: Payment) -> String? {
        payment.originalReference.flatMap { account[$0]?.merchantOrderReference }
    }

    private func isInJournal(_ reference: String) -> Bool {
        books.entries.contains { entry in
            entry.key.daybook == journal
                && entry.lines.contains { Auditor.names($0.description, reference) }
        }
    }
}
