/// Numbers that are nearly equal: zeros, parts, series, halves of long ones.
enum NearScenes {
    static let all: [SceneClass] = [
        SceneClass("leading zeros, one sale") { scene in
            let sale = scene.sale("000\(scene.digits)")
            scene.pay(scene.digits, nil, .book(sale))
        },
        SceneClass("leading zeros, two sales") { scene in
            scene.sale("000\(scene.digits)")
            scene.sale("0\(scene.digits)")
            scene.pay(scene.digits, nil, .not("review", ["zeros or signs"]))
        },
        SceneClass("leading zeros, and the number itself") { scene in
            scene.sale("000\(scene.digits)")
            let sale = scene.sale(scene.digits)
            scene.pay(scene.digits, nil, .book(sale))
        },
        SceneClass("leading zeros, and the number itself with another amount") { scene in
            scene.sale("000\(scene.digits)")
            scene.sale(scene.digits) { $0.open = "77.00" }
            scene.pay(scene.digits, nil, .not("review", ["the payment is"]))
        },
        apart("prefix") { ($0, "1" + $0) }, apart("suffix") { ($0, $0 + "0") },
        apart("part") { ("1" + $0 + "0", $0) }, apart("with letters") { ($0, "WEB-" + $0) },
        apart("other letters") { ("POS-" + $0, "WEB-" + $0) },
        apart("longer by a part") { ($0, $0 + "-2") },
        apart("signs elsewhere") { ("2025-11" + $0, "202-511" + $0) },
        apart("another letter") { ($0 + "a", $0 + "b") },
        apart("transposed") { ("5" + $0 + "67", "5" + $0 + "76") },
        SceneClass("signs left out, one sale") { scene in
            let sale = scene.sale("2025-\(scene.digits)")
            scene.pay("2025\(scene.digits)", nil, .book(sale))
        },
        SceneClass("signs left out, two sales") { scene in
            scene.sale("2025-\(scene.digits)")
            scene.sale("202-5\(scene.digits)")
            scene.pay("2025\(scene.digits)", nil, .not("review", ["zeros or signs"]))
        },
        SceneClass("same amount and address, another number") { scene in
            scene.sale("WEB-\(scene.digits)") { $0.emails = ["a\($0.customer)@x.nl"] }
            let address = "a\(scene.customer)@x.nl"
            scene.pay("WEB-6\(scene.digits)", nil, .not("wait", [])) { $0.email = address }
        },
        SceneClass("over 40 characters, both halves") { scene in
            let number = long(scene.digits)
            let sale = scene.sale(String(number.suffix(40))) { $0.text = String(number.prefix(40)) }
            scene.pay(number, nil, .book(sale))
        },
        SceneClass("over 40 characters, the last only") { scene in
            let number = long(scene.digits)
            let sale = scene.sale(String(number.suffix(40)))
            scene.pay(number, nil, .book(sale))
        },
        SceneClass("over 40 characters, the first only") { scene in
            let number = long(scene.digits)
            scene.sale("F-7\(scene.digits)") { $0.text = String(number.prefix(40)) }
            scene.pay(number, nil, .not("review", ["a part of"]))
        },
        SceneClass("over 40 characters, equal ends of two") { scene in
            let end = long(scene.digits).suffix(40)
            let numbers = ["ALPHA-SHOP-1-\(end)", "BRAVO-SHOP-2-\(end)"]
            let sales = numbers.map { number in
                scene.sale(String(number.suffix(40))) { $0.text = String(number.prefix(40)) }
            }
            scene.pay(numbers[1], nil, .book(sales[1]))
        },
    ]

    private static func long(_ digits: String) -> String {
        "SHOP-\(digits)-NEDERLAND-BESTELLING-VIA-WEBWINKEL-\(digits)"
    }

    /// A payment beside the sale of another number; its own is not there yet.
    private static func apart(
        _ name: String, _ make: @escaping @Sendable (String) -> (String, String)
    ) -> SceneClass {
        SceneClass("apart: \(name)") { scene in
            let numbers = make(scene.digits)
            let swapped = scene.random.once(in: 2)
            scene.sale(swapped ? numbers.0 : numbers.1)
            scene.pay(swapped ? numbers.1 : numbers.0, nil, .not("wait", []))
        }
    }
}
