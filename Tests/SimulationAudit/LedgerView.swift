/// What a ledger says in public, as plain texts: all that the auditor knows of it.
package struct LedgerView: Sendable, Equatable {
    /// A payment.
    package struct Payment: Sendable, Equatable {
        /// The word of its state, such as `waiting`.
        package var state: String
        /// The reason code; empty for none.
        package var reason: String

        /// Makes a payment.
        package init(state: String, reason: String) {
            self.state = state
            self.reason = reason
        }
    }

    /// An entry that was sent, or is to be.
    package struct Posting: Sendable, Equatable {
        /// CCV's reference.
        package var reference: String
        /// The word of its state: `intended`, `parked`, `posted`, `reconciled`, `unreconcilable`,
        /// `ended` or `unclear`.
        package var state: String
        /// The entry in the books, where the ledger knows it.
        package var entry: EntryName?
        /// The sale that it pays.
        package var sale: EntryName
        /// In minor units.
        package var amount: Int64

        /// Makes a posting.
        package init(
            reference: String, state: String, entry: EntryName?, sale: EntryName, amount: Int64
        ) {
            self.reference = reference
            self.state = state
            self.entry = entry
            self.sale = sale
            self.amount = amount
        }
    }

    /// By CCV's reference.
    package var payments: [String: Payment]
    /// All attempts, in the order in which they were made.
    package var postings: [Posting]

    /// Makes a view.
    package init(payments: [String: Payment] = [:], postings: [Posting] = []) {
        self.payments = payments
        self.postings = postings
    }
}

/// An entry by its daybook and number, as people write it.
package struct EntryName: Sendable, Hashable {
    /// The daybook.
    package var daybook: String
    /// The number.
    package var number: String

    /// Names an entry.
    package init(_ daybook: String, _ number: String) {
        self.daybook = daybook
        self.number = number
    }
}
