internal import BooksModel
internal import DomainModel

/// Elements that answers give with the names behind a code: `name` and `shortname`.
struct OfficeEcho {
    let mood: TwinfieldMood

    /// The language of the user.
    var language: BooksLanguage { mood.language }

    /// The administration; its text is the name instead of the code in one mood.
    func office(_ code: String, _ world: World) -> XMLNode {
        guard let office = world.organisation[code]?.office else {
            return XMLNode("office", [:], code)
        }
        return self.office(office)
    }

    /// The administration; its text is the name instead of the code in one mood.
    func office(_ office: Office) -> XMLNode {
        XMLNode(
            "office", ["name": office.name, "shortname": office.shortName],
            mood.echoesOfficeDifferently ? office.name : office.code)
    }

    /// A daybook in an element of this name.
    func daybook(_ code: String, _ books: Books?, element: String = "code") -> XMLNode {
        let daybook = books?.daybook(code)
        return XMLNode(
            element, ["name": daybook?.name, "shortname": daybook?.shortName], code)
    }

    /// A currency.
    func currency(_ code: String, _ books: Books?) -> XMLNode {
        let currency = CurrencyCode(code.utf8).flatMap { books?.currency($0) }
        return XMLNode(
            "currency", ["name": currency?.name, "shortname": currency?.shortName], code)
    }

    /// A code of tax.
    func vatCode(_ code: String, _ books: Books) -> XMLNode {
        let found = books.vatCode(code)
        return XMLNode(
            "vatcode", ["name": found?.name, "shortname": found?.shortName], code)
    }

    /// The user who works in the books.
    func user(_ code: String, _ organisation: Organisation) -> XMLNode {
        let name = code == organisation.userCode ? organisation.userName : code
        return XMLNode("user", ["name": name, "shortname": name], code)
    }

    /// Whether an element is one of a request's post or of a read: they name the type differently.
    enum DimensionStyle {
        case post
        case read
    }

    /// An account or customer of a line.
    func dimension(
        _ element: String, _ code: String, _ books: Books, _ style: DimensionStyle
    ) -> XMLNode {
        var node = XMLNode(element, [:], code)
        guard let found = Self.find(element, code, books) else { return node }
        node["name"] = found.name
        node["shortname"] = found.shortName
        switch style {
        case .read: node["dimensiontype"] = found.type
        case .post:
            node["type"] = found.type
            node["inuse"] = "true"
            node["vatcode"] = ""
            node["vatobligatory"] = "false"
        }
        return node
    }

    private static func find(
        _ element: String, _ code: String, _ books: Books
    ) -> (name: String, shortName: String, type: String)? {
        if element == "dim1" {
            return books.account(code).map { ($0.name, $0.shortName, dimensionType(of: $0)) }
        }
        return books.customer(code).map { ($0.name, $0.shortName, "DEB") }
    }

    /// `BAS` or `PNL`.
    static func dimensionType(of account: Account) -> String {
        account.kind == .balance ? "BAS" : "PNL"
    }
}
