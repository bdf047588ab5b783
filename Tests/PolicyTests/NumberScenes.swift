/// How numbers are written, and what only looks like one.
enum NumberScenes {
    static let introducers = [
        "Order ", "Bestelling #", "bestelnummer: ", "Ordernr. ", "order no. ", "Factuur nr ",
        "Order nummer ", "BESTELNR ", "Ordernummer ", "factuurnr: ", "Invoice #", "#",
        "Order: ", "Bestelling nr. ", "Factuur\u{A0}", "Ｏｒｄｅｒ ", "Order #", "Factuurnummer ",
        "order nr.", "Bestelling nr #",
    ]

    static let all: [SceneClass] =
        written + introduced + beside + [
            SceneClass("weak: in the text without a word") { scene in
                let number = scene.orderNumber()
                scene.sale(number)
                scene.pay(nil, "Betaling van Jansen \(number)", .not("review", ["mentions"]))
            },
            SceneClass("internal id, the text names another") { scene in
                let number = scene.orderNumber()
                scene.sale(number)
                scene.pay("88\(scene.digits)4", "Order \(number)", .not("review", ["two order"]))
            },
            SceneClass("the text names a wrong number") { scene in
                let number = scene.orderNumber()
                scene.sale(number)
                scene.pay(number, "Bestelling 7\(number)1", .not("review", ["two order"]))
            },
            SceneClass("number of a customer") { scene in
                scene.sale("WEB-\(scene.digits)")
                scene.pay(scene.customer, nil, .not("wait", []))
            },
            SceneClass("only in the text of the sale") { scene in
                let number = scene.orderNumber()
                let sale = scene.sale("F-77\(scene.digits)") { $0.text = "Order \(number)" }
                scene.pay(number, nil, .book(sale))
            },
            SceneClass("coincides with the invoice number of another order") { scene in
                let other = "4" + scene.digits.dropFirst()
                scene.sale(scene.digits) { $0.text = "Order \(other)" }
                scene.pay(scene.digits, nil, .not("review", ["names another"]))
            },
            SceneClass("both numbers of one sale") { scene in
                let number = scene.orderNumber()
                let invoice = "F-77\(scene.digits)"
                let sale = scene.sale(invoice) { $0.text = "Order \(number)" }
                scene.pay(number, "Factuur \(invoice)", .book(sale))
            },
        ]

    private static let written: [SceneClass] = [
        form("plain") { $0 },
        form("other case") { $0.lowercased() },
        form("spaces around") { "  \($0) " },
        form("spaces for signs") { $0.replacing("-", with: " ") },
        form("no signs") { $0.replacing("WEB-", with: "web") },
        form("Unicode dash") { $0.replacing("-", with: "–") },
        form("non-breaking dash") { $0.replacing("-", with: "\u{2011}") },
        form("Arabic digits") { swap($0, 0x660) },
        form("Devanagari digits") { swap($0, 0x966) },
        form("full width") { wide($0) },
    ]

    private static let introduced: [SceneClass] = introducers.map { word in
        SceneClass("introduced: \(word)") { scene in
            let number = scene.orderNumber()
            let sale = scene.sale(scene.random.once(in: 3) ? "Factuur \(number)" : number)
            switch scene.random.next() % 3 {
            case 0: scene.pay(word + number, nil, .book(sale))
            case 1: scene.pay(nil, word + number, .book(sale))
            default: scene.pay(nil, "Uw \(word)\(number), met dank", .book(sale))
            }
        }
    }

    private static let beside: [SceneClass] = [
        "op 10-11-2026", "2026-11-10", "20261110", "tel. 0612345678", "+31 6 12345678",
        "06-12345678",
        "1012 AB Amsterdam", "1012AB", "€ 119,00", "119,00", "NL91ABNA0417164300",
        "telefoonnummer 0612345678", "huis nr 12", "klantnummer 55512", "shop24.nl",
        "jan85@x.nl", "12:30", "2 stuks", "2x rood", "12 november 2026", "jaar 2026",
        "verdieping 3",
    ].map { other in
        SceneClass("beside: \(other)") { scene in
            let number = scene.orderNumber()
            let sale = scene.sale(number)
            switch scene.random.next() % 3 {
            case 0: scene.pay(number, other, .book(sale))
            case 1: scene.pay(number, "Bestelling \(number) \(other)", .book(sale))
            default: scene.pay(nil, "Order \(number), \(other)", .book(sale))
            }
        }
    }

    private static func form(
        _ name: String, _ write: @escaping @Sendable (String) -> String
    ) -> SceneClass {
        SceneClass(name) { scene in
            let number = scene.orderNumber()
            let sale = scene.sale(number)
            scene.pay(write(number), nil, .book(sale))
        }
    }

    private static func swap(_ text: String, _ zero: UInt32) -> String {
        map(text) { (0x30...0x39).contains($0) ? $0 - 0x30 + zero : $0 }
    }

    private static func wide(_ text: String) -> String {
        map(text) { (0x21...0x7E).contains($0) ? $0 + 0xFEE0 : $0 }
    }

    private static func map(_ text: String, _ change: (UInt32) -> UInt32) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { Unicode.Scalar(change($0.value)) ?? $0 }))
    }
}
