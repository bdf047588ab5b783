/// What version 2 added: what nights read back in the books, and how many payments find a sale.
enum SchemaTwo {
    /// Its tables of entries, with the columns that the chain covers.
    static let entries = EntryTable.added(in: 2)

    /// The statements, in their order.
    static let tables = [readBack, night, saleShare]

    private static let key =
        "seq INTEGER PRIMARY KEY, chain BLOB NOT NULL CHECK (length(chain) = 32)"

    /// `is_final` is NULL for an entry that was not there, `drift` for one that is as it was
    /// posted; `shown` is a digest of what the lists of the books showed.
    ///
    /// `posting.read_back` is the newest row, `posting.is_final` what it says.
    private static let readBack = """
        CREATE TABLE read_back (
          \(key), posting INTEGER NOT NULL REFERENCES posting,
          run INTEGER NOT NULL REFERENCES run (number), at INTEGER NOT NULL,
          is_final INTEGER CHECK (is_final IN (0, 1)), matches TEXT NOT NULL,
          shown INTEGER NOT NULL, drift TEXT CHECK (drift != ''),
          CHECK (is_final IS NOT NULL OR drift IS NOT NULL)) STRICT;
        CREATE INDEX read_back_of ON read_back (posting);
        CREATE INDEX read_back_drift ON read_back (run) WHERE drift IS NOT NULL;
        ALTER TABLE posting ADD COLUMN read_back INTEGER REFERENCES read_back;
        ALTER TABLE posting ADD COLUMN is_final INTEGER CHECK (is_final IN (0, 1));
        CREATE INDEX posting_in_books
          ON posting (max(created, coalesce(match_date, 0) * 86400000))
          WHERE state IN ('posted', 'reconciled', 'unreconcilable');
        CREATE INDEX posting_of_entry ON posting (entry_number, entry_daybook)
          WHERE entry_number IS NOT NULL;
        """

    /// `entries` were compared, `read_alone` of them one by one, `drifted` were found so.
    private static let night = """
        CREATE TABLE night (
          \(key), run INTEGER NOT NULL UNIQUE REFERENCES run (number), at INTEGER NOT NULL,
          since INTEGER NOT NULL, entries INTEGER NOT NULL CHECK (entries >= 0),
          read_alone INTEGER NOT NULL CHECK (read_alone >= 0),
          drifted INTEGER NOT NULL CHECK (drifted >= 0)) STRICT;
        """

    /// `looked` payments looked for a sale for the first time in a run; `found` payments found one
    /// for the first time in it, whenever they looked first.
    private static let saleShare = """
        CREATE TABLE sale_share (
          \(key), run INTEGER NOT NULL REFERENCES run (number), at INTEGER NOT NULL,
          looked INTEGER NOT NULL CHECK (looked >= 0),
          found INTEGER NOT NULL CHECK (found >= 0)) STRICT;
        CREATE INDEX sale_share_at ON sale_share (at);
        """
}
