import Foundation
import ProgramSupport
import Testing

@Suite(
    "A newcomer's people in a browser",
    .enabled(if: DriverProcess.isHere, "no Chromium here"), .serialized)
struct PeopleTests {
    @Test("From the first start to a bookkeeper who sees the payments and not the people")
    func newcomer() async throws {
        let dashboard = try await DashboardProcess()
        let driver = try DriverProcess()
        let browser = try await WebDriver(driver)

        // A stranger sees the way in, and nothing else.
        try await browser.open(dashboard.address + "fouten")
        let stranger = try await browser.text
        #expect(stranger.contains("Wachtwoord") && !stranger.contains("Te beoordelen"))
        #expect(try await AccessibilityCheck.faults(browser, hasTabs: false) == [])

        // The administrator comes in by the link.
        try await browser.open(dashboard.firstLink)
        #expect(try await AccessibilityCheck.faults(browser, hasTabs: false) == [])
        try await dashboard.enter(browser)
        #expect(try await browser.element("div.person").text.contains("beheerder"))

        // A link of another site leads there too, and signs nobody out.
        let other = dashboard.address.replacing("127.0.0.1", with: "localhost")
        try await browser.open(other + "aanmelden")
        _ = try await browser.run("location.href = '\(dashboard.address)fouten?reden=no_sale'")
        _ = try await browser.appearance(of: "div.person")
        #expect(try await browser.address == dashboard.address + "fouten?reden=no_sale")

        // And invites a bookkeeper.
        try await browser.link("Mensen").click()
        try await browser.element("#p-naam").type("Bo")
        try await browser.element("#p-rol").choose("bookkeeper")
        try await browser.element("form[action*='uitnodigen'] button").click()
        let link = try await browser.appearance(of: "code.address")
        #expect(link.hasPrefix(dashboard.address + "uitnodiging?bon="))
        try await browser.element("form[action*='afmelden'] button").click()
        #expect(try await browser.appearance(of: "p.bar.good").contains("afgemeld"))

        // Who accepts, signs out and signs in again with a code of the second step.
        let bo = DashboardEntry()
        try await browser.open(link)
        try await browser.acceptInvitation(bo)
        try await browser.element("form[action*='afmelden'] button").click()
        _ = try await browser.appearance(of: "p.bar.good")
        try await browser.open(dashboard.address + "fouten")
        try await browser.signIn("bo", bo)
        #expect(try await browser.address == dashboard.address + "fouten")
        let person = try await browser.element("div.person").text
        #expect(person.contains("Bo") && person.contains("boekhouder"))
        #expect(!person.contains("Mensen"))
        #expect(try await !browser.elements("form[action*='verwerk'] button").isEmpty)
        try await browser.open(dashboard.address + "mensen")
        #expect(try await browser.text.contains("Uw rol staat dit niet toe"))
        let complaints = try await browser.complaints().filter { !$0.contains("403") }
        #expect(complaints == [])
        await browser.end()
    }
}
