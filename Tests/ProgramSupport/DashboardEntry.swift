import Crypto
import Foundation
package import FoundationNetworking
import People

/// Somebody with an authenticator app who comes into a dashboard over http.
package final class DashboardEntry {
    package static let password = "drie vrolijke zebra's"

    /// A browser that keeps its cookies.
    package let session = URLSession(configuration: .ephemeral)
    private var secret: [UInt8] = []
    private var lastStep: Int64 = 0

    package init() {}

    /// Takes an invitation, by the address that the program printed; the page that follows.
    package func accept(_ link: String, name: String) async throws -> String {
        let text = try await page(link).text
        keep(text)
        let token = String(link.suffix(64))
        return try await post(
            link, "uitnodiging",
            [
                "bewijs": Self.value("bewijs", in: text), "uitnodiging": token, "naam": name,
                "wachtwoord": Self.password, "nogmaals": Self.password,
                "code": try await code(),
            ])
    }

    /// Puts the key that a page shows into the app.
    package func keep(key: String) {
        secret = Self.bytes(key)
        lastStep = 0
    }

    private func keep(_ page: String) {
        guard let mark = page.firstRange(of: "tweede-stap-sleutel\">") else { return }
        keep(key: String(page[mark.upperBound...].prefix { $0 != "<" }))
    }

    /// A code that was not used yet; of the next half minute when that of this one was, and after
    /// some waiting when both were.
    package func code() async throws -> String {
        var now: Int64 { Int64(Date().timeIntervalSince1970) / 30 }
        while lastStep > now { try await Task.sleep(for: .seconds(1)) }
        lastStep = max(now, lastStep + 1)
        let key = SymmetricKey(data: secret)
        let codes = OneTimeCode { message in
            Array(HMAC<Insecure.SHA1>.authenticationCode(for: message, using: key))
        }
        return codes.code(at: lastStep)
    }

    /// A page.
    package func page(_ address: String) async throws -> (status: Int, text: String) {
        let (data, response) = try await session.data(from: try Self.url(address))
        let status = (response as? HTTPURLResponse)?.statusCode ?? 0
        return (status, String(decoding: data, as: UTF8.self))
    }

    /// Sends a form of the dashboard in which an address lies; the page to which it leads.
    package func post(
        _ address: String, _ path: String, _ fields: [String: String]
    ) async throws -> String {
        let base = try Self.url(address)
        let host = "\(base.scheme ?? "http")://\(base.host ?? ""):\(base.port ?? 80)"
        var request = URLRequest(url: try Self.url(host + "/" + path))
        request.httpMethod = "POST"
        request.setValue(host, forHTTPHeaderField: "Origin")
        request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
        var allowed = CharacterSet.alphanumerics
        allowed.insert(charactersIn: "-._~")
        let text = fields.map { name, value in
            name + "=" + (value.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")
        }.joined(separator: "&")
        request.httpBody = Data(text.utf8)
        let (data, _) = try await session.data(for: request)
        return String(decoding: data, as: UTF8.self)
    }

    /// The value of a field of a form on a page.
    package static func value(_ name: String, in text: String) -> String {
        guard let mark = text.firstRange(of: "name=\"\(name)\" value=\"") else { return "" }
        return String(text[mark.upperBound...].prefix { $0 != "\"" })
    }

    private static func url(_ address: String) throws -> URL {
        guard let url = URL(string: address) else { throw URLError(.badURL) }
        return url
    }

    private static func bytes(_ text: String) -> [UInt8] {
        let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var result: [UInt8] = []
        var (buffer, bits) = (0, 0)
        for value in text.compactMap({ signs.firstIndex(of: $0) }) {
            buffer = (buffer << 5 | value) & 0xFFFF
            bits += 5
            if bits >= 8 {
                bits -= 8
                result.append(UInt8(buffer >> bits & 0xFF))
            }
        }
        return result
    }
}
