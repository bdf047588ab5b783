import Foundation
import ProgramSupport

/// A shop in the sandbox with its dashboard, until it is let go of.
final class DashboardProcess {
    let shop: Shop
    /// The address of the front page; it ends in a slash.
    let address: String
    /// The link for the first administrator.
    let firstLink: String
    private let talk: Talk
    private let anna = DashboardEntry()
    private var isEntered = false

    /// Connects a shop, runs once, and serves its pages; further flags go to `serve`.
    convenience init(_ flags: [String] = []) async throws {
        let shop = try await Shop.connected()
        _ = try shop.run("run")
        try self.init(of: shop, flags)
    }

    /// Serves the pages of a shop as it is; with its runs, or the pages alone.
    init(of shop: Shop, port: Int = 0, runs: Bool = false, _ flags: [String] = []) throws {
        self.shop = shop
        talk = try shop.place.talk(
            ["serve", "--port", String(port), "--config", "books/ccvmap.yaml"]
                + (runs ? ["--set", "monitoring.address=off"] : ["--pages-only"]) + flags)
        address = try Self.address(in: talk.line())
        firstLink = try Self.address(in: talk.line())
    }

    deinit { talk.askToStop() }

    /// Comes in as the administrator: by the link the first time, then by name and password.
    func enter(_ browser: WebDriver) async throws {
        if isEntered {
            try await browser.open(address)
            try await browser.signIn("Anna", anna)
        } else {
            try await browser.open(firstLink)
            try await browser.element("#u-naam").type("Anna")
            try await browser.acceptInvitation(anna)
            isEntered = true
        }
    }

    private static func address(in line: String) throws -> String {
        guard let start = line.range(of: "http://")?.lowerBound else {
            throw WebDriver.Fault(description: "serve said: \(line)")
        }
        return String(line[start...])
    }
}

extension WebDriver {
    /// Chooses a password and sets the second step up, on the page of an invitation that is open.
    func acceptInvitation(_ entry: DashboardEntry) async throws {
        entry.keep(key: try await element("#tweede-stap-sleutel").text)
        try await element("#u-wachtwoord").type(DashboardEntry.password)
        try await element("#u-nogmaals").type(DashboardEntry.password)
        try await element("#u-code").type(try await entry.code())
        try await element("form.sign button").click()
        _ = try await appearance(of: "div.person")
    }

    /// Signs in, on the page that asks for it.
    func signIn(_ name: String, _ entry: DashboardEntry) async throws {
        try await element("#a-naam").type(name)
        try await element("#a-wachtwoord").type(DashboardEntry.password)
        try await element("form.sign button").click()
        _ = try await appearance(of: "label[for='a-code']")
        try await element("#a-code").type(try await entry.code())
        try await element("form.sign button").click()
        _ = try await appearance(of: "div.person")
    }
}
