import Foundation
import ProgramSupport
import Testing

@Suite(
    "A rule editor in a browser",
    .enabled(if: DriverProcess.isHere, "no Chromium here"), .serialized)
struct RuleEditorTests {
    private static let file = "books/rules/ccv-twinfield.yaml"

    @Test("A suspense account by the form, a text with an error and without, back to a version")
    func day() async throws {
        let dashboard = try await DashboardProcess()
        let browser = try await WebDriver(DriverProcess())
        let before = try #require(dashboard.shop.place.read(Self.file))
        try await dashboard.enter(browser)
        try await browser.open(dashboard.address + "configuratie")
        try await browser.element("a[href*='/regels?verbinding=webshop']").click()
        let page = try await browser.text
        #expect(page.contains("Het geld van een betaling staat op de kruispost"), "\(page)")
        #expect(page.contains("Administratiecode"))

        // A suspense account by the form: first what it does, then it is saved.
        let account = try await field(browser, "ideal")
        try await account.type("2199")
        try await click(browser, "form[action$='waarden'] button.blue")
        let preview = try await browser.appearance(of: "#r-proef")
        #expect(preview.contains("Beproefd op de laatste 14 dagen"))
        let shown = try await browser.text
        #expect(shown.contains("− ") && shown.contains("2199"), "\(shown)")
        #expect(shown.contains("regel 1, rekening: 2101 → 2199"), "\(shown)")
        #expect(dashboard.shop.place.read(Self.file) == before)
        #expect(try await AccessibilityCheck.faults(browser) == [])
        try await browser.element("#p-waarom").type("nieuwe kruispost voor iDEAL")
        try await click(browser, "button[formaction$='opslaan']")
        let saved = try await browser.appearance(of: "p.bar.good")
        #expect(saved.contains("Opgeslagen als versie"), "\(saved)")
        let after = try #require(dashboard.shop.place.read(Self.file))
        #expect(after == before.replacing(#"ideal: "2101""#, with: #"ideal: "2199""#))
        #expect(try await field(browser, "ideal").property("value") == "2199")

        // An error in the text: its line is shown, the text is kept, nothing is saved.
        let text = try #require(try await browser.element("#t-0").property("value"))
        let broken = text.replacing("office: NLA001", with: "office: [NLA001]")
        try await write(browser, "#t-0", broken)
        try await click(browser, "form[action$='teksten'] button.blue")
        let problems = try await browser.appearance(of: "ul.problems")
        let line =
            1
            + broken.prefix(upTo: try #require(broken.range(of: "office: [")).lowerBound)
            .filter { $0 == "\n" }.count
        #expect(problems.contains("regel \(line)"), "\(problems)")
        #expect(problems.contains("CM0203") && problems.contains("^"), "\(problems)")
        #expect(try await browser.element("#t-0").property("value") == broken)
        #expect(try await browser.elements("button[formaction$='opslaan']").isEmpty)
        #expect(dashboard.shop.place.read(Self.file) == after)
        #expect(try await AccessibilityCheck.faults(browser) == [])

        // Mended on the same page, and saved.
        try await write(
            browser, "#t-0", text.replacing("name: ", with: "name: Nieuwe naam van "))
        try await click(browser, "form[action$='teksten'] button:not(.blue)")
        _ = try await browser.appearance(of: "button[formaction$='opslaan']")
        try await browser.element("#p-waarom").type("andere naam")
        try await click(browser, "button[formaction$='opslaan']")
        _ = try await browser.appearance(of: "p.bar.good")
        let named = try #require(dashboard.shop.place.read(Self.file))
        #expect(named == after.replacing("name: ", with: "name: Nieuwe naam van "))

        // Back to the version of before everything.
        try await browser.link("Versies").click()
        let versions = try await browser.text
        #expect(versions.contains("nieuwe kruispost voor iDEAL"), "\(versions)")
        #expect(versions.contains("op schijf gewijzigd") && versions.contains("Anna"))
        #expect(try await AccessibilityCheck.faults(browser) == [])
        let forms = try await browser.elements("form[action$='terug'] button")
        #expect(forms.count == 2)
        try await #require(forms.last).click()
        _ = try await browser.appearance(of: "#r-opslaan")
        try await browser.element("#p-waarom").type("toch niet")
        try await click(browser, "button[formaction$='opslaan']")
        _ = try await browser.appearance(of: "p.bar.good")
        #expect(dashboard.shop.place.read(Self.file) == before)
        // The page of an error has a status that says so, which the browser notes.
        let complaints = try await browser.complaints().filter { !$0.contains("status of 422") }
        #expect(complaints == [])

        // The next run uses what stands there.
        _ = try dashboard.shop.run("run")
        await browser.end()
    }

    @Test("Without script too: what somebody changed on the disk meanwhile is not overwritten")
    func stale() async throws {
        let dashboard = try await DashboardProcess()
        let browser = try await WebDriver(DriverProcess(), script: false)
        try await dashboard.enter(browser)
        try await browser.open(dashboard.address + "regels?verbinding=webshop")
        try await field(browser, "ideal").type("2199")
        try await click(browser, "form[action$='waarden'] button.blue")
        _ = try await browser.appearance(of: "#r-opslaan")
        try dashboard.shop.place.edit(Self.file, #"paypal: "2121""#, #"paypal: "2777""#)
        let hand = try #require(dashboard.shop.place.read(Self.file))
        try await browser.element("#p-waarom").type("nieuwe kruispost")
        try await click(browser, "button[formaction$='opslaan']")
        let said = try await browser.appearance(of: "p.bar.bad[role='alert']")
        #expect(try await browser.text.contains("door iemand anders gewijzigd"), "\(said)")
        #expect(dashboard.shop.place.read(Self.file) == hand)
        await browser.end()
    }

    /// The field of the suspense account of a method.
    private func field(_ browser: WebDriver, _ method: String) async throws -> PageElement {
        for row in try await browser.elements("table.accounts tbody tr")
        where try await row.text.hasPrefix(method) {
            return try #require(try await row.elements("input[type='text']").first)
        }
        throw WebDriver.Fault(description: "no suspense account of \(method)")
    }

    private func click(_ browser: WebDriver, _ selector: String) async throws {
        try await browser.element(selector).click()
    }

    /// Puts a text into a field at once: typing it would take a minute.
    private func write(
        _ browser: WebDriver, _ selector: String, _ text: String
    ) async throws {
        _ = try await browser.post(
            "/execute/sync",
            [
                "script": "document.querySelector(arguments[0]).value = arguments[1]",
                "args": [selector, text],
            ])
    }
}
