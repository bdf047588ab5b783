internal import DomainModel

/// The entries of an administration in order of input, and the ways to find them.
///
/// Posting costs the same whatever the number of entries; so does deleting, but for the entries of
/// the same customer.
struct EntryStore: Sendable {
    /// A deleted entry leaves its place empty, so that no other entry moves.
    private(set) var places: [Entry?] = []
    /// How many entries there are.
    private(set) var count = 0
    /// The last number of each series.
    private(set) var lastNumbers: [NumberSeries: Int] = [:]
    private var placeOfKey: [EntryKey: Int] = [:]
    private var placesOfCustomer: [String: [Int]] = [:]
    /// How often an invoice number stands in the headers of a daybook.
    private var invoiceNumbers: [EntryKey: Int] = [:]
    /// When the entry in each place was posted, also of deleted ones.
    private var instants: [Instant] = []
    private var isChronological = true

    init() {}

    /// Takes entries that were stored, and the last numbers.
    init(_ entries: [Entry], lastNumbers: [NumberSeries: Int]) {
        self.lastNumbers = lastNumbers
        for entry in entries { append(entry) }
    }

    var list: EntryList { EntryList(places: places, count: count) }

    subscript(key: EntryKey) -> Entry? { placeOfKey[key].flatMap { places[$0] } }

    /// Takes the next number of a series.
    mutating func takeNumber(of series: NumberSeries) -> String {
        let number = lastNumbers[series, default: 0] + 1
        lastNumbers[series] = number
        return series.text(number)
    }

    /// Adds an entry behind the others.
    mutating func append(_ entry: Entry) {
        if let last = instants.last, entry.inputInstant < last { isChronological = false }
        let place = places.count
        places.append(entry)
        instants.append(entry.inputInstant)
        placeOfKey[entry.key] = place
        count += 1
        register(entry, at: place)
    }

    /// Puts another entry in the place of the one with its key.
    mutating func replace(_ entry: Entry) {
        guard let place = placeOfKey[entry.key], let former = places[place] else { return }
        unregister(former, at: place)
        places[place] = entry
        register(entry, at: place)
    }

    /// Takes an entry away; its number stays used.
    mutating func remove(_ key: EntryKey) {
        guard let place = placeOfKey.removeValue(forKey: key), let former = places[place] else {
            return
        }
        unregister(former, at: place)
        places[place] = nil
        count -= 1
    }

    /// Changes an entry where it stands; its key, customers and invoice number must stay.
    mutating func update(_ key: EntryKey, _ change: (inout Entry) -> Void) {
        guard let place = placeOfKey[key] else { return }
        places[place]?.apply(change)
    }

    /// The entries that were posted between two moments, both included.
    func entries(from first: Instant, through last: Instant) -> [Entry] {
        guard first <= last else { return [] }
        guard isChronological else {
            return places.compactMap { $0 }
                .filter { first <= $0.inputInstant && $0.inputInstant <= last }
        }
        var low = 0
        var high = instants.count
        while low < high {
            let middle = (low + high) / 2
            if instants[middle] < first { low = middle + 1 } else { high = middle }
        }
        var found: [Entry] = []
        while low < instants.count, instants[low] <= last {
            if let entry = places[low] { found.append(entry) }
            low += 1
        }
        return found
    }

    /// The lines of one customer that can be matched, in order of input.
    func lines(of customer: String) -> [BookedLine] {
        (placesOfCustomer[customer] ?? []).compactMap { places[$0] }.flatMap { entry in
            entry.lines.filter { $0.isMatchable && $0.dim2 == customer }
                .map { BookedLine(entry: entry, line: $0) }
        }
    }

    /// Whether an invoice number stands in a header of the daybook, but for one entry.
    func hasInvoiceNumber(_ number: String, daybook: String, besides key: EntryKey?) -> Bool {
        let count = invoiceNumbers[EntryKey(daybook: daybook, number: number), default: 0]
        let own = key.flatMap { self[$0] }.map { $0.invoiceNumber == number ? 1 : 0 } ?? 0
        return count > own
    }

    private mutating func register(_ entry: Entry, at place: Int) {
        for customer in Self.customers(of: entry) {
            var index = placesOfCustomer[customer]?.count ?? 0
            while index > 0, let before = placesOfCustomer[customer]?[index - 1], before > place {
                index -= 1
            }
            placesOfCustomer[customer, default: []].insert(place, at: index)
        }
        count(entry, 1)
    }

    private mutating func unregister(_ entry: Entry, at place: Int) {
        for customer in Self.customers(of: entry) {
            placesOfCustomer[customer]?.removeAll { $0 == place }
        }
        count(entry, -1)
    }

    private mutating func count(_ entry: Entry, _ step: Int) {
        guard !entry.invoiceNumber.isEmpty else { return }
        let key = EntryKey(daybook: entry.key.daybook, number: entry.invoiceNumber)
        invoiceNumbers[key, default: 0] += step
    }

    private static func customers(of entry: Entry) -> [String] {
        var found: [String] = []
        for line in entry.lines where line.isMatchable && !found.contains(line.dim2) {
            found.append(line.dim2)
        }
        return found
    }
}

extension EntryStore: Equatable {
    static func == (left: Self, right: Self) -> Bool {
        left.count == right.count && left.lastNumbers == right.lastNumbers
            && left.list.elementsEqual(right.list)
    }
}

extension Entry {
    /// Changes the entry where it stands.
    fileprivate mutating func apply(_ change: (inout Entry) -> Void) { change(&self) }
}
