internal import LedgerViews

/// The place of a payment in a list: what the list is sorted by, and its number.
struct ListPlace: Hashable {
    /// A moment, an amount or the number of an entry.
    var value: Int64
    /// The number of the payment, which tells equal ones apart.
    var payment: Int64

    /// Whether it stands before another one in a list.
    func isBefore(_ other: ListPlace, isDescending: Bool) -> Bool {
        let isSmaller = (value, payment) < (other.value, other.payment)
        return self != other && isSmaller != isDescending
    }
}

/// Where a page begins, as text that only this program reads.
struct PageCursor {
    /// Whether the page ends before the place; else it begins behind it.
    var isBackward: Bool
    var place: ListPlace

    /// Makes a cursor.
    init(isBackward: Bool, _ place: ListPlace) {
        self.isBackward = isBackward
        self.place = place
    }

    /// Reads a text; nil for one that is no cursor.
    init?(_ text: String) {
        let parts = text.split(separator: ".", maxSplits: 2)
        guard parts.count == 3, parts[0] == "a" || parts[0] == "b", let value = Int64(parts[1]),
            let payment = Int64(parts[2])
        else { return nil }
        self.init(isBackward: parts[0] == "b", ListPlace(value: value, payment: payment))
    }

    /// As text.
    var text: String { "\(isBackward ? "b" : "a").\(place.value).\(place.payment)" }
}

/// A page of places: what a list gives in one direction from a cursor, and how it goes on.
struct PlacePage {
    var places: [ListPlace]
    var next: String?
    var previous: String?

    /// Cuts a page.
    ///
    /// `found` holds one more than the page where there is more; it goes away from the cursor.
    /// Where `stop` is given, nobody looked behind it.
    init(
        _ found: [ListPlace], limit: Int, from cursor: PageCursor?, stop: ListPlace? = nil
    ) {
        let isBackward = cursor?.isBackward ?? false
        let hasMore = found.count > limit || stop != nil
        places = Array(found.prefix(limit))
        let end = found.count > limit ? places.last : stop ?? places.last
        if isBackward { places.reverse() }
        let start = isBackward ? places.last : places.first
        let (first, last) =
            isBackward
            ? (end ?? cursor?.place, start ?? cursor?.place)
            : (start ?? cursor?.place, end ?? cursor?.place)
        if isBackward ? cursor != nil : hasMore {
            next = last.map { PageCursor(isBackward: false, $0).text }
        }
        if isBackward ? hasMore : cursor != nil {
            previous = first.map { PageCursor(isBackward: true, $0).text }
        }
    }
}
