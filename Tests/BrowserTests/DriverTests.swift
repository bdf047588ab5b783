import Foundation
import Testing

@Suite("The browser and the checks", .enabled(if: DriverProcess.isHere, "no Chromium here"))
struct DriverTests {
    @Test("find what is wrong on a page that is wrong, and nothing on one that is right")
    func checks() async throws {
        let browser = try await WebDriver(DriverProcess())
        let good = """
            <!doctype html><html lang=nl><title>Goed</title><header>Kop</header>
            <nav><a href=%23x>Link</a></nav><main id=x><h1>Een</h1><h2>Twee</h2>
            <label>Naam <input name=n style='height:30px'></label>
            <table><caption>T</caption><tr><th>Kop<tr><td>1</table></main></html>
            """
        try await browser.open("data:text/html," + good.replacing("\n", with: " "))
        #expect(try await AccessibilityCheck.faults(browser) == [])
        let bad = """
            <!doctype html><html><h1>Een</h1><h3>Drie</h3><input name=n>
            <p style='color:%23aaa'>Bleek</p><table><tr><td>1</table>
            <div style='width:3000px'>Breed</div></html>
            """
        try await browser.open("data:text/html," + bad.replacing("\n", with: " "))
        let faults = try await AccessibilityCheck.faults(browser).joined(separator: "\n")
        for word in [
            "no language", "no title", "no main", "level 3 after level 1", "has no name",
            "contrast of 2.3", "has no headers", "has no caption", "wider than the window",
        ] { #expect(faults.contains(word), "\(word) in \(faults)") }
        await browser.end()
    }
}
