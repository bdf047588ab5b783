import BooksModel
import Testing

@testable import Sandbox

@Suite("The finder")
struct FinderTests {
    private static func search(
        _ twinfield: inout TwinfieldDouble, _ type: String, _ pattern: String = "*",
        field: Int = 0, first: Int = 1, rows: Int = 100, with options: [(String, String)] = [],
        company: String? = "NLA001"
    ) -> XMLNode? {
        let pairs = options.map { name, value in
            "<ArrayOfString><string>\(name)</string><string>\(value)</string></ArrayOfString>"
        }
        let answer = twinfield.soap(
            "Search",
            "<type>\(type)</type><pattern>\(pattern)</pattern><field>\(field)</field>"
                + "<firstRow>\(first)</firstRow><maxRows>\(rows)</maxRows>"
                + "<options>\(pairs.joined())</options>",
            path: "/webservices/finder.asmx", company: company)
        return XMLTree.read(answer.body)?.at("Body/SearchResponse")
    }

    private static func found(_ answer: XMLNode?) -> [[String]] {
        (answer?.at("data/Items")?.children ?? []).map { $0.children.map(\.text) }
    }

    @Test(
        "finds customers by code or name, with wildcards and without regard to capitals",
        arguments: [
            ("*", 0, ["DEB", "1000", "1001"]), ("bakker*", 0, ["1000"]),
            ("100?", 0, ["1000", "1001"]),
            ("1000", 1, ["1000"]), ("bakker*", 1, []), ("*PPERS", 2, ["1001"]), ("100", 0, []),
            ("*", 3, []), ("bak*", 4, ["1000"]),
        ])
    func customers(pattern: String, field: Int, codes: [String]) {
        var twinfield = TwinfieldDouble()
        let answer = Self.search(
            &twinfield, "DIM", pattern, field: field, with: [("dimtype", "DEB")])
        #expect(Self.found(answer).map { $0[0] } == codes)
        #expect(answer?.at("data/TotalRows")?.text == String(codes.count))
        #expect(answer?.child("SearchResult")?.children.isEmpty == true)
    }

    @Test("gives a page of the rows, and the number of all")
    func pages() {
        var twinfield = TwinfieldDouble()
        let answer = Self.search(&twinfield, "DIM", first: 2, rows: 1, with: [("dimtype", "DEB")])
        #expect(Self.found(answer) == [["1000", "Bakker & <Zn>"]])
        #expect(answer?.at("data/TotalRows")?.text == "3")
    }

    @Test("finds the customers that were changed since a moment")
    func modifiedSince() {
        var twinfield = TwinfieldDouble()
        let change = BooksChange.setCustomerEmail(customer: "1001", email: "x@example.com")
        #expect(!twinfield.world.changeBooks(change, office: "NLA001", at: twinfield.now).isRefused)
        let options = [("dimtype", "DEB"), ("modifiedsince", Stamp.moment(twinfield.now))]
        #expect(Self.found(Self.search(&twinfield, "DIM", with: options)).map { $0[0] } == ["1001"])
    }

    @Test("finds daybooks of a category, administrations, and unpaid invoices")
    func otherTypes() {
        var twinfield = TwinfieldDouble()
        twinfield.sell("F7")
        let journals = Self.search(&twinfield, "TRS", with: [("category", "journal")])
        #expect(Self.found(journals) == [["MEMO", "Memoriaal"]])
        #expect(Self.found(Self.search(&twinfield, "TRS")).map { $0[0] } == ["VRK", "MEMO"])
        #expect(Self.found(Self.search(&twinfield, "OFF", company: nil)).count == 2)
        let unpaid = Self.search(&twinfield, "IVT")
        #expect(Self.found(unpaid) == [["F7", "121.00", "1000", "Bakker & <Zn>", "Debet"]])
        let columns = unpaid?.at("data/Columns")?.children.map(\.text)
        #expect(columns == ["Factuurnr.", "Bedrag", "Debiteur", "Naam", "Debet/credit"])
    }

    @Test(
        "answers a wrong search with a message and its code, not with a fault",
        arguments: [
            ("QQQ", 0, 1, [], "InvalidFinderType"), ("DIM", 5, 1, [], "ParameterOutOfRange"),
            ("OFF", 3, 1, [], "ParameterOutOfRange"), ("DIM", 0, 0, [], "ParameterTooSmall"),
            ("DIM", 0, 1, [("nonsense", "1")], "OptionNotAllowed"),
            ("DIM", 0, 1, [("dimtype", "DEB"), ("dimtype", "BAS")], "OptionNotAllowed"),
            ("DIM", 0, 1, [("office", "NLA009")], "NoAccessToOffice"),
            ("DIM", 0, 1, [("section", "none")], "InvalidEnumerationOptionValue"),
            ("DIM", 0, 1, [("modifiedsince", "2026")], "InvalidDateTimeOptionLength"),
            ("DIM", 0, 1, [("modifiedsince", "20261332000000")], "InvalidDateTimeOptionValue"),
            ("TRS", 0, 1, [("category", "memo")], "InvalidEnumerationOptionValue"),
            ("TRS", 0, 1, [("ic", "1"), ("hidden", "1")], "OptionIcIncompatibleWithOptionHidden"),
        ])
    func problems(
        type: String, field: Int, first: Int, options: [(String, String)], code: String
    ) {
        var twinfield = TwinfieldDouble()
        let answer = Self.search(&twinfield, type, field: field, first: first, with: options)
        let message = answer?.at("SearchResult/MessageOfErrorCodes")
        #expect(message?.names == ["Type", "Text", "Code", "Parameters"])
        #expect(message?.value("Code") == code)
        #expect(FinderProblem.codes.contains(code))
        #expect(answer?.child("data") == nil)
    }

    @Test("matches patterns of many stars in a moment")
    func pattern() {
        let pattern = FinderPattern(String(repeating: "*a", count: 40) + "b")
        #expect(!pattern.matches(String(repeating: "a", count: 2000)))
        #expect(FinderPattern("a*c?e").matches("ABBCDE"))
    }
}
