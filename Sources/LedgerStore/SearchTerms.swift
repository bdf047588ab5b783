/// What a payment is found by, in the form in which it is compared: small letters without accents,
/// and digits; nothing else.
///
/// A term begins with what it is: `o` an order number, `c` the code of a customer, `n` a word of a
/// customer's name.
enum SearchTerms {
    /// Of a longer text the beginning counts.
    static let lengthMaximum = 40
    /// So many words of a name count.
    private static let wordsMaximum = 6

    /// The terms of a payment.
    static func of(orderNumber: String, payer: Payer?) -> Set<String> {
        var terms: Set<String> = []
        func add(_ kind: String, _ text: String) {
            let plain = plain(text)
            if !plain.isEmpty { terms.insert(kind + plain) }
        }
        add("o", orderNumber)
        guard let payer else { return terms }
        add("o", payer.invoiceNumber)
        add("c", payer.code)
        for word in words(payer.name).prefix(wordsMaximum) { terms.insert("n" + word) }
        return terms
    }

    /// A text without what does not count.
    static func plain(_ text: String) -> String {
        String(String.UnicodeScalarView(scalars(text).compactMap { $0 }.prefix(lengthMaximum)))
    }

    /// The words of a text; a single letter is none.
    static func words(_ text: String) -> [String] {
        scalars(text).split(separator: nil).filter { $0.count > 1 }.map {
            String(String.UnicodeScalarView($0.compactMap { $0 }.prefix(lengthMaximum)))
        }
    }

    /// What counts, and nil where a word may end; an accent that stands alone is left out.
    private static func scalars(_ text: String) -> [Unicode.Scalar?] {
        var found: [Unicode.Scalar?] = []
        // Nobody types more, and a name or a number of CCV is shorter.
        for scalar in text.unicodeScalars.prefix(400) {
            switch scalar.value {
            case 0x30...0x39, 0x61...0x7A: found.append(scalar)
            case 0x41...0x5A: found.append(Unicode.Scalar(scalar.value | 0x20))
            case 0..<0x80: found.append(nil)
            default:
                let properties = scalar.properties
                if properties.isAlphabetic || properties.numericType != nil {
                    found += properties.lowercaseMapping.unicodeScalars.compactMap(base)
                } else if properties.canonicalCombiningClass == .notReordered {
                    found.append(nil)
                }
            }
        }
        return found
    }

    /// The letter under an accent, by the name of the character; nil for an accent.
    private static func base(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let properties = scalar.properties
        guard properties.canonicalCombiningClass == .notReordered else { return nil }
        let start = "LATIN SMALL LETTER "
        guard let name = properties.name, name.hasPrefix(start) else { return scalar }
        let rest = name.dropFirst(start.count)
        guard rest.dropFirst().hasPrefix(" WITH "), let letter = rest.unicodeScalars.first
        else { return scalar }
        return Unicode.Scalar(letter.value | 0x20)
    }
}

/// The customer of the sale that a decision found, as the books had it then.
struct Payer: Equatable {
    var code: String
    var name: String
    var invoiceNumber: String
}
