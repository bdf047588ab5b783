import ByteText
import DomainModel

/// Finds the entry that takes back exactly what is open of a sale and names it anywhere in its
/// texts: "Creditering factuur 1001", "1001 geannuleerd".
struct CounterEntryFinder {
    private let catalogue: ItemCatalogue
    private let reader: NumberReader
    private var items: OpenItemTable { catalogue.items }

    init(_ catalogue: ItemCatalogue, _ reader: NumberReader) {
        self.catalogue = catalogue
        self.reader = reader
    }

    /// More credits of one customer and amount are not read.
    private static let maximum = 100

    /// The position of the entry of the same customer and currency; nil when there is none.
    func find(of sale: OpenItemRow, paidAs number: PaymentNumber) -> Int? {
        guard catalogue.creditsByCustomerAndAmount.count > 0 else { return nil }
        let names = names(of: sale, paidAs: number)
        var seen = 0
        let found = catalogue.creditsByCustomerAndAmount.first(
            catalogue.hash(customer: sale, amount: 0 &- sale.openValue)
        ) { position in
            seen += 1
            let row = items.rows[Int(position)]
            return seen > Self.maximum
                || takesBack(row, sale, at: Int(position)) && mentions(row, names)
        }
        return seen > Self.maximum ? nil : found.map(Int.init)
    }

    private func takesBack(_ row: OpenItemRow, _ sale: OpenItemRow, at position: Int) -> Bool {
        row.openValue == 0 &- sale.openValue && row.currency == sale.currency
            && row.matchStatus != .matched
            && !catalogue.fixedObstacles[position].contains(.office)
            && items.texts[row.customer].elementsEqual(items.texts[sale.customer])
    }

    /// The number of the payment, and the numbers that the sale itself has.
    private func names(of sale: OpenItemRow, paidAs number: PaymentNumber) -> [NumberForm] {
        var names = [number.form]
        var form = NumberForm()
        items.texts.withBytes(sale.invoiceNumber) { text in
            form.set(UnsafeBufferPointer(rebasing: text[reader.stripped(text)]))
            names.append(form)
        }
        items.texts.withBytes(sale.description) { text in
            reader.forEachNamed(in: text) { named in
                form.set(UnsafeBufferPointer(rebasing: text[named.range]))
                names.append(form)
            }
        }
        return names.filter { !$0.isEmpty }
    }

    private func mentions(_ row: OpenItemRow, _ names: [NumberForm]) -> Bool {
        [row.invoiceNumber, row.description].contains { slice in
            var form = NumberForm()
            items.texts.withBytes(slice) { form.set($0) }
            return names.contains { form.mentions($0) }
        }
    }
}
