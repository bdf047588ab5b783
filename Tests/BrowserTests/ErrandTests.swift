import Foundation
import ProgramSupport
import ServiceDoubles
import Testing

@Suite(
    "A bookkeeper's errands in a browser",
    .enabled(if: DriverProcess.isHere, "no Chromium here"), .serialized)
struct ErrandTests {
    @Test("A whole cause is processed at once, with one reason for all")
    func group() async throws {
        let dashboard = try await DashboardProcess()
        let browser = try await WebDriver(DriverProcess())
        try await dashboard.enter(browser)
        let listed = try dashboard.shop.run(
            "payments", "--json", "--code", "method_without_account")
        let references = listed.text.split(separator: "\n").compactMap {
            JSONText.value("reference", of: $0)
        }
        #expect(!references.isEmpty)
        try await browser.open(dashboard.address + "fouten")
        let form = "form[action*='groep']:has(input[value='method_without_account'])"
        try await browser.element(form + " input[name='waarom']").type("kruispost toegevoegd")
        try await browser.element(form + " button").click()
        _ = try await browser.appearance(of: "p.bar.good")
        for reference in references {
            let shown = try dashboard.shop.run("payments", "show", reference).text
            #expect(shown.contains("kruispost toegevoegd"), "\(shown)")
        }
        await browser.end()
    }

    @Test("A report is shown, sent to the configured address, and names no customer")
    func report() async throws {
        let desk = try await ScriptedServer { _ in [.answer()] }
        let dashboard = try await DashboardProcess([
            "--set", "dashboard.report_webhook=\(desk.url)/melding",
        ])
        let browser = try await WebDriver(DriverProcess())
        try await dashboard.enter(browser)
        try await browser.open(dashboard.address + "fouten")
        try await browser.element("section.cause a.red").click()
        try await browser.element("#m-tekst").type("Dit klopt niet, kijk even.")
        try await browser.element("form.stack button").click()
        _ = try await browser.appearance(of: "form[action*='acties/melding']")
        let shown = try await browser.element("pre").text
        #expect(shown.contains("Dit klopt niet, kijk even."))
        try await browser.element("form[action*='acties/melding'] button").click()
        let said = try await browser.appearance(of: "p.bar.good")
        #expect(said.contains("127.0.0.1"), "\(said)")
        let sent = try #require(desk.requests.first)
        #expect(sent.target == "/melding")
        let text = String(decoding: sent.body, as: UTF8.self)
        #expect(text.contains("Dit klopt niet, kijk even."))
        #expect(!text.contains("Jansen"))
        await desk.shutdown()
        await browser.end()
    }

    @Test("By the keyboard alone: past the tabs, to a payment, and each stop is seen")
    func keyboard() async throws {
        let dashboard = try await DashboardProcess()
        let browser = try await WebDriver(DriverProcess())
        try await dashboard.enter(browser)
        try await browser.open(dashboard.address + "te-beoordelen")
        // The first stop leads past what every page has.
        try await browser.press("\u{E004}")
        #expect(try await focus(browser).hasPrefix("a.skip"))
        try await browser.press("\u{E007}")
        try await tab(browser) { $0.firstMatch(of: /^a\. [A-Z][0-9]{10}/) != nil }
        try await browser.press("\u{E007}")
        _ = try await browser.appearance(of: "#k-gegevens")
        #expect(try await browser.text.contains("Tijdlijn"))
        // Every stop shows where it is.
        try await browser.press("\u{E004}\u{E004}\u{E004}")
        let outline = try await browser.run(
            "const s = getComputedStyle(document.activeElement);"
                + "return s.outlineStyle + ' ' + s.outlineWidth")
        #expect("\(outline)" != "none 0px", "\(outline)")
        await browser.end()
    }

    @Test("Printed, a page is what it shows and none of what one clicks")
    func print() async throws {
        let dashboard = try await DashboardProcess()
        let browser = try await WebDriver(DriverProcess())
        try await dashboard.enter(browser)
        try await browser.open(dashboard.address + "rapportage")
        let visible =
            "return ['nav.tabs', 'form.filter', 'table.rows'].map(s =>"
            + " getComputedStyle(document.querySelector(s)).display !== 'none').join()"
        #expect(try await "\(browser.run(visible))" == "true,true,true")
        try await browser.showAsPrinted(true)
        #expect(try await "\(browser.run(visible))" == "false,false,true")
        await browser.end()
    }

    /// What has the focus: its tag, its class, its text.
    private func focus(_ browser: WebDriver) async throws -> String {
        let found = try await browser.run(
            "const e = document.activeElement; return e.tagName.toLowerCase() + '.'"
                + " + e.className.replaceAll(' ', '.') + ' ' + e.textContent.trim()")
        return "\(found)"
    }

    /// Goes on until what has the focus is what is looked for.
    private func tab(_ browser: WebDriver, to isFound: (String) -> Bool) async throws {
        for _ in 0..<80 {
            if isFound(try await focus(browser)) { return }
            try await browser.press("\u{E004}")
        }
        Issue.record("the keyboard does not come there")
    }
}
