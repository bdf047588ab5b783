import Foundation
import ProgramSupport
import Testing

@Suite(
    "A newcomer's whole way in a browser",
    .enabled(if: DriverProcess.isHere, "no Chromium here"), .serialized)
struct NewcomerTests {
    @Test("From an empty folder to the first payment that is booked and reconciled")
    func way() async throws {
        let shop = try Shop()
        let dashboard = try DashboardProcess(of: shop, port: shop.port, runs: true)
        let browser = try await WebDriver(DriverProcess())
        try await dashboard.enter(browser)

        // Both services.
        try await browser.element("nav.tabs a[href*='configuratie']").click()
        try await browser.elements(".connecting summary")[0].click()
        try await browser.element("input[name='sleutel']").type(shop.sandbox.addresses.apiKey)
        try await browser.element("form[action*='verbind-ccv'] button").click()
        _ = try await browser.appearance(of: "p.bar.good")
        try await browser.elements(".connecting summary")[1].click()
        try await browser.element("input[name='geheim']")
            .type(shop.sandbox.addresses.clientSecret)
        try await browser.element("form[action*='verbind-twinfield'] button").click()
        _ = try await browser.appearance(of: "button[value='approve']")
        try await browser.element("button[value='approve']").click()
        _ = try await browser.appearance(of: "p.bar.good")

        // The first day that is booked, by the form of the rules.
        try await browser.element("a[href*='/regels?verbinding=webshop']").click()
        let day = Date().addingTimeInterval(-21 * 86_400).formatted(.iso8601.year().month().day())
        try await field(browser, "Boekt betalingen vanaf").type(day)
        try await browser.element("form[action$='waarden'] button.blue").click()
        _ = try await browser.appearance(of: "button[formaction$='opslaan']")
        try await browser.element("#p-waarom").type("vanaf hier boekt ccvmap")
        try await browser.element("button[formaction$='opslaan']").click()
        _ = try await browser.appearance(of: "p.bar.good")

        // A run is asked for, and the report fills.
        try await browser.open(dashboard.address)
        try await browser.element("form[action*='draai'] button").click()
        _ = try await browser.appearance(of: "p.bar.good")
        try await browser.open(dashboard.address + "rapportage")
        while try await browser.elements("table.rows tbody tr").isEmpty {
            try await Task.sleep(for: .milliseconds(500))
            try await browser.open(dashboard.address + "rapportage?staat=reconciled")
        }
        let row = try await browser.elements("table.rows tbody tr")[0].text
        #expect(row.contains("MEMO") && row.contains("ja"), "\(row)")
        let complaints = try await browser.complaints()
        #expect(complaints == [])

        // Who did what stands in the log of the administrator.
        try await browser.link("Logboek").click()
        let log = try await browser.text
        for deed in ["CCV verbonden", "Twinfield verbonden", "regels bewaard", "run gevraagd"] {
            #expect(log.contains(deed), "\(deed) in \(log)")
        }
        #expect(!log.contains(shop.sandbox.addresses.apiKey))
        #expect(!log.contains(shop.sandbox.addresses.clientSecret))
        await browser.end()
    }

    /// The field behind a label.
    private func field(_ browser: WebDriver, _ words: String) async throws -> PageElement {
        for label in try await browser.elements("label")
        where try await label.text.hasPrefix(words) {
            let name = try #require(try await label.property("htmlFor"))
            return try await browser.element("[id='\(name)']")
        }
        throw WebDriver.Fault(description: "no label says \(words)")
    }
}
