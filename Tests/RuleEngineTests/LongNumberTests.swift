import Testing

@testable import RuleEngine

@Suite("An order number of 1 to 300 characters in any script")
struct LongNumberTests {
    /// Characters of one script, with a digit here and there.
    struct Script: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var characters: [Character]

        /// A number of so many characters; different seeds give different numbers.
        func number(_ length: Int, seed: Int = 0) -> String {
            String(
                (0..<length).map { index in
                    characters[
                        (index * 7 + index * index * 3 + seed * 5 + index / 11) % characters.count]
                })
        }
    }

    static let scripts = [
        Script(testDescription: "Latin", characters: Array("ABCDEFGHKLMNPQRSTUVW0123456789")),
        Script(testDescription: "digits", characters: Array("123456789")),
        Script(testDescription: "Latin with signs", characters: Array("AB-CD_E/F.G0123456789")),
        Script(testDescription: "accents", characters: Array("éàüñçøßÆ0123456789")),
        Script(testDescription: "Greek", characters: Array("αβγδεζηθικλμνξο0123456789")),
        Script(testDescription: "Cyrillic", characters: Array("абвгдежзийклмн0123456789")),
        Script(testDescription: "Arabic", characters: Array("ابتثجحخدذرزسش٠١٢٣٤٥٦٧٨٩")),
        Script(testDescription: "Hebrew", characters: Array("אבגדהוזחטיכלמנ0123456789")),
        Script(testDescription: "Devanagari", characters: Array("कखगघङचछजझ०१२३४५६७८९")),
        Script(testDescription: "Chinese", characters: Array("注文番号甲乙丙丁戊己0123456789")),
        Script(testDescription: "Hangul", characters: Array("가나다라마바사아자차0123456789")),
        Script(
            testDescription: "combining marks",
            characters: Array("a\u{301}e\u{308}o\u{302}n\u{303}i\u{30C}12345")),
        Script(testDescription: "emoji", characters: Array("😀🎉🚲👩‍👩‍👧‍👦👍🏽🇳🇱0123456789")),
        Script(testDescription: "mathematical", characters: Array("𝒜ℬ𝒞𝒟ℰℱ𝒢0123456789")),
    ]

    static let lengths = [1, 2, 10, 20, 39, 40, 41, 42, 45, 60, 79, 80, 81, 120, 255, 300]

    /// Whole characters from one end, at most 40 UTF-16 units, as a book-keeper counts them.
    static func cut(_ text: String, first: Bool) -> String {
        var kept: [Character] = []
        var units = 0
        for character in first ? Array(text) : Array(text.reversed()) {
            units += character.utf16.count
            if units > 40 { break }
            kept.append(character)
        }
        return String(first ? kept : kept.reversed())
    }

    @Test("finds the sale made of its first and last 40", arguments: scripts)
    func isFound(_ script: Script) throws {
        let rules = try ShippedRules.compile()
        for length in Self.lengths {
            let number = script.number(length)
            let sale = SaleRecord(
                invoice: Self.cut(number, first: false),
                description: Self.cut(number, first: true))
            let decided = try World(
                payments: [PaymentRecord(order: number)],
                sales: [SaleRecord(number: "1", customer: "D2", invoice: "WEB-1"), sale]
            ).decide(by: rules)
            #expect(try decided.sale() == sale.number, "\(number)")
            let lines = try decided.entry().lines
            #expect(lines[0].description == "C1 betaling")
            #expect(lines[1].description == Self.cut(number, first: true), "\(number)")
            #expect(lines.map(\.invoiceNumber) == [sale.invoice, sale.invoice], "\(number)")
            #expect(lines.allSatisfy { $0.description.utf16.count <= 40 })
        }
    }

    @Test(
        "finds it by the invoice number alone, and by the payment's description", arguments: scripts
    )
    func isFoundByInvoice(_ script: Script) throws {
        let rules = try ShippedRules.compile()
        for length in Self.lengths {
            let number = script.number(length)
            let sale = SaleRecord(invoice: Self.cut(number, first: false))
            let payments = [
                PaymentRecord(order: number),
                PaymentRecord(order: number, description: "Bestelling " + number),
            ]
            for payment in payments {
                let decided = try World(payments: [payment], sales: [sale]).decide(by: rules)
                let outcome = try decided.outcome()
                #expect(outcome == "book", "\(number)")
            }
        }
    }

    @Test("with the same last 40 as another is told apart by its first 40", arguments: scripts)
    func sameEnd(_ script: Script) throws {
        let end = script.number(60)
        let numbers = [script.number(50, seed: 1) + end, script.number(50, seed: 2) + end]
        let sales = numbers.enumerated().map { index, number in
            SaleRecord(
                number: "\(index)", invoice: Self.cut(number, first: false),
                description: Self.cut(number, first: true))
        }
        let payments = numbers.enumerated().map { index, number in
            PaymentRecord(reference: "C\(index)", order: number)
        }
        let decided = try World(payments: payments, sales: sales).decide()
        #expect(try decided.sale("C0") == "0")
        #expect(try decided.sale("C1") == "1")
        // Only the other one's sale is there: the same end is no proof.
        let alone = try World(payments: [payments[0]], sales: [sales[1]]).decide()
        #expect(try alone.decision("C0").verdict.outcome == .review)
        // Without descriptions nothing tells them apart.
        let bare = sales.map { sale in sale.with { $0.description = nil } }
        #expect(
            try World(payments: [payments[0]], sales: bare).decide().outcome("C0")
                == "review several_fit")
    }

    @Test("with the same first 40 as another is not the same", arguments: scripts)
    func sameBeginning(_ script: Script) throws {
        let begin = script.number(60)
        let numbers = [begin + script.number(50, seed: 1), begin + script.number(50, seed: 2)]
        let sale = SaleRecord(
            invoice: Self.cut(numbers[1], first: false),
            description: Self.cut(numbers[1], first: true))
        let decided = try World(payments: [PaymentRecord(order: numbers[0])], sales: [sale])
            .decide()
        #expect(try decided.decision().verdict.outcome != .book)
    }

    @Test("is not the same as what is left of a longer one")
    func shortAndLong() throws {
        let long = "WEB-" + String(repeating: "0123456789", count: 6)
        let short = String(long.suffix(40))
        // The sale of the long number, with both halves, is not that of the short one.
        let sale = SaleRecord(invoice: short, description: String(long.prefix(40)))
        let decided = try World(payments: [PaymentRecord(order: short)], sales: [sale]).decide()
        #expect(try decided.decision().verdict.outcome == .review)
    }
}
