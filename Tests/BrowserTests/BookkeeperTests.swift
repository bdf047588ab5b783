import Foundation
import ProgramSupport
import Testing

@Suite(
    "A bookkeeper's day in a browser",
    .enabled(if: DriverProcess.isHere, "no Chromium here"), .serialized)
struct BookkeeperTests {
    /// The pages, by their path from the front page.
    private static let pages = [
        "", "open", "te-beoordelen", "rapportage", "fouten", "betalingen", "configuratie",
        "regels", "regels/versies", "regels/codes",
        "account", "mensen", "logboek",
    ]

    @Test("From the front page to a booked review, a settled error and a group, in Dutch")
    func day() async throws {
        let dashboard = try await DashboardProcess()
        let browser = try await WebDriver(DriverProcess())
        try await dashboard.enter(browser)
        #expect(try await browser.element("html").property("lang") == "nl")
        let front = try await browser.text
        #expect(front.contains("Is alles er?"), "\(front)")
        #expect(front.contains("0,00"))

        // A review is chosen.
        try await browser.element("nav.tabs a[href*='beoordelen']").click()
        let review = try reference(dashboard.shop, "several_fit")
        try await browser.link(review).click()
        #expect(try await browser.text.contains("VRK 202600018"))
        try await browser.element("input[name='verkoop'][value*='202600018']").click()
        try await browser.element("#k-reden").type("klant belde: dit is deze verkoop")
        try await browser.element("button[value='kies']").click()
        _ = try await browser.appearance(of: "p.bar.good")
        #expect(try state(dashboard.shop, review) == "due")

        // An error: more info, a report, processed alone.
        try await browser.element("nav.tabs a[href*='fouten']").click()
        let wero = try reference(dashboard.shop, "method_without_account")
        #expect(try await browser.text.contains("Wat te doen"))
        try await browser.element("a.yellow[href*='\(wero)']").click()
        #expect(try await browser.text.contains("Tijdlijn"))
        try await browser.element("a.yellow").click()
        #expect(try await browser.text.contains("wero"))
        try await browser.element("a.red").click()
        let report = try await browser.element("pre").text
        #expect(report.contains("method_without_account"), "\(report)")
        #expect(!report.contains("@"))
        try await browser.element("nav.tabs a[href*='fouten']").click()
        try await browser.element("form[action*='verwerk'] button").click()
        _ = try await browser.appearance(of: "p.bar.good")

        // The same group, all at once, and one settled by hand as ignored.
        try await browser.element("nav.tabs a[href*='fouten']").click()
        let ignored = try reference(dashboard.shop, "no_sale")
        try await browser.element("a.yellow[href*='\(ignored)']").click()
        for summary in try await browser.elements("details summary")
        where try await summary.text.contains("Negeren") { try await summary.click() }
        try await browser.element("#d-waarom-negeer").type("proefbestelling")
        try await browser.element("form[action*='negeer'] button").click()
        _ = try await browser.appearance(of: "p.bar.good")
        #expect(try state(dashboard.shop, ignored) == "ignored")

        // The next run books the choice; the list shows it.
        _ = try dashboard.shop.run("run")
        try await browser.element("nav.tabs a[href*='rapportage']").click()
        try await browser.element("#f-zoek").type(review)
        try await browser.element("form.filter button").click()
        _ = try await browser.appearance(of: "form.filter p.buttons a")
        let rows = try await browser.elements("table.rows tbody tr")
        #expect(rows.count == 1)
        #expect(try await rows[0].text.contains("MEMO"))
        let complaints = try await browser.complaints()
        #expect(complaints == [])
        await browser.end()
    }

    @Test("Every page passes the check of access, as wide as a screen and as a phone")
    func access() async throws {
        let dashboard = try await DashboardProcess()
        let driver = try DriverProcess()
        let folder = dashboard.shop.place.folder
        for (name, width) in [("screen", 1280), ("phone", 390)] {
            let browser = try await WebDriver(driver, width: width, height: 844)
            try await dashboard.enter(browser)
            for page in Self.pages + ["?taal=en", try details(dashboard.shop)] {
                try await browser.open(dashboard.address + page)
                let faults = try await AccessibilityCheck.faults(browser)
                #expect(faults == [], "\(page) on a \(name)")
                let complaints = try await browser.complaints()
                #expect(complaints == [], "\(page)")
                let picture = page.filter(\.isLetter).prefix(20)
                let place = ProcessInfo.processInfo.environment["PICTURES"]
                    .map { URL(filePath: $0) }
                try await browser.photograph(
                    (place ?? folder).appending(path: "\(name)-\(picture).png"))
            }
            await browser.end()
        }
    }

    @Test("Without script the pages do the same")
    func noScript() async throws {
        let dashboard = try await DashboardProcess()
        let browser = try await WebDriver(DriverProcess(), script: false)
        try await dashboard.enter(browser)
        try await browser.open(dashboard.address + "fouten")
        try await browser.element("form[action*='verwerk'] button").click()
        _ = try await browser.appearance(of: "p.bar.good")
        await browser.end()
    }

    private func details(_ shop: Shop) throws -> String {
        "betaling?verbinding=webshop&id=" + (try reference(shop, "several_fit"))
    }

    private func reference(_ shop: Shop, _ code: String) throws -> String {
        let listed = try shop.run("payments", "--json", "--code", code).text
        let mark = try #require(listed.firstRange(of: #""reference":""#), "\(code)")
        return String(listed[mark.upperBound...].prefix { $0 != "\"" })
    }

    private func state(_ shop: Shop, _ reference: String) throws -> String {
        let shown = try shop.run("payments", "show", reference, "--json").text
        let mark = try #require(shown.firstRange(of: #""state":""#))
        return String(shown[mark.upperBound...].prefix { $0 != "\"" })
    }
}
