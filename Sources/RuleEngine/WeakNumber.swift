import ByteText
import DomainModel
import Wording

/// Says in what way an order number is weak evidence for a sale.
struct WeakNumber {
    let items: OpenItemTable
    let payments: PaymentTable
    let reader: NumberReader

    /// Why the number of a payment is only `contained` in a sale.
    func phrase(_ number: PaymentNumber, _ sale: OpenItemRow) -> Phrase {
        let paid = quoted(payments.text(number.text))
        let invoice = quoted(items.text(sale.invoiceNumber))
        guard number.isPresent else {
            return Phrase(
                en: "a text of the payment mentions \(invoice), but nothing says that it is the"
                    + " order number",
                nl: "een tekst van de betaling noemt \(invoice), maar niets zegt dat het het"
                    + " bestelnummer is")
        }
        if number.isDoubtful {
            return Phrase(
                en: "\(paid) may be something else than an order number",
                nl: "\(paid) kan iets anders zijn dan een bestelnummer")
        }
        if form(sale.invoiceNumber) == number.form {
            return Phrase(
                en: "the invoice number is \(paid), but the sale names another number too, or is"
                    + " not the only one of this number",
                nl: "het factuurnummer is \(paid), maar de verkoop noemt nog een ander nummer, of"
                    + " is niet de enige met dit nummer")
        }
        if isLoose(number, sale) {
            return Phrase(
                en: "\(paid) is \(invoice) but for zeros or signs, and another sale is as near",
                nl: "\(paid) is \(invoice) op nullen of tekens na, en een andere verkoop is even"
                    + " dichtbij")
        }
        if mentions(number, sale) {
            return Phrase(
                en: "\(paid) is only mentioned in the description of the sale",
                nl: "\(paid) wordt alleen in de omschrijving van de verkoop genoemd")
        }
        if number.isLong {
            return Phrase(
                en: "only a part of \(paid) is equal", nl: "alleen een deel van \(paid) is gelijk")
        }
        return Phrase(
            en: "the payment names \(paid), and mentions \(invoice) or its order besides",
            nl: "de betaling noemt \(paid), en daarnaast \(invoice) of die bestelling")
    }

    /// Whether the sale has the number but for leading zeros or the signs that part it.
    func isLoose(_ number: PaymentNumber, _ sale: OpenItemRow) -> Bool {
        let invoiced = form(sale.invoiceNumber)
        return !number.isLong && !(invoiced == number.form) && invoiced.looselyEquals(number.form)
    }

    /// Whether both have the same three digits or more, whatever else they have.
    func hasDigits(_ number: PaymentNumber, _ sale: OpenItemRow) -> Bool {
        func digits(_ form: NumberForm) -> [UInt8] {
            form.bytes.filter { (0x30...0x39).contains($0) }
        }
        let wanted = digits(number.form)
        return wanted.count >= 3 && digits(form(sale.invoiceNumber)) == wanted
    }

    private func mentions(_ number: PaymentNumber, _ sale: OpenItemRow) -> Bool {
        var form = NumberForm()
        items.texts.withBytes(sale.description) { form.set($0) }
        return form.mentions(number.form)
    }

    private func form(_ slice: TextSlice) -> NumberForm {
        var form = NumberForm()
        items.texts.withBytes(slice) { text in
            form.set(UnsafeBufferPointer(rebasing: text[reader.stripped(text)]))
        }
        return form
    }

    private func quoted(_ text: String) -> String { "\"" + text + "\"" }
}
