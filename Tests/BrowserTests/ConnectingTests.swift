import Foundation
import ProgramSupport
import Testing

@Suite(
    "A newcomer connects a shop in a browser",
    .enabled(if: DriverProcess.isHere, "no Chromium here"), .serialized)
struct ConnectingTests {
    @Test(
        "From an empty folder to green lights and accounts with balances, with and without script",
        arguments: [true, false])
    func newcomer(script: Bool) async throws {
        let shop = try Shop()
        // Twinfield sends the browser to the dashboard itself, or to a port beside it.
        let dashboard = try DashboardProcess(of: shop, port: script ? shop.port : 0)
        let browser = try await WebDriver(DriverProcess(), script: script)
        try await dashboard.enter(browser)
        try await browser.element("nav.tabs a[href*='configuratie']").click()
        #expect(try await browser.elements(".light.red").count == 2)
        #expect(try await browser.text.contains("Deze verbinding draait nog niet"))

        // A wrong key gets a sentence; the right one a green light.
        try await Self.open(browser, 0)
        try await browser.element("input[name='sleutel']").type("l_not-the-key")
        try await browser.element("form[action*='verbind-ccv'] button").click()
        let wrong = try await browser.appearance(of: "p.bar[role='status']")
        #expect(wrong.hasPrefix("CCV accepteert deze sleutel niet; er is niets bewaard."))
        try await Self.open(browser, 0)
        try await browser.element("input[name='sleutel']").type(shop.sandbox.addresses.apiKey)
        try await browser.element("form[action*='verbind-ccv'] button").click()
        #expect(
            try await browser.appearance(of: "p.bar.good").hasPrefix("Verbonden met CCV"))
        #expect(try await browser.elements(".light.green").count == 1)

        // Twinfield refused once, then allowed: out, and back to the page.
        for decision in ["refuse", "approve"] {
            try await Self.open(browser, 1)
            try await browser.element("input[name='geheim']")
                .type(shop.sandbox.addresses.clientSecret)
            try await browser.element("form[action*='verbind-twinfield'] button").click()
            _ = try await browser.appearance(of: "button[value='\(decision)']")
            #expect(try await browser.address.hasPrefix(shop.sandbox.addresses.twinfield))
            try await browser.element("button[value='\(decision)']").click()
            let said = try await browser.appearance(of: "p.bar[role='status']")
            #expect(try await browser.address == dashboard.address + "configuratie")
            #expect(
                said.hasPrefix(
                    decision == "refuse"
                        ? "De toegang is bij Twinfield geweigerd" : "Verbonden met Twinfield"),
                "\(said)")
        }
        #expect(try await browser.elements(".light.green").count == 2)
        #expect(try await !browser.text.contains("Deze verbinding draait nog niet"))

        // The accounts, once they were read.
        while try await browser.text.contains("wordt nu gelezen") {
            try await browser.open(dashboard.address + "configuratie")
        }
        let text = try await browser.text
        #expect(text.contains("Kruispost iDEAL"))
        #expect(text.contains("€\u{00A0}0,00") || text.contains("€ 0,00"), "\(text)")
        if script {
            #expect(try await AccessibilityCheck.faults(browser) == [])
            if let folder = ProcessInfo.processInfo.environment["PICTURES"] {
                try await browser.photograph(
                    URL(filePath: folder).appending(path: "connecting.png"))
            }
            let complaints = try await browser.complaints()
            #expect(complaints == [])
        }
        await browser.end()
    }

    /// Opens one of the two dialogs.
    private static func open(_ browser: WebDriver, _ index: Int) async throws {
        try await browser.elements(".connecting summary")[index].click()
    }
}
