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

    /// What shares something with a payment.
    struct Findings {
        var items: Set<Int> = []
        /// What more sales share than tells any of them apart; they are not among the items.
        var crowds: [SaleTrial.Evidence] = []
    }

    /// The items that share the amount, the address or the digits of the number.
    func find(
        _ subject: Matcher.Subject, _ number: PaymentNumber, _ payments: PaymentTable
    ) -> Findings {
        var found = Findings()
        let amount = ByteHash.mix(UInt64(bitPattern: subject.row.amount))
        if !add(byAmount, amount, to: &found.items) { found.crowds.append(.amount) }
        if subject.email.isPresent {
            let hash = payments.texts.withBytes(subject.email) { EmailForm.hash($0) }
            if !add(byEmail, hash, to: &found.items) { found.crowds.append(.email) }
        }
        if let hash = Self.hash(digitsOf: number.form), !add(byDigits, hash, to: &found.items) {
            found.crowds.append(.similarNumber)
        }
        return found
    }

    /// Adds what has the hash; nothing, and false, of a crowd.
    private func add(_ index: HashIndex, _ hash: UInt64, to found: inout Set<Int>) -> Bool {
        var hits: [Int] = []
        let overflow = index.first(hash) { position in
            hits.append(Int(position))
            return hits.count > Matcher.crowd
        }
        if overflow == nil { found.formUnion(hits) }
        return overflow == nil
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
