import ByteText
import DomainModel

/// The open items by what a payment may share with them, whatever the rules ask for: for the
/// explanation of a decision, never for the decision.
struct EvidenceIndex: Sendable {
    private var byAmount: HashIndex
    private var byEmail: HashIndex
    private var byDigits: HashIndex

    init(_ catalogue: ItemCatalogue, _ reader: NumberReader) {
        let items = catalogue.items
        byAmount = HashIndex(capacity: items.rows.count)
        var byEmail = HashIndex(capacity: items.emails.count)
        byDigits = HashIndex(capacity: items.rows.count)
        var form = NumberForm()
        for position in items.rows.indices {
            let row = items.rows[position]
            let place = UInt32(position)
            byAmount.insert(ByteHash.mix(UInt64(bitPattern: row.openValue)), place)
            catalogue.forEachEmail(of: row) { byEmail.insert(EmailForm.hash($0), place) }
            items.texts.withBytes(row.invoiceNumber) { text in
                form.set(UnsafeBufferPointer(rebasing: text[reader.stripped(text)]))
            }
            if let hash = Self.hash(digitsOf: form) { byDigits.insert(hash, place) }
        }
        self.byEmail = byEmail
    }

    /// The positions that share the amount, the address or the digits of the number; of a crowd
    /// that shares one of them, none.
    func find(
        _ subject: Matcher.Subject, _ number: PaymentNumber, _ payments: PaymentTable
    ) -> [Int] {
        var found = Set<Int>()
        add(byAmount, ByteHash.mix(UInt64(bitPattern: subject.row.amount)), to: &found)
        if subject.email.isPresent {
            let hash = payments.texts.withBytes(subject.email) { EmailForm.hash($0) }
            add(byEmail, hash, to: &found)
        }
        if let hash = Self.hash(digitsOf: number.form) { add(byDigits, hash, to: &found) }
        return found.sorted()
    }

    private func add(_ index: HashIndex, _ hash: UInt64, to found: inout Set<Int>) {
        var hits: [Int] = []
        let overflow = index.first(hash) { position in
            hits.append(Int(position))
            return hits.count > Matcher.crowd
        }
        if overflow == nil { found.formUnion(hits) }
    }

    /// "ORD-1234" and "INV1234" have the same; fewer than three digits say nothing.
    private static func hash(digitsOf form: NumberForm) -> UInt64? {
        var hash: UInt64 = 0x2545_F491_4F6C_DD1D
        var count = 0
        for byte in form.bytes where (0x30...0x39).contains(byte) {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
            count += 1
        }
        return count >= 3 ? ByteHash.mix(hash) : nil
    }
}
