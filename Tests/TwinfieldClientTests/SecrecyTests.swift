import DomainModel
import ServiceHTTP
import Testing

@testable import TwinfieldClient

/// Whatever goes wrong, no secret is in what a person or a log gets to see.
@Suite struct SecrecyTests {
    private static let secrets = [
        "access-0", "refresh-0", "refresh-before", "s3cr3t-s", "Y2xpZW50OnMzY3IzdC1z",
    ]

    /// Answers that give back what they were asked, with every secret in it.
    private static let echoes: [LocalServer.Reply] = [
        .fault(100, secrets.joined(separator: " ")), .fault(187, secrets.joined(separator: " ")),
        .text(secrets.joined(separator: " "), status: 500), .text(secrets.joined()),
        .xml("<" + secrets.joined()), .soap("<x-\(secrets.joined())/>"),
        .fault(102, secrets.joined(separator: " "), status: 403),
        LocalServer.Reply(status: 401, headers: [("x", secrets.joined())]),
        LocalServer.Reply(
            status: 302, headers: [("location", "http://x/?token=\(secrets.joined())")]),
    ]

    @Test func readsDoNotTell() async throws {
        for echo in Self.echoes {
            try await BooksDouble(retries: 1, { _ in echo }).run { client, _ in
                let fault = await #expect(throws: ServiceFault.self) {
                    try await client.offices()
                }
                expectNone(String(reflecting: fault))
            }
        }
    }

    @Test func writesDoNotTell() async throws {
        for echo in Self.echoes {
            try await BooksDouble(retries: 1, { _ in echo }).run { client, _ in
                do throws(ServiceFault) {
                    let result = try await client.post(
                        Array("<transactions/>".utf8), daybook: "MEMO", reference: "C24-1")
                    expectNone(String(reflecting: result))
                } catch {
                    expectNone(String(reflecting: error))
                }
            }
        }
    }

    @Test func theLoginDoesNotTell() async throws {
        let text = Self.secrets.joined(separator: " ")
        let answers: [LocalServer.Reply] = [
            .json(#"{"error":"\#(text)"}"#, status: 400), .text(text), .text(text, status: 500),
            .json(#"{"error":"invalid_grant","error_description":"\#(text)"}"#, status: 400),
            .json(#"{"error":"invalid_client"}"#, status: 401), .text(text, status: 418),
        ]
        for answer in answers {
            try await BooksDouble(retries: 1, { _ in .offices }).run { client, double in
                double.login.set { $0.instead = Array(repeating: answer, count: 9) }
                double.time.advance(.seconds(9999))
                let fault = await #expect(throws: ServiceFault.self) {
                    try await client.offices()
                }
                expectNone(String(reflecting: fault))
            }
        }
    }

    @Test func theClusterDoesNotTell() async throws {
        try await BooksDouble(retries: 1, { _ in .offices }).run { client, double in
            double.login.set { $0.cluster = "https://x/access-0 s3cr3t-s" }
            var tokens = try #require(double.store.tokens)
            tokens.clusterURL = nil
            double.store.put(tokens)
            let fault = await #expect(throws: ServiceFault.self) { try await client.offices() }
            expectNone(String(reflecting: fault))
        }
    }

    @Test func aTokenIsInNoAddressOfTheWebServices() async throws {
        let books = BooksDouble { _ in .offices }
        try await books.run { client, double in
            _ = try await client.offices()
            #expect(double.all.allSatisfy { !$0.path.contains("access") })
        }
    }

    private func expectNone(_ text: String) {
        for secret in Self.secrets where text.contains(secret) {
            Issue.record("\(secret) is in: \(text)")
        }
    }
}
