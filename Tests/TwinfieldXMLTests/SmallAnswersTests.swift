import DomainModel
import Testing
import TwinfieldXML

@Suite("Small answers: finder, offices, accounts, deleted entries, undone matches")
struct SmallAnswersTests {
    private static func envelope(_ content: String) -> String {
        Envelope.opening + content + Envelope.closing
    }

    private static let fault =
        "<soap:Fault><faultstring>x</faultstring>"
        + "<detail><code>109</code></detail></soap:Fault>"

    @Test("The finder gives codes and names, and one row is a list too")
    func finder() throws {
        let xml = Self.envelope(
            """
            <SearchResponse xmlns="http://www.twinfield.com/"><SearchResult/><data>\
            <TotalRows>1</TotalRows><Columns><string>Code</string><string>Naam</string></Columns>
            <Items><ArrayOfString><string>MEMO</string><string>Memoriaal &amp; meer</string>\
            </ArrayOfString></Items></data></SearchResponse>
            """)
        guard case .answer(let answer) = try read(xml, with: FinderReader(), pieces: 9).get() else {
            Issue.record("no answer")
            return
        }
        #expect(answer.totalRows == 1 && answer.columns == ["Code", "Naam"])
        #expect(answer.rows == [["MEMO", "Memoriaal & meer"]] && answer.messages.isEmpty)
    }

    @Test("What the finder says has a code")
    func finderMessages() throws {
        let xml = Self.envelope(
            "<SearchResponse><SearchResult><MessageOfErrorCodes><Type>Error</Type>"
                + "<Text>Geen toegang</Text><Code>NoAccessToOffice</Code></MessageOfErrorCodes>"
                + "</SearchResult></SearchResponse>")
        guard case .answer(let answer) = try read(xml, with: FinderReader()).get() else {
            Issue.record("no answer")
            return
        }
        #expect(answer.messages.map(\.code) == ["NoAccessToOffice"])
        #expect(answer.messages.allSatisfy(\.isError) && answer.rows.isEmpty)
        #expect(answer.totalRows == nil)
    }

    @Test("A fault, another answer and no answer are told apart for each service")
    func faults() throws {
        let fault = SOAPFault(code: 109, message: "x")
        #expect(try read(Self.envelope(Self.fault), with: FinderReader()).get() == .fault(fault))
        #expect(try read(Self.envelope(Self.fault), with: UndoMatchReader()).get() == .fault(fault))
        let deleted = read(Self.envelope(Self.fault), with: DeletedTransactionsReader())
        #expect(try deleted.get() == .fault(fault))
        for text in [
            Self.envelope(""), Self.envelope("<Other/>"), "<SearchResponse/>",
            Self.envelope("<SearchResponse/>\(Self.fault)"), "<html/>",
        ] {
            #expect(failure(of: read(text, with: FinderReader())) != nil)
            #expect(failure(of: read(text, with: UndoMatchReader())) != nil)
            #expect(failure(of: read(text, with: DeletedTransactionsReader())) != nil)
        }
    }

    @Test("An undone match says nothing, or why not")
    func undo() throws {
        let done = Self.envelope("<UndoMatchResponse><UndoMatchResult/></UndoMatchResponse>")
        #expect(try read(done, with: UndoMatchReader()).get() == .answer([]))
        let not = Self.envelope(
            "<UndoMatchResponse><UndoMatchResult><MessageOfMatchErrorCodes><Type>Error</Type>"
                + "<Text>x</Text><Code>MatchNotFound</Code></MessageOfMatchErrorCodes>"
                + "</UndoMatchResult></UndoMatchResponse>")
        guard case .answer(let messages) = try read(not, with: UndoMatchReader()).get() else {
            Issue.record("no answer")
            return
        }
        #expect(messages.map(\.code) == ["MatchNotFound"])
    }

    @Test("Deleted entries are found wherever they stand")
    func deleted() throws {
        let entry =
            "<a:DeletedTransaction><a:Daybook>MEMO</a:Daybook>"
            + "<a:TransactionNumber>202600042</a:TransactionNumber>"
            + "<a:TransactionDate>2026-11-04T00:00:00</a:TransactionDate>"
            + "<a:DeletionDate>2026-11-05T10:00:00</a:DeletionDate><a:User>KEES</a:User>"
            + "<a:ReasonForDeletion>Dubbel</a:ReasonForDeletion></a:DeletedTransaction>"
        for list in [
            entry + entry, "<a:DeletedTransactions>\(entry + entry)</a:DeletedTransactions>",
        ] {
            let xml = Self.envelope("<Result xmlns:a=\"urn:a\">\(list)</Result>")
            guard case .answer(let found) = try read(xml, with: DeletedTransactionsReader()).get()
            else {
                Issue.record("no answer")
                return
            }
            #expect(found.map(\.number) == ["202600042", "202600042"])
            #expect(found.first?.reason == "Dubbel" && found.first?.daybook == "MEMO")
            #expect(found.first?.deletionDate == "2026-11-05T10:00:00")
        }
        let bare = Self.envelope("<Result><x><TransactionNumber>1</TransactionNumber></x></Result>")
        #expect(failure(of: read(bare, with: DeletedTransactionsReader())) != nil)
        let none = read(Self.envelope("<Result/>"), with: DeletedTransactionsReader())
        #expect(try none.get() == .answer([]))
    }

    @Test("Offices come from a list and from the read of one")
    func offices() throws {
        let list =
            "<offices result=\"1\"><office name=\"Voorbeeld BV\" shortname=\"Vb\">NLA001"
            + "</office><office name=\"Tweede\">NLA002</office></offices>"
        let answer = try read(list, with: OfficesReader()).get()
        guard case .found(let offices) = answer else {
            Issue.record("refused")
            return
        }
        #expect(offices.map(\.code) == ["NLA001", "NLA002"])
        #expect(offices.map(\.name) == ["Voorbeeld BV", "Tweede"])
        let one =
            "<office status=\"active\" result=\"1\"><code>NLA001</code>"
            + "<name>Voorbeeld BV</name><basecurrency>EUR</basecurrency></office>"
        guard case .found(let found) = try read(one, with: OfficesReader()).get() else {
            Issue.record("refused")
            return
        }
        #expect(found.map(\.baseCurrency) == [.eur] && found.first?.name == "Voorbeeld BV")
        let refused = try read(
            "<office result=\"0\"><code msgtype=\"error\" msg=\"x\" result=\"0\">N</code></office>",
            with: OfficesReader()
        ).get()
        #expect(refused == .refused([TwinfieldMessage("x", path: "office/code")]))
        #expect(failure(of: read("<offices><office/></offices>", with: OfficesReader())) != nil)
    }

    @Test("Accounts come alone and in a list; one that is not there is refused")
    func accounts() throws {
        let account =
            "<dimension status=\"active\" result=\"1\"><type name=\"x\">BAS</type>"
            + "<code>1300</code><name>Debiteuren</name><financials>"
            + "<matchtype>customersupplier</matchtype><subanalyse>true</subanalyse>"
            + "<substitutewith>1310</substitutewith></financials></dimension>"
        for xml in [account, "<dimensions result=\"1\">\(account)</dimensions>"] {
            guard case .found(let found) = try read(xml, with: AccountsReader()).get() else {
                Issue.record("refused")
                return
            }
            #expect(found.map(\.code) == ["1300"] && found.first?.type == "BAS")
            #expect(found.first?.matchType == "customersupplier")
            #expect(found.first?.substituteWith == "1310" && found.first?.status == "active")
        }
        let missing =
            "<dimension result=\"0\"><code msgtype=\"error\" msg=\"Dimension 1 does not "
            + "exist.\" result=\"0\">1</code></dimension>"
        let expected = TwinfieldMessage("Dimension 1 does not exist.", path: "dimension/code")
        #expect(try read(missing, with: AccountsReader()).get() == .refused([expected]))
        #expect(failure(of: read("<offices/>", with: AccountsReader())) != nil)
    }
}
