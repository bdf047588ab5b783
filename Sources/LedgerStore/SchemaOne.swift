/// The tables of version 1.
///
/// Moments are milliseconds since 1970 in UTC, days are days since 1970, amounts are minor units.
/// `seq` is the place of an entry in the one chain of all tables. Columns behind the comment
/// "present state" follow from the entries.
enum SchemaOne {
    /// The tables whose rows are never changed or deleted, with the columns that the chain covers.
    static let entries = EntryTable.added(in: 1)

    /// The statements, in their order.
    static let tables = [fromCCV, fromTheBooks, decided, posted, byPeople]

    private static let key =
        "seq INTEGER PRIMARY KEY, chain BLOB NOT NULL CHECK (length(chain) = 32)"

    private static let fromCCV = """
        CREATE TABLE head (
          only INTEGER PRIMARY KEY CHECK (only = 1), seq INTEGER NOT NULL,
          link BLOB NOT NULL CHECK (length(link) = 32)) STRICT;
        CREATE TABLE connection (
          \(key), name TEXT NOT NULL UNIQUE CHECK (name != ''),
          -- present state
          fetched_until INTEGER) STRICT;
        CREATE TABLE rule_file (
          \(key), digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
          bytes BLOB NOT NULL) STRICT;
        CREATE TABLE rule_set (\(key), revision TEXT NOT NULL UNIQUE) STRICT;
        CREATE TABLE rule_set_file (
          \(key), rule_set INTEGER NOT NULL REFERENCES rule_set, path TEXT NOT NULL,
          rule_file INTEGER NOT NULL REFERENCES rule_file, UNIQUE (rule_set, path)) STRICT;
        CREATE TABLE run (
          \(key), number INTEGER NOT NULL UNIQUE CHECK (number > 0),
          connection INTEGER NOT NULL REFERENCES connection,
          rule_set INTEGER NOT NULL REFERENCES rule_set, office TEXT NOT NULL,
          at INTEGER NOT NULL) STRICT;
        CREATE INDEX run_of_connection ON run (connection, number);
        CREATE TABLE run_end (
          \(key), run INTEGER NOT NULL UNIQUE REFERENCES run (number), at INTEGER NOT NULL,
          report TEXT NOT NULL) STRICT;
        CREATE TABLE fetch (
          \(key), run INTEGER NOT NULL REFERENCES run (number), at INTEGER NOT NULL,
          until INTEGER, seen INTEGER NOT NULL) STRICT;
        CREATE INDEX fetch_of ON fetch (run);
        CREATE TABLE payment (
          \(key), connection INTEGER NOT NULL REFERENCES connection,
          reference TEXT NOT NULL CHECK (reference != ''),
          -- present state
          version INTEGER REFERENCES payment_version, is_final INTEGER NOT NULL DEFAULT 0,
          child TEXT, original TEXT, created INTEGER, amount INTEGER, currency TEXT,
          state TEXT CHECK (state IN ('open', 'due', 'intended', 'posted', 'reconciled', 'review',
            'waiting', 'failed', 'parked', 'resolved', 'ignored', 'reversed', 'drifted',
            'skipped')),
          reason TEXT NOT NULL DEFAULT '', text TEXT NOT NULL DEFAULT '', stated INTEGER,
          decision INTEGER REFERENCES decision, choice INTEGER REFERENCES action,
          UNIQUE (reference, connection)) STRICT;
        CREATE INDEX payment_in_state ON payment (connection, state);
        CREATE INDEX payment_not_final ON payment (connection) WHERE is_final = 0;
        CREATE INDEX payment_of_child ON payment (child, connection) WHERE child IS NOT NULL;
        CREATE TABLE payment_version (
          \(key), payment INTEGER NOT NULL REFERENCES payment,
          run INTEGER NOT NULL REFERENCES run (number), at INTEGER NOT NULL,
          created INTEGER, last_update INTEGER,
          is_final INTEGER NOT NULL CHECK (is_final IN (0, 1)),
          base INTEGER REFERENCES payment_version CHECK (base < seq),
          record BLOB NOT NULL) STRICT;
        CREATE INDEX payment_version_of ON payment_version (payment);
        CREATE INDEX payment_version_whole ON payment_version (seq) WHERE base IS NULL;
        CREATE TABLE alarm (
          \(key), payment INTEGER NOT NULL REFERENCES payment,
          run INTEGER NOT NULL REFERENCES run (number), at INTEGER NOT NULL,
          text TEXT NOT NULL) STRICT;
        CREATE INDEX alarm_of ON alarm (payment);
        """

    private static let fromTheBooks = """
        CREATE TABLE sale (
          \(key), connection INTEGER NOT NULL REFERENCES connection, office TEXT NOT NULL,
          daybook TEXT NOT NULL, number TEXT NOT NULL, line TEXT NOT NULL,
          -- present state
          version INTEGER REFERENCES sale_version, is_gone INTEGER NOT NULL DEFAULT 0,
          year INTEGER, fingerprint INTEGER,
          UNIQUE (connection, number, daybook, line, office)) STRICT;
        CREATE TABLE sale_version (
          \(key), sale INTEGER NOT NULL REFERENCES sale,
          run INTEGER NOT NULL REFERENCES run (number),
          is_gone INTEGER NOT NULL CHECK (is_gone IN (0, 1)), account TEXT, customer TEXT,
          customer_name TEXT, invoice_number TEXT, description TEXT, emails TEXT, value INTEGER,
          open_value INTEGER, date INTEGER, due_date INTEGER, currency TEXT, status INTEGER,
          match_status INTEGER, CHECK (is_gone = 1 OR (open_value IS NOT NULL
            AND date IS NOT NULL AND status IS NOT NULL AND match_status IS NOT NULL))) STRICT;
        CREATE INDEX sale_version_of ON sale_version (sale);
        CREATE TABLE customer (
          \(key), connection INTEGER NOT NULL REFERENCES connection, code TEXT NOT NULL,
          -- present state
          version INTEGER REFERENCES customer_version, is_gone INTEGER NOT NULL DEFAULT 0,
          fingerprint INTEGER, UNIQUE (connection, code)) STRICT;
        CREATE TABLE customer_version (
          \(key), customer INTEGER NOT NULL REFERENCES customer,
          run INTEGER NOT NULL REFERENCES run (number),
          is_gone INTEGER NOT NULL CHECK (is_gone IN (0, 1)), name TEXT, emails TEXT) STRICT;
        CREATE INDEX customer_version_of ON customer_version (customer);
        CREATE TABLE books_read (
          \(key), run INTEGER NOT NULL REFERENCES run (number), years TEXT NOT NULL,
          sales INTEGER NOT NULL, sales_digest BLOB NOT NULL CHECK (length(sales_digest) = 32),
          customers INTEGER NOT NULL,
          customers_digest BLOB NOT NULL CHECK (length(customers_digest) = 32)) STRICT;
        CREATE INDEX books_read_of ON books_read (run);
        CREATE TABLE forwarded (
          \(key), payment INTEGER NOT NULL REFERENCES payment,
          run INTEGER NOT NULL REFERENCES run (number), daybook TEXT NOT NULL,
          number TEXT NOT NULL, UNIQUE (payment, daybook, number)) STRICT;
        """

    private static let decided = """
        CREATE TABLE deciding (
          \(key), run INTEGER NOT NULL REFERENCES run (number), at INTEGER NOT NULL,
          payments INTEGER NOT NULL) STRICT;
        CREATE INDEX deciding_of ON deciding (run);
        CREATE TABLE decision (
          \(key), payment INTEGER NOT NULL REFERENCES payment,
          run INTEGER NOT NULL REFERENCES run (number),
          rule_set INTEGER NOT NULL REFERENCES rule_set,
          state TEXT NOT NULL CHECK (state IN
            ('open', 'due', 'review', 'waiting', 'failed', 'skipped')),
          reason TEXT NOT NULL, text TEXT NOT NULL, amount INTEGER NOT NULL,
          currency TEXT NOT NULL, sale_daybook TEXT, sale_number TEXT, sale_line TEXT,
          rule TEXT NOT NULL, base INTEGER REFERENCES decision CHECK (base < seq),
          record BLOB NOT NULL,
          CHECK ((sale_daybook IS NULL) = (sale_number IS NULL)
            AND (sale_daybook IS NULL) = (sale_line IS NULL))) STRICT;
        CREATE INDEX decision_of ON decision (payment);
        CREATE INDEX decision_whole ON decision (seq) WHERE base IS NULL;
        """

    private static let posted = """
        CREATE TABLE posting (
          \(key), payment INTEGER NOT NULL REFERENCES payment,
          run INTEGER NOT NULL REFERENCES run (number), at INTEGER NOT NULL,
          kind TEXT NOT NULL CHECK (kind = 'payment'),
          generation INTEGER NOT NULL CHECK (generation > 0),
          attempt INTEGER NOT NULL CHECK (attempt > 0), digest TEXT NOT NULL,
          rule_set INTEGER NOT NULL REFERENCES rule_set, office TEXT NOT NULL,
          journal TEXT NOT NULL CHECK (journal != ''), sale_daybook TEXT NOT NULL,
          sale_number TEXT NOT NULL, sale_line TEXT NOT NULL, sale_open INTEGER NOT NULL,
          suspense_account TEXT NOT NULL, debtor_account TEXT NOT NULL, customer TEXT NOT NULL,
          invoice_number TEXT NOT NULL, amount INTEGER NOT NULL, currency TEXT NOT NULL,
          match_date INTEGER, created INTEGER NOT NULL,
          base INTEGER REFERENCES posting CHECK (base < seq), memo BLOB NOT NULL,
          -- present state
          state TEXT NOT NULL DEFAULT 'intended' CHECK (state IN ('intended', 'parked', 'posted',
            'reconciled', 'unreconcilable', 'unclear', 'ended')),
          entry_daybook TEXT, entry_number TEXT, state_text TEXT NOT NULL DEFAULT '',
          absent_since INTEGER,
          CHECK ((state IN ('posted', 'reconciled', 'unreconcilable'))
            = (entry_daybook IS NOT NULL AND entry_number IS NOT NULL)),
          CHECK (absent_since IS NULL OR state = 'parked'),
          UNIQUE (payment, kind, generation, attempt)) STRICT;
        CREATE UNIQUE INDEX posting_once ON posting (payment, kind) WHERE state != 'ended';
        CREATE UNIQUE INDEX posting_claims
          ON posting (office, sale_daybook, sale_number, sale_line) WHERE state != 'ended';
        CREATE INDEX posting_under_way ON posting (state)
          WHERE state IN ('intended', 'parked', 'posted', 'unclear');
        CREATE INDEX posting_whole ON posting (seq) WHERE base IS NULL;
        CREATE TABLE posting_event (
          \(key), posting INTEGER NOT NULL REFERENCES posting,
          run INTEGER REFERENCES run (number), at INTEGER NOT NULL,
          kind TEXT NOT NULL CHECK (kind IN ('booked', 'refused', 'unsent', 'parked',
            'not_found', 'adopted',
            'proved_absent', 'unclear', 'reconciled', 'unreconcilable', 'reconcile_failed',
            'withdrawn', 'reconcile_again')),
          daybook TEXT, number TEXT, text TEXT, probe_from INTEGER, probe_to INTEGER,
          probe_at INTEGER, probe_lines INTEGER CHECK (probe_lines >= 0),
          probe_saw_deleted INTEGER CHECK (probe_saw_deleted IN (0, 1)),
          CHECK ((kind IN ('booked', 'adopted')) = (daybook IS NOT NULL)),
          CHECK ((daybook IS NULL) = (number IS NULL)),
          CHECK ((kind IN ('not_found', 'adopted', 'proved_absent', 'unclear'))
            = (probe_at IS NOT NULL))) STRICT;
        CREATE INDEX posting_event_of ON posting_event (posting);
        """

    private static let byPeople = """
        CREATE TABLE action (
          \(key), payment INTEGER NOT NULL REFERENCES payment, at INTEGER NOT NULL,
          who TEXT NOT NULL CHECK (who != ''),
          kind TEXT NOT NULL CHECK (kind IN ('choose', 'ignore', 'resolve', 'retry')),
          reason TEXT NOT NULL CHECK (reason != ''), daybook TEXT, number TEXT, line TEXT,
          CHECK ((kind IN ('choose', 'resolve')) = (daybook IS NOT NULL)),
          CHECK ((daybook IS NULL) = (number IS NULL)),
          CHECK ((kind = 'choose') = (line IS NOT NULL))) STRICT;
        CREATE INDEX action_of ON action (payment);
        """
}
