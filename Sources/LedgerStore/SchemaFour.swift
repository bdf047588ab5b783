/// What version 4 added: that a person wants a payment to be decided by the rules of then.
enum SchemaFour {
    /// Its tables of entries, with the columns that the chain covers.
    static let entries = EntryTable.added(in: 4)

    /// A wish is an entry behind the `retry` that brought it; `payment.wish` is the one that holds.
    ///
    /// It holds until the next `retry`, or until the entry of the payment is in the books.
    static let tables = """
        CREATE TABLE rule_wish (
          seq INTEGER PRIMARY KEY, chain BLOB NOT NULL CHECK (length(chain) = 32),
          payment INTEGER NOT NULL REFERENCES payment,
          action INTEGER NOT NULL UNIQUE REFERENCES action CHECK (action < seq),
          rule_set INTEGER NOT NULL REFERENCES rule_set) STRICT;
        ALTER TABLE payment ADD COLUMN wish INTEGER REFERENCES rule_wish;
        """
}
