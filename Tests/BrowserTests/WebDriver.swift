import Foundation

/// A session of a real browser, driven by the WebDriver protocol.
final class WebDriver: Sendable {
    /// What the browser or its driver said instead of doing it.
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    private let driver: DriverProcess
    private let session: String

    /// Begins a session; the window is as wide and high as a screen or a phone.
    init(_ driver: DriverProcess, width: Int = 1280, height: Int = 900, script: Bool = true)
        async throws
    {
        self.driver = driver
        var options: [String: Any] = [
            "binary": DriverProcess.browser.path,
            "args": [
                "--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu",
                "--disable-dev-shm-usage",
                "--window-size=\(width),\(height)", "--force-device-scale-factor=1",
                "--disable-background-networking", "--no-first-run", "--hide-scrollbars",
            ],
        ]
        // No window is narrower than 500; a phone is emulated.
        if width < 500 {
            options["mobileEmulation"] = [
                "deviceMetrics": [
                    "width": width, "height": height, "pixelRatio": 1.0, "touch": true,
                ]
            ]
        }
        if !script {
            options["prefs"] = ["profile.managed_default_content_settings.javascript": 2]
        }
        let body: [String: Any] = [
            "capabilities": [
                "alwaysMatch": [
                    "browserName": "chrome", "goog:chromeOptions": options,
                    "goog:loggingPrefs": ["browser": "ALL"],
                ]
            ]
        ]
        let answer = try await driver.ask("POST", "/session", body)
        guard let value = answer as? [String: Any], let session = value["sessionId"] as? String
        else { throw Fault(description: "no session: \(answer)") }
        self.session = session
    }

    /// Ends the session.
    func end() async { _ = try? await driver.ask("DELETE", "/session/\(session)", nil) }

    /// Opens an address.
    func open(_ address: String) async throws { _ = try await post("/url", ["url": address]) }

    /// The address of the page.
    var address: String {
        get async throws { try await text(of: get("/url")) }
    }

    /// The title of the page.
    var title: String {
        get async throws { try await text(of: get("/title")) }
    }

    /// What a person reads on the page.
    var text: String {
        get async throws { try await element("body").text }
    }

    /// The first element that a CSS selector finds; throws when there is none.
    func element(_ selector: String) async throws -> PageElement {
        guard let first = try await elements(selector).first else {
            let place = (try? await address) ?? ""
            throw Fault(description: "nothing on \(place) is \(selector)")
        }
        return first
    }

    /// The text of the first element that a CSS selector finds, once it is there.
    func appearance(of selector: String) async throws -> String {
        for _ in 0..<300 {
            if let text = try? await element(selector).text, !text.isEmpty { return text }
            try await Task.sleep(for: .milliseconds(100))
        }
        return try await element(selector).text
    }

    /// All elements that a CSS selector finds.
    func elements(_ selector: String) async throws -> [PageElement] {
        let answer = try await post("/elements", ["using": "css selector", "value": selector])
        return (answer as? [[String: String]] ?? []).compactMap { found in
            found.values.first.map { PageElement(self, $0) }
        }
    }

    /// The link whose text begins with these words.
    func link(_ words: String) async throws -> PageElement {
        let answer = try await post(
            "/elements", ["using": "partial link text", "value": words])
        guard let found = (answer as? [[String: String]])?.first?.values.first else {
            throw Fault(description: "no link says \(words)")
        }
        return PageElement(self, found)
    }

    /// What a script gives back.
    func run(_ script: String) async throws -> Any {
        try await post("/execute/sync", ["script": script, "args": []])
    }

    /// The complaints of the browser about the page, such as of its content security policy.
    func complaints() async throws -> [String] {
        let answer = try await post("/se/log", ["type": "browser"])
        return (answer as? [[String: Any]] ?? []).compactMap { $0["message"] as? String }
    }

    /// Writes a picture of the window into a file.
    func photograph(_ file: URL) async throws {
        let text = try await text(of: get("/screenshot"))
        try (Data(base64Encoded: text) ?? Data()).write(to: file)
    }

    /// Presses keys where the focus is.
    func press(_ keys: String) async throws {
        let strokes = keys.flatMap { key in
            [["type": "keyDown", "value": String(key)], ["type": "keyUp", "value": String(key)]]
        }
        _ = try await post(
            "/actions", ["actions": [["type": "key", "id": "keys", "actions": strokes]]])
    }

    /// Shows the page as it would be printed, or as on a screen again.
    func showAsPrinted(_ isPrinted: Bool) async throws {
        _ = try await post(
            "/goog/cdp/execute",
            [
                "cmd": "Emulation.setEmulatedMedia",
                "params": ["media": isPrinted ? "print" : ""],
            ])
    }

    func get(_ path: String) async throws -> Any {
        try await driver.ask("GET", "/session/\(session)\(path)", nil)
    }

    func post(_ path: String, _ body: [String: Any]) async throws -> Any {
        try await driver.ask("POST", "/session/\(session)\(path)", body)
    }

    private func text(of value: Any) -> String { value as? String ?? "" }
}

/// An element of a page.
struct PageElement {
    private let browser: WebDriver
    private let id: String

    init(_ browser: WebDriver, _ id: String) {
        self.browser = browser
        self.id = id
    }

    /// What a person reads.
    var text: String {
        get async throws { try await browser.get("/element/\(id)/text") as? String ?? "" }
    }

    /// A property; nil when there is none.
    func property(_ name: String) async throws -> String? {
        try await browser.get("/element/\(id)/property/\(name)") as? String
    }

    /// Clicks, in the middle of the window.
    func click() async throws {
        let own = ["element-6066-11e4-a52e-4f735466cecf": id]
        _ = try await browser.post(
            "/execute/sync",
            [
                "script": "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})",
                "args": [own],
            ])
        _ = try await browser.post("/element/\(id)/click", [:])
    }

    /// Types, after what is there was removed.
    func type(_ text: String) async throws {
        _ = try await browser.post("/element/\(id)/clear", [:])
        _ = try await browser.post("/element/\(id)/value", ["text": text])
    }

    /// Chooses the option of a list with this value.
    func choose(_ value: String) async throws {
        let answer = try await browser.post(
            "/element/\(id)/elements",
            ["using": "css selector", "value": "option[value='\(value)']"])
        guard let found = (answer as? [[String: String]])?.first?.values.first else {
            throw WebDriver.Fault(description: "the list has no option \(value)")
        }
        try await PageElement(browser, found).click()
    }

    /// The elements in it that a CSS selector finds.
    func elements(_ selector: String) async throws -> [PageElement] {
        let answer = try await browser.post(
            "/element/\(id)/elements", ["using": "css selector", "value": selector])
        return (answer as? [[String: String]] ?? []).compactMap { found in
            found.values.first.map { PageElement(browser, $0) }
        }
    }
}
