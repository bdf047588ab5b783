internal import BooksModel

/// What the types of dimensions are called, and the identity of a dimension.
enum DimensionTypeName {
    /// The name of a type in the language of the user.
    static func of(_ type: String, in language: BooksLanguage) -> String {
        let isDutch = language == .dutch
        return switch type {
        case "DEB": isDutch ? "Debiteuren" : "Customers"
        case "CRD": isDutch ? "Crediteuren" : "Suppliers"
        case "BAS": isDutch ? "Balans" : "Balance sheet"
        case "PNL": isDutch ? "Winst & verlies" : "Profit & loss"
        case "KPL": isDutch ? "Kostenplaatsen" : "Cost centers"
        case "PRJ": isDutch ? "Projecten" : "Projects"
        case "AST": isDutch ? "Activa" : "Assets"
        default: type
        }
    }

    /// A GUID that is always the same for the same text: 128 bits of FNV-1a.
    static func uid(_ text: String) -> String {
        func hash(_ start: UInt64) -> String {
            let value = text.utf8.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
            let digits = String(value, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }
        let digits = Array(hash(0xCBF2_9CE4_8422_2325) + hash(0x9E37_79B9_7F4A_7C15))
        let ends = [8, 12, 16, 20, 32]
        var start = 0
        return ends.map { end in
            defer { start = end }
            return String(digits[start..<end])
        }.joined(separator: "-")
    }
}
