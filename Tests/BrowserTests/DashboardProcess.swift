import Foundation
import ProgramSupport

/// A shop in the sandbox with its dashboard, until it is let go of.
final class DashboardProcess {
    let shop: Shop
    /// The address of the front page; it ends in a slash.
    let address: String
    private let talk: Talk

    /// Connects a shop, runs once, and serves its pages; further flags go to `serve`.
    init(_ flags: [String] = []) async throws {
        shop = try await Shop.connected()
        _ = try shop.run("run")
        talk = try shop.place.talk(
            [
                "serve", "--pages-only", "--port", "0", "--config", "books/ccvmap.yaml",
            ] + flags)
        let line = try talk.line()
        guard let start = line.range(of: "http://")?.lowerBound else {
            throw WebDriver.Fault(description: "serve said: \(line)")
        }
        address = String(line[start...])
    }

    deinit { talk.askToStop() }
}
