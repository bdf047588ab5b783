internal import BooksModel

/// The parts of a customer's record in which e-mail addresses and accounts live (API reference,
/// 3.5 and 4.6).
enum CustomerParts {
    /// `financials`: the control account and the address for electronic invoices.
    static func financials(_ customer: Customer) -> XMLNode {
        let validation = XMLNode(
            "childvalidation", ["type": "code", "level": "1"], customer.controlAccount)
        return XMLNode(
            "financials", [:],
            [
                XMLNode("matchtype", [:], "customersupplier"),
                XMLNode("accounttype", [:], "inherit"), XMLNode("subanalyse", [:], "false"),
                XMLNode("duedays", [:], String(customer.paymentTermDays)),
                XMLNode("level", [:], "2"), XMLNode("payavailable", [:], "false"),
                XMLNode("meansofpayment", [:], "none"),
                XMLNode("paycode", ["name": "", "shortname": ""]),
                XMLNode("ebilling", [:], customer.ebillMail.isEmpty ? "false" : "true"),
                XMLNode("ebillmail", [:], customer.ebillMail),
                XMLNode("substitutionlevel", [:], "1"),
                XMLNode("substitutewith", [:], customer.controlAccount),
                XMLNode("relationsreference"),
                XMLNode("vattype", ["name": "", "shortname": ""]),
                XMLNode("vatcode", ["name": "", "shortname": "", "type": ""]),
                XMLNode("vatobligatory", [:], "false"), XMLNode("performancetype"),
                collectMandate, XMLNode("collectionschema", [:], "core"),
                XMLNode("childvalidations", [:], [validation]),
            ])
    }

    private static var collectMandate: XMLNode {
        let empty = ["id", "signaturedate", "firstrundate"].map { XMLNode($0) }
        return XMLNode("collectmandate", [:], empty)
    }

    /// `addresses`, each with its e-mail address.
    static func addresses(_ customer: Customer) -> XMLNode {
        let addresses = customer.addresses.enumerated().map { index, address in
            let empty = [
                "city", "postcode", "telephone", "telefax",
            ].map { XMLNode($0) }
            let fields = (2...6).map { XMLNode("field\($0)") }
            return XMLNode(
                "address",
                [
                    "id": String(index + 1), "type": address.type,
                    "default": address.isDefault ? "true" : "false",
                ],
                [
                    XMLNode("name", [:], address.name),
                    XMLNode("country", ["name": "Nederland", "shortname": ""], "NL"),
                ] + empty + [
                    XMLNode("email", [:], address.email), XMLNode("contact"),
                    XMLNode("field1", [:], address.name),
                ] + fields)
        }
        return XMLNode("addresses", [:], addresses)
    }

    /// `creditmanagement`, which was seen once and twice in a record.
    static func creditManagement(_ customer: Customer) -> [XMLNode] {
        let isBlocked = customer.status == .blocked
        return [
            XMLNode(
                "creditmanagement", [:],
                [
                    XMLNode("responsibleuser", ["name": "", "shortname": ""]),
                    XMLNode("basecreditlimit", [:], "0.00"),
                    XMLNode("sendreminder", [:], customer.reminderEmail.isEmpty ? "true" : "email"),
                    XMLNode("reminderemail", [:], customer.reminderEmail),
                    XMLNode(
                        "blocked", ["locked": "false", "modified": ""],
                        isBlocked ? "true" : "false"),
                    XMLNode("freetext1"), XMLNode("freetext2"), XMLNode("freetext3"),
                    XMLNode("comment"),
                ])
        ]
    }
}
