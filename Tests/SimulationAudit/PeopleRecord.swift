/// What people did in the books themselves, as a witness tells it.
///
/// The auditor holds nothing against the runner that people did.
package struct PeopleRecord: Sendable {
    /// The entries that they changed, deleted, matched or unmatched.
    package var touched: Set<EntryName> = []
    /// The payments that they booked by hand, and how often.
    package var bookedByHand: [String: Int] = [:]
    /// Whether they deleted any entry of a journal.
    package var deletedAny = false
    /// Whether the books show to programs what was deleted.
    package var deletionsShow = true
    /// The number of the call before which they did something to an entry last.
    package var lastTouch: [EntryName: Int] = [:]

    /// The number of the first call of the run that is under way.
    package var runBegan = 0

    /// Makes an empty record.
    package init() {}

    /// Notes that people did something to an entry.
    package mutating func touch(_ entry: EntryName, call: Int) {
        touched.insert(entry)
        lastTouch[entry] = call
    }
}
