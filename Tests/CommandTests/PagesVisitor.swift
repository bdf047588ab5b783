import Foundation
import FoundationNetworking
import ProgramSupport
import Testing

/// A browser without script before `ccvmap serve`: it keeps cookies, fills in forms and goes where
/// pages lead.
final class PagesVisitor {
    /// The address of the front page; it ends in a slash.
    let address: String
    private let talk: Talk
    private let entry = DashboardEntry()
    private(set) var page = ""
    private(set) var status = 0
    /// Where the browser is.
    private(set) var place = ""

    /// Serves the pages of a shop alone, and comes in as the first administrator.
    init(_ shop: Shop, port: Int = 0, _ further: [String] = []) async throws {
        talk = try shop.place.talk(
            ["serve", "--pages-only", "--port", String(port), "--config", "books/ccvmap.yaml"]
                + further)
        address = try #require(try talk.line().split(separator: " ").last.map(String.init))
        let link = try #require(try talk.line().split(separator: " ").last.map(String.init))
        _ = try await entry.accept(link, name: "Anna")
    }

    /// A stranger before the same pages.
    init(beside other: PagesVisitor) {
        address = other.address
        talk = other.talk
    }

    /// Another administrator before the same pages.
    convenience init(_ name: String, beside other: PagesVisitor, _ shop: Shop) async throws {
        self.init(beside: other)
        let invited = try shop.run("users", "invite", name, "--role", "administrator")
        try invited.mustHaveWorked()
        let token = invited.text.trimmingCharacters(in: .whitespacesAndNewlines).suffix(64)
        _ = try await entry.accept(address + "uitnodiging?bon=" + token, name: name)
    }

    /// Ends the program.
    func stop() throws -> CommandRun {
        talk.askToStop()
        return try talk.end()
    }

    /// Asks for a page by its path from the front page, or by its whole address.
    @discardableResult
    func open(_ path: String) async throws -> String {
        let whole = path.hasPrefix("http") ? path : address + path
        return try await send(URLRequest(url: try #require(URL(string: whole))))
    }

    /// Sends a form of the page with some fields filled in.
    @discardableResult
    func submit(_ act: String, _ filled: [String: String]) async throws -> String {
        let start = try #require(page.firstRange(of: "acties/\(act)\""), "\(act): \(page)")
        let rest = page[start.upperBound...]
        let form = rest[..<(rest.firstRange(of: "</form>")?.lowerBound ?? rest.endIndex)]
        var fields: [String: String] = [:]
        for name in ["bewijs", "bon", "terug", "verbinding"] {
            guard let mark = form.firstRange(of: "name=\"\(name)\" value=\"") else { continue }
            fields[name] = String(form[mark.upperBound...].prefix { $0 != "\"" })
        }
        fields.merge(filled) { _, new in new }
        var request = URLRequest(url: try #require(URL(string: address + "acties/" + act)))
        request.httpMethod = "POST"
        let parts = try #require(URLComponents(string: address))
        request.setValue(
            "http://\(parts.host ?? ""):\(parts.port ?? 0)", forHTTPHeaderField: "Origin")
        request.setValue(
            "application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
        request.httpBody = Data(
            fields.map { $0.key + "=" + Self.encoded($0.value) }.joined(separator: "&").utf8)
        return try await send(request)
    }

    /// Where the page leads by itself; nil when it stays.
    var way: String? {
        guard let mark = page.firstRange(of: "content=\"0; url=") else { return nil }
        return String(page[mark.upperBound...].prefix { $0 != "\"" })
            .replacing("&amp;", with: "&")
    }

    /// Goes on until a page stays.
    @discardableResult
    func goOn() async throws -> String {
        var steps = 0
        while let way {
            steps += 1
            try #require(steps < 6)
            let next = try #require(
                URL(string: way, relativeTo: URL(string: place))?.absoluteString)
            try await open(next)
        }
        return page
    }

    private func send(_ request: URLRequest) async throws -> String {
        let (data, response) = try await entry.session.data(for: request)
        status = (response as? HTTPURLResponse)?.statusCode ?? 0
        place = response.url?.absoluteString ?? ""
        page = String(decoding: data, as: UTF8.self)
        return page
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
