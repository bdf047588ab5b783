import HTTPTypes
import Testing

@Suite("Pages for everybody")
struct AccessTests {
    @Test(
        "A page has one heading of the first rank, and no rank is left out",
        arguments: PageTests.paths)
    func headings(path: String) async throws {
        try await Browser.visit { browser in
            let page = try await browser.get(path).page
            let ranks = page.all.compactMap { element -> Int? in
                guard element.name.count == 2, element.name.hasPrefix("h") else { return nil }
                return Int(element.name.dropFirst())
            }
            #expect(ranks.first == 1)
            #expect(ranks.filter { $0 == 1 }.count == 1)
            for (before, next) in zip(ranks, ranks.dropFirst()) { #expect(next <= before + 1) }
        }
    }

    @Test("Every field has a label", arguments: PageTests.paths)
    func labels(path: String) async throws {
        try await Browser.visit { browser in
            let page = try await browser.get(path).page
            let labelled = Set(page.all("label").compactMap { $0["for"] })
            let fields = page.all.filter {
                ["input", "select", "textarea"].contains($0.name) && $0["type"] != "hidden"
            }
            #expect(!fields.isEmpty)
            for field in fields { #expect(labelled.contains(field["id"] ?? "")) }
        }
    }

    @Test("An id stands once, and what is referred to is there", arguments: PageTests.paths)
    func ids(path: String) async throws {
        try await Browser.visit { browser in
            let page = try await browser.get(path).page
            let ids = page.all.compactMap { $0["id"] }
            #expect(Set(ids).count == ids.count)
            let wanted = page.all.flatMap { element in
                [element["for"], element["aria-labelledby"]].compactMap(\.self)
            }
            for id in wanted { #expect(ids.contains(id)) }
            let anchors = page.all("a").compactMap { $0["href"] }.filter { $0.hasPrefix("#") }
            for anchor in anchors { #expect(ids.contains(String(anchor.dropFirst()))) }
        }
    }

    @Test("A table has a caption and names its columns and rows", arguments: PageTests.paths)
    func tables(path: String) async throws {
        try await Browser.visit { browser in
            let page = try await browser.get(path).page
            for table in page.all("table") {
                #expect(table.first("caption")?.text.isEmpty == false)
                let heads = try #require(table.first("thead")).all("th")
                #expect(heads.allSatisfy { $0["scope"] == "col" })
                for row in try #require(table.first("tbody")).children {
                    #expect(row.all("th").count == 1)
                    #expect(row.first("th")?["scope"] == "row")
                }
            }
        }
    }

    @Test("A picture says in words what it shows, and the same stands in a table")
    func charts() async throws {
        try await Browser.visit { browser in
            let page = try await browser.get("/").page
            let figures = page.all("figure")
            #expect(figures.count == 2)
            for figure in figures {
                #expect(figure.first("svg")?["role"] == "img")
                #expect(figure.first("svg")?["aria-label"]?.isEmpty == false)
                #expect(figure.first("table") != nil)
            }
            #expect(figures[0].first("svg")?["aria-label"]?.contains("600 betalingen") == true)
        }
    }

    @Test("The keyboard reaches the content first, and the present tab is named")
    func navigation() async throws {
        try await Browser.visit { browser in
            let page = try await browser.get("/fouten").page
            let first = try #require(page.first("body")?.first("a"))
            #expect(first["href"] == "#inhoud")
            #expect(page.first("main")?["id"] == "inhoud")
            let current = page.all("a").filter { $0["aria-current"] == "page" }
            #expect(current.map { $0.text.contains("Fouten") } == [true])
        }
    }

    @Test("Nothing stands inline and nothing comes from elsewhere", arguments: PageTests.paths)
    func nothingInline(path: String) async throws {
        try await Browser.visit { browser in
            let page = try await browser.get(path).page
            for element in page.all {
                #expect(element["style"] == nil)
                #expect(!element.attributes.keys.contains { $0.hasPrefix("on") })
                for address in [element["src"], element["href"], element["action"]] {
                    guard let address else { continue }
                    #expect(address.hasPrefix("/") || address.hasPrefix("#"))
                    #expect(!address.hasPrefix("//"))
                }
            }
            #expect(page.all("style").isEmpty)
            #expect(page.all("script").allSatisfy { $0["src"] != nil && $0.text.isEmpty })
        }
    }
}
