import ByteText
import DomainModel

/// Finds the payer's address in the fields that the rules name.
enum EmailSource {
    /// The first address that a field gives; absent when none does.
    static func find(
        _ row: PaymentRow, in table: PaymentTable, sources: [PaymentTextField]
    ) -> TextSlice {
        for source in sources {
            let slice = source.slice(row)
            guard slice.isPresent else { continue }
            let range = table.texts.withBytes(slice) { text -> Range<Int>? in
                source == .billingEmail
                    ? NumberReader.trimmed(text, 0..<text.count) : EmailForm.find(in: text)
            }
            if let range, !range.isEmpty {
                return TextSlice(
                    offset: slice.offset + UInt32(range.lowerBound), count: UInt32(range.count))
            }
        }
        return .absent
    }
}
