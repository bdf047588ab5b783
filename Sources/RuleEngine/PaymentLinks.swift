import ByteText
import DomainModel

/// How the records of a batch belong together, found before anything is decided.
///
/// The same payment twice, a landing page and its child, a capture and its original.
struct PaymentLinks {
    /// What being listed more than once means for a record.
    enum Standing: UInt8 {
        /// The record that counts.
        case counts
        /// The same record stands in the input before it.
        case duplicate
        /// A newer record of the same payment counts.
        case superseded
        /// Two records of one reference contradict each other on what must never change.
        case conflict
    }

    /// By position of the record.
    private(set) var standing: [Standing]
    /// By position of a parent: its child, or -1.
    private(set) var child: [Int32: Int32] = [:]
    /// By position of a child: its parent.
    private(set) var parent: [Int32: Int32] = [:]
    /// Positions whose parents and children contradict each other: two parents name one child, or
    /// the names run in a circle.
    private(set) var unclear: Set<Int32> = []
    private let byReference: HashIndex
    private let table: PaymentTable

    init(_ table: PaymentTable) {
        self.table = table
        standing = [Standing](repeating: .counts, count: table.rows.count)
        var index = HashIndex(capacity: table.rows.count)
        var groups: [Int: [Int]] = [:]
        for position in table.rows.indices {
            let reference = table.rows[position].reference
            guard reference.isPresent else { continue }
            let hash = table.texts.withBytes(reference) { ByteHash.hash($0) }
            if let first = index.first(hash, where: { Self.same(table, Int($0), reference) }) {
                groups[Int(first), default: [Int(first)]].append(position)
            } else {
                index.insert(hash, UInt32(position))
            }
        }
        byReference = index
        for members in groups.values { settle(members) }
        linkParents(counting: groups)
    }

    /// The record that counts for a reference.
    func find(_ reference: TextSlice) -> Int? {
        let hash = table.texts.withBytes(reference) { ByteHash.hash($0) }
        guard let first = byReference.first(hash, where: { Self.same(table, Int($0), reference) })
        else { return nil }
        return winners[Int(first)] ?? Int(first)
    }

    /// By the first record of a reference that stands more than once: the one that counts.
    private var winners: [Int: Int] = [:]

    private static func same(
        _ table: PaymentTable, _ position: Int, _ reference: TextSlice
    ) -> Bool {
        equal(table, table.rows[position].reference, reference)
    }

    private static func equal(
        _ table: PaymentTable, _ left: TextSlice, _ right: TextSlice
    ) -> Bool {
        left.count == right.count
            && table.texts.withBytes(left) { a in
                table.texts.withBytes(right) { b in a.elementsEqual(b) }
            }
    }

    private mutating func settle(_ members: [Int]) {
        let first = members[0]
        let winner = members.dropFirst().reduce(first) { isNewer($1, than: $0) ? $1 : $0 }
        winners[first] = winner
        for other in members.dropFirst() where !isSamePayment(first, other) {
            for member in members { standing[member] = .conflict }
            return
        }
        for member in members where member != winner {
            standing[member] = isSameRecord(member, winner) ? .duplicate : .superseded
        }
    }

    /// Design section 9: what may never differ between two records of one payment.
    private func isSamePayment(_ left: Int, _ right: Int) -> Bool {
        let (a, b) = (table.rows[left], table.rows[right])
        return a.type == b.type && a.amount == b.amount && a.currency == b.currency
            && a.method == b.method && a.defects == b.defects
            && Self.equal(table, a.merchantOrderReference, b.merchantOrderReference)
            && Self.equal(table, a.originalReference, b.originalReference)
    }

    private func isSameRecord(_ left: Int, _ right: Int) -> Bool {
        let (a, b) = (table.rows[left], table.rows[right])
        return a.status == b.status && a.brand == b.brand && a.created == b.created
            && a.lastUpdate == b.lastUpdate && a.statusFinal == b.statusFinal
            && Self.equal(table, a.description, b.description)
            && Self.equal(table, a.billingEmail, b.billingEmail)
            && Self.equal(table, a.childReference, b.childReference)
            && Self.equal(table, a.metadata, b.metadata)
    }

    /// The newest `lastUpdate`; then what does not depend on the order of the input.
    private func isNewer(_ left: Int, than right: Int) -> Bool {
        let (a, b) = (table.rows[left], table.rows[right])
        if a.lastUpdate != b.lastUpdate { return a.lastUpdate > b.lastUpdate }
        if a.statusFinal != b.statusFinal { return a.statusFinal > b.statusFinal }
        let words = (table.words.word(a.status), table.words.word(b.status))
        if words.0 != words.1 { return words.0 > words.1 }
        let texts = (contents(a), contents(b))
        return texts.0 == texts.1 ? left < right : texts.0.lexicographicallyPrecedes(texts.1)
    }

    private func contents(_ row: PaymentRow) -> [UInt8] {
        let texts = [
            row.description, row.billingEmail, row.childReference, row.metadata,
            row.merchantOrderReference, row.originalReference, row.amountAsWritten,
        ]
        let words = [row.brand, row.type, row.method].map(table.words.word)
        return texts.flatMap { Array(table.bytes($0)) + [0] }
            + "\(words) \(row.amount) \(row.currency.packed) \(row.created.milliseconds)".utf8
    }

    private mutating func linkParents(counting groups: [Int: [Int]]) {
        for position in table.rows.indices where standing[position] == .counts {
            let row = table.rows[position]
            guard row.childReference.isPresent else { continue }
            guard let found = find(row.childReference), found != position else { continue }
            child[Int32(position)] = Int32(found)
            if let other = parent[Int32(found)] {
                unclear.formUnion([Int32(found), other, Int32(position)])
            } else {
                parent[Int32(found)] = Int32(position)
            }
        }
        for start in child.keys where runsInCircle(from: start) { unclear.insert(start) }
        for position in unclear { parent[position] = nil }
    }

    /// Real pages have one level; what does not end after a few names no money.
    private func runsInCircle(from start: Int32) -> Bool {
        var position = start
        for _ in 0..<8 {
            guard let next = child[position] else { return false }
            position = next
        }
        return true
    }
}
