/// The tables of version 3: what lists, totals and search rest on.
///
/// All of it follows from the entries and stands outside of their chain; a check computes it again.
/// The columns of a payment are filled by `DerivedState` and by the methods that write entries; the
/// totals follow the columns of `payment` by triggers, so that nothing can change a payment and
/// forget them.
enum SchemaThree {
    /// The version of what is derived: a file with another one is filled anew when it is opened.
    static let derivation: Int64 = 1
    /// A record of CCV may name any amount; a larger one counts as this, so that no sum is more
    /// than 64 bits hold.
    static let largestAmount: Int64 = 10_000_000_000_000

    /// The statements, in their order.
    static let statements = [tables, columns, indexes, triggers]

    private static let tables = """
        CREATE TABLE derivation (
          only INTEGER PRIMARY KEY CHECK (only = 1), version INTEGER NOT NULL) STRICT;
        CREATE TABLE method (
          number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
        CREATE TABLE tally (
          number INTEGER PRIMARY KEY, connection INTEGER NOT NULL REFERENCES connection,
          state TEXT NOT NULL, reason TEXT NOT NULL, method INTEGER NOT NULL REFERENCES method,
          currency TEXT NOT NULL, is_paid INTEGER NOT NULL CHECK (is_paid IN (0, 1)),
          is_alarmed INTEGER NOT NULL CHECK (is_alarmed IN (0, 1)),
          payments INTEGER NOT NULL DEFAULT 0 CHECK (payments >= 0),
          amount INTEGER NOT NULL DEFAULT 0,
          UNIQUE (connection, state, reason, method, currency, is_paid, is_alarmed)) STRICT;
        CREATE TABLE tally_day (
          tally INTEGER NOT NULL REFERENCES tally, day INTEGER NOT NULL,
          payments INTEGER NOT NULL CHECK (payments >= 0), amount INTEGER NOT NULL,
          sent INTEGER NOT NULL, PRIMARY KEY (tally, day)) STRICT, WITHOUT ROWID;
        CREATE TABLE term (
          term TEXT NOT NULL, payment INTEGER NOT NULL REFERENCES payment,
          PRIMARY KEY (term, payment)) STRICT, WITHOUT ROWID;
        CREATE TABLE provisional (
          connection INTEGER NOT NULL REFERENCES connection, currency TEXT NOT NULL,
          payments INTEGER NOT NULL CHECK (payments >= 0), amount INTEGER NOT NULL,
          PRIMARY KEY (connection, currency)) STRICT, WITHOUT ROWID;
        """

    private static let columns = """
        ALTER TABLE connection ADD COLUMN time_zone TEXT;
        ALTER TABLE payment ADD COLUMN method INTEGER REFERENCES method;
        ALTER TABLE payment ADD COLUMN day INTEGER;
        ALTER TABLE payment ADD COLUMN is_paid INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE payment ADD COLUMN sent INTEGER;
        ALTER TABLE payment ADD COLUMN since INTEGER;
        ALTER TABLE payment ADD COLUMN alarmed INTEGER REFERENCES alarm;
        ALTER TABLE payment ADD COLUMN ruled INTEGER REFERENCES rule_set;
        ALTER TABLE payment ADD COLUMN tally INTEGER REFERENCES tally;
        """

    /// A payment stands in the lists of its tally, sorted in three ways: what a page shows is the
    /// beginning of some of these lists, merged.
    private static let indexes = """
        DROP INDEX payment_in_state;
        CREATE INDEX payment_by_created ON payment (tally, created);
        CREATE INDEX payment_by_amount ON payment (tally, amount);
        CREATE INDEX payment_by_since ON payment (tally, since);
        CREATE INDEX payment_with_news ON payment (connection)
          WHERE state = 'skipped' AND version > stated;
        CREATE INDEX payment_skipped ON payment (connection, ruled) WHERE state = 'skipped';
        """

    /// Whether a posting counts as provisional: it is in the books, and was not final when it was
    /// read last.
    static func isProvisional(_ row: String) -> String {
        "(\(row).is_final IS 0 AND \(row).state IN ('posted', 'reconciled', 'unreconcilable'))"
    }

    private static let triggers = """
        CREATE TRIGGER posting_is_counted AFTER UPDATE OF is_final, state ON posting
        WHEN \(isProvisional("OLD")) != \(isProvisional("NEW"))
        BEGIN
          INSERT INTO provisional (connection, currency, payments, amount)
          SELECT connection, NEW.currency, 0, 0 FROM payment WHERE seq = NEW.payment
          ON CONFLICT DO NOTHING;
          UPDATE provisional SET payments = payments + 2 * \(isProvisional("NEW")) - 1,
            amount = amount + (2 * \(isProvisional("NEW")) - 1) * min(NEW.amount, \(largestAmount))
          WHERE currency = NEW.currency
            AND connection = (SELECT connection FROM payment WHERE seq = NEW.payment);
        END;
        CREATE TRIGGER payment_is_counted
        AFTER UPDATE OF state, reason, method, currency, is_paid, alarmed, amount, day, sent
        ON payment WHEN NEW.method IS NOT NULL AND (
          OLD.tally IS NULL OR OLD.state IS NOT NEW.state OR OLD.reason IS NOT NEW.reason
          OR OLD.method IS NOT NEW.method OR OLD.currency IS NOT NEW.currency
          OR OLD.is_paid IS NOT NEW.is_paid OR (OLD.alarmed IS NULL) != (NEW.alarmed IS NULL)
          OR OLD.amount IS NOT NEW.amount OR OLD.day IS NOT NEW.day OR OLD.sent IS NOT NEW.sent)
        BEGIN
          INSERT INTO tally (connection, state, reason, method, currency, is_paid, is_alarmed)
          VALUES (NEW.connection, coalesce(NEW.state, ''), NEW.reason, NEW.method,
            coalesce(NEW.currency, ''), NEW.is_paid, NEW.alarmed IS NOT NULL)
          ON CONFLICT DO NOTHING;
          UPDATE payment SET tally = (SELECT y.number FROM tally y
            WHERE y.connection = NEW.connection AND y.state = coalesce(NEW.state, '')
            AND y.reason = NEW.reason AND y.method = NEW.method
            AND y.currency = coalesce(NEW.currency, '') AND y.is_paid = NEW.is_paid
            AND y.is_alarmed = (NEW.alarmed IS NOT NULL)) WHERE seq = NEW.seq;
          UPDATE tally SET payments = payments - 1,
            amount = amount - min(coalesce(OLD.amount, 0), \(largestAmount))
          WHERE number = OLD.tally;
          UPDATE tally_day SET payments = payments - 1,
            amount = amount - min(coalesce(OLD.amount, 0), \(largestAmount)),
            sent = sent - min(coalesce(OLD.sent, 0), \(largestAmount))
          WHERE tally = OLD.tally AND day = OLD.day;
          DELETE FROM tally_day WHERE tally = OLD.tally AND day = OLD.day AND payments = 0;
          UPDATE tally SET payments = payments + 1,
            amount = amount + min(coalesce(NEW.amount, 0), \(largestAmount))
          WHERE number = (SELECT tally FROM payment WHERE seq = NEW.seq);
          INSERT INTO tally_day (tally, day, payments, amount, sent)
          SELECT tally, NEW.day, 1, min(coalesce(NEW.amount, 0), \(largestAmount)),
            min(coalesce(NEW.sent, 0), \(largestAmount)) FROM payment WHERE seq = NEW.seq
          ON CONFLICT DO UPDATE SET payments = payments + 1, amount = amount + excluded.amount,
            sent = sent + excluded.sent;
        END;
        CREATE TRIGGER alarm_is_settled AFTER INSERT ON action
        BEGIN
          UPDATE payment SET alarmed = NULL WHERE seq = NEW.payment AND alarmed IS NOT NULL;
        END;
        """
}
