/// Amounts, several sales or payments, addresses, and sales that cannot be paid.
enum MoneyScenes {
    static let all: [SceneClass] = amounts + several + pairs + addresses + closed + kinds

    private static let amounts: [SceneClass] = [
        differing("one cent less", -1, "less than"), differing("one cent more", 1, "more than"),
        differing("a part", -1000, "less than"), differing("too much", 5000, "more than"),
        SceneClass("the rest of a sale paid in part") { scene in
            let number = scene.orderNumber()
            let whole = scene.amount(plus: 4000)
            let sale = scene.sale(number) { $0.value = whole }
            scene.pay(number, nil, .book(sale))
        },
    ]

    private static let several: [SceneClass] = [
        SceneClass("twins") { scene in
            let number = scene.orderNumber()
            scene.sale(number)
            scene.sale(number)
            scene.pay(number, nil, .not("review", ["2 sales fit"]))
        },
        SceneClass("twins of two customers") { scene in
            let number = scene.orderNumber()
            scene.sale(number)
            scene.sale("Factuur " + number) { $0.customer += "X" }
            scene.pay(number, nil, .not("review", ["2 sales fit"]))
        },
        SceneClass("one number, other amounts") { scene in
            let number = scene.orderNumber()
            let other = scene.amount(plus: 1234)
            let sale = scene.sale(number)
            scene.sale(number) {
                $0.customer += "X"
                $0.open = other
            }
            scene.pay(number, nil, .book(sale))
        },
        SceneClass("paid twice") { scene in
            let number = scene.orderNumber()
            let sale = scene.sale(number)
            let first = scene.pay(number, nil, .book(sale))
            scene.pay("Order \(number)", nil, .not("review", ["already paid by", first]))
        },
    ]

    private static let pairs: [SceneClass] = [
        pair("one named") { one, _ in (one, nil) },
        pair("both named") { ($0, "Order \($0) en order \($1)") },
        pair("both in a list") { (nil, "Order \($0) en \($1)") },
        pair("both in the reference") { ("\($0) + \($1)", nil) },
        SceneClass("two at once, by address") { scene in
            let (sales, sum, address) = two(&scene)
            scene.pay(nil, "Mijn bestellingen", .not("review", sales)) {
                $0.amount = sum
                $0.email = address
            }
        },
        SceneClass("two at once, several pairs") { scene in
            let (_, sum, _) = two(&scene)
            scene.sale("WEB-8\(scene.digits)") { $0.open = "33.00" }
            scene.pay("WEB-\(scene.digits)", nil, .not("review", ["more than"])) { $0.amount = sum }
        },
    ]

    private static let addresses: [SceneClass] = [
        address("equal", ["a@x.nl"], "a@x.nl", books: true),
        address("of several", ["b@x.nl", "a@x.nl"], "a@x.nl", books: true),
        address("other case", ["A@X.nl"], "a@x.NL", books: true),
        address("absent", [], "a@x.nl", books: true),
        address("not given", ["a@x.nl"], nil, books: true),
        address("other", ["b@x.nl"], "a@x.nl", books: false),
        SceneClass("address alone") { scene in
            scene.sale("WEB-\(scene.digits)") { $0.emails = ["a\($0.customer)@x.nl"] }
            let address = "a\(scene.customer)@x.nl"
            scene.pay(nil, "Dank u", .not("review", ["no order number"])) { $0.email = address }
        },
        SceneClass("twins told apart by address") { scene in
            let number = scene.orderNumber()
            let sale = scene.sale(number) { $0.emails = ["a@x.nl"] }
            scene.sale(number) { $0.emails = ["b@x.nl"] }
            scene.pay(number, nil, .book(sale)) { $0.email = "a@x.nl" }
        },
    ]

    private static let closed: [SceneClass] = [
        obstacle("draft") { $0.status = "draft" }, obstacle("other office") { $0.office = "NLA2" },
        obstacle("other account") { $0.account = "1310" },
        obstacle("before the window") { $0.date = "20260901" },
        obstacle("after the window") { $0.date = "20261220" },
        obstacle("only a credit") { $0.open = "-" + $0.open },
        obstacle("another daybook") { $0.code = "INK" },
        obstacle("in dollars", "error", ["USD"]) { $0.currency = "USD" },
        obstacle("closed", "review", ["closed already"], close),
        counter("credited and closed", "credited by", isOpen: false, "VRK"),
        counter("credited, both open", "credited by", isOpen: true, "VRK"),
        counter("paid and closed", "already paid by", isOpen: false, "MEMO"),
        counter("paid, not reconciled", "already paid by", isOpen: true, "MEMO"),
        SceneClass("provisional") { scene in
            let number = scene.orderNumber()
            let sale = scene.sale(number) { $0.status = "temporary" }
            scene.pay(number, nil, .book(sale))
        },
        SceneClass("not there yet") { scene in
            scene.sale("OTHER-\(scene.digits)")
            scene.pay("WEB-\(scene.digits)", nil, .not("wait", []))
        },
    ]

    private static let kinds: [SceneClass] = [
        SceneClass("authorised, then captured") { scene in
            let number = scene.orderNumber()
            let sale = scene.sale(number)
            let original = scene.pay(number, nil, .not("skip", [])) { $0.type = "authorise" }
            scene.pay(nil, nil, .book(sale)) {
                $0.type = "capture"
                $0.original = original
            }
        },
        SceneClass("refund") { scene in
            let number = scene.orderNumber()
            let sale = scene.sale(number)
            let original = scene.pay(number, nil, .book(sale))
            scene.pay(number, nil, .not("review", [])) {
                $0.type = "refund"
                $0.original = original
            }
        },
        SceneClass("landing page") { scene in
            let number = scene.orderNumber()
            let sale = scene.sale(number)
            let child = scene.pay(nil, nil, .book(sale))
            scene.pay(number, nil, .not("skip", [])) { $0.child = child }
        },
    ]

    private static func differing(_ name: String, _ cents: Int, _ words: String) -> SceneClass {
        SceneClass(name) { scene in
            let number = scene.orderNumber()
            let paid = scene.amount(plus: cents)
            let sale = scene.sale(number)
            scene.pay(number, nil, .not("review", [words, sale])) { $0.amount = paid }
        }
    }

    private static func two(_ scene: inout Scene) -> ([String], String, String) {
        let address = "p\(scene.customer)@x.nl"
        let sales = [("WEB-\(scene.digits)", 0), ("WEB-9\(scene.digits)", 333)].map {
            number, cents in
            let open = scene.amount(plus: cents)
            return scene.sale(number) {
                $0.open = open
                $0.emails = [address]
            }
        }
        scene.sale("WEB-7\(scene.digits)") {
            $0.open = "33.00"
            $0.emails = [address]
        }
        let base = Int(scene.amount.filter { $0 != "." }) ?? 0
        return (sales, scene.amount(plus: base + 333), address)
    }

    private static func pair(
        _ name: String, _ write: @escaping @Sendable (String, String) -> (String?, String?)
    ) -> SceneClass {
        SceneClass("two at once, \(name)") { scene in
            let (sales, sum, _) = two(&scene)
            let (order, text) = write("WEB-\(scene.digits)", "WEB-9\(scene.digits)")
            scene.pay(order, text, .not("review", sales)) { $0.amount = sum }
        }
    }

    private static func address(
        _ name: String, _ known: [String], _ given: String?, books: Bool
    ) -> SceneClass {
        SceneClass("address: \(name)") { scene in
            let number = scene.orderNumber()
            let sale = scene.sale(number) { $0.emails = known }
            let label: Label = books ? .book(sale) : .not("review", ["e-mail"])
            scene.pay(number, nil, label) { $0.email = given }
        }
    }

    private static func obstacle(
        _ name: String, _ outcome: String = "wait", _ words: [String] = [],
        _ change: @escaping @Sendable (inout LabelledSale) -> Void
    ) -> SceneClass {
        SceneClass(name) { scene in
            let number = scene.orderNumber()
            scene.sale(number, change)
            scene.pay(number, nil, .not(outcome, words))
        }
    }

    private static func close(_ sale: inout LabelledSale) {
        sale.value = sale.open
        sale.open = "0.00"
        sale.matchStatus = "matched"
    }

    /// A sale and the entry that takes it back.
    private static func counter(
        _ name: String, _ words: String, isOpen: Bool, _ daybook: String
    ) -> SceneClass {
        SceneClass(name) { scene in
            let number = scene.orderNumber()
            scene.sale(number) { if !isOpen { close(&$0) } }
            let counter = scene.sale(number) {
                $0.code = daybook
                $0.open = "-" + $0.open
                if !isOpen { close(&$0) }
            }
            scene.pay(number, nil, .not("review", ["\(words) \(daybook) \(counter)"]))
        }
    }
}
