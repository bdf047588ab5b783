internal import BooksModel
internal import DomainModel

/// Writes customers and accounts as a read of dimensions gives them (API reference, 4.6).
struct DimensionWriter {
    let books: Books
    let echo: OfficeEcho

    /// One dimension; its document is written when it is asked for.
    struct Dimension {
        let code: String
        let name: String
        let shortName: String
        fileprivate let write: () -> XMLNode

        /// The whole record.
        var document: XMLNode { write() }
    }

    /// All dimensions of a type in order; nil for a type that does not exist.
    func dimensions(of type: String) -> [Dimension]? {
        switch type {
        case "DEB":
            return books.customers.filter { $0.status != .deleted }.map { customer in
                Dimension(
                    code: customer.code, name: customer.name, shortName: customer.shortName,
                    write: { self.document(customer) })
            }
        case "BAS", "PNL":
            let accounts = books.accounts.filter { OfficeEcho.dimensionType(of: $0) == type }
            return accounts.map { account in
                Dimension(
                    code: account.code, name: account.name, shortName: account.shortName,
                    write: { self.document(account) })
            }
        case "CRD", "KPL", "PRJ", "AST": return []
        default: return nil
        }
    }

    /// Which element of a read names what does not exist.
    enum Missing {
        case type
        case code
    }

    /// A read of a dimension that does not exist (recorded in both languages).
    func missing(_ type: String, code: String?, _ missing: Missing) -> XMLNode {
        let named = missing == .type ? XMLNode("type", [:], type) : typeNode(type)
        let node = XMLNode(
            "dimension", [:], [echo.office(books.office), named, XMLNode("code", [:], code ?? "")])
        switch missing {
        case .type:
            let text = ServiceText.dimensionTypeUnknown(type).text(in: echo.language)
            return Marks.error(node, at: ["type"], text)
        case .code:
            let text = ServiceText.dimensionUnknown(code ?? "").text(in: echo.language)
            return Marks.error(node, at: ["code"], text)
        }
    }

    private func typeNode(_ type: String) -> XMLNode {
        let name = DimensionTypeName.of(type, in: echo.language)
        return XMLNode("type", ["name": name, "shortname": name], type)
    }

    private func document(_ customer: Customer) -> XMLNode {
        let head = head(
            "DEB", code: customer.code, name: customer.name, shortName: customer.shortName,
            behaviour: customer.isTemplate ? "template" : "normal",
            isUsed: !books.customerLines(of: customer.code).isEmpty)
        var credit = CustomerParts.creditManagement(customer)
        if echo.mood.repeatsCreditManagement { credit += credit }
        let status = customer.status == .active ? "active" : "hide"
        return XMLNode(
            "dimension", ["status": status, "result": "1"],
            head + [
                CustomerParts.financials(customer), CustomerParts.addresses(customer),
                XMLNode("banks"),
            ] + credit + [
                XMLNode(
                    "remittanceadvice", [:],
                    [
                        XMLNode("sendtype", [:], "ToFileManager"),
                        XMLNode("sendmail", [:], customer.remittanceMail),
                    ])
            ])
    }

    private func document(_ account: Account) -> XMLNode {
        let head = head(
            OfficeEcho.dimensionType(of: account), code: account.code, name: account.name,
            shortName: account.shortName, behaviour: "normal", isUsed: true)
        let matchType = account.isMatchable ? "customersupplier" : "notmatchable"
        let validation = XMLNode(
            "childvalidation", ["type": "type", "level": "2"],
            account.requiresRelation ? "DEB" : "KPL")
        let financials = XMLNode(
            "financials", [:],
            [
                XMLNode("matchtype", [:], matchType),
                XMLNode(
                    "accounttype", [:],
                    account.kind == .balance ? "balance" : "profitandloss"),
                XMLNode("subanalyse", [:], account.requiresRelation ? "true" : "maybe"),
                XMLNode("duedays", [:], "0"), XMLNode("level", [:], "1"),
                XMLNode("payavailable", [:], "false"), XMLNode("meansofpayment", [:], "none"),
                XMLNode("paycode", ["name": "", "shortname": ""]),
                XMLNode("ebilling", [:], "false"), XMLNode("ebillmail"),
                XMLNode("substitutionlevel", [:], "0"), XMLNode("substitutewith"),
                XMLNode("vatcode", ["fixed": "false"]), XMLNode("vatobligatory", [:], "false"),
                XMLNode("childvalidations", [:], [validation]),
            ])
        return XMLNode("dimension", ["status": "active", "result": "1"], head + [financials])
    }

    private func head(
        _ type: String, code: String, name: String, shortName: String, behaviour: String,
        isUsed: Bool
    ) -> [XMLNode] {
        [
            echo.office(books.office), typeNode(type), XMLNode("code", [:], code),
            XMLNode("uid", [:], DimensionTypeName.uid(type + "/" + code)),
            XMLNode("name", [:], name), XMLNode("shortname", [:], shortName),
            XMLNode("inuse", [:], isUsed ? "true" : "false"),
            XMLNode("behaviour", [:], behaviour), XMLNode("touched", [:], "0"),
            XMLNode("beginperiod", [:], "0"), XMLNode("beginyear", [:], "0"),
            XMLNode("endperiod", [:], "0"), XMLNode("endyear", [:], "0"), XMLNode("website"),
            XMLNode("cocnumber"), XMLNode("vatnumber"),
            XMLNode("editdimensionname", [:], "true"),
        ]
    }
}
