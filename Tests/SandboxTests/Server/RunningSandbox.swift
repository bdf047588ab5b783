import DomainModel
import Foundation
import Sandbox
import Testing

/// A sandbox that runs in the process of the test, and what a client does with it.
struct RunningSandbox: Sendable {
    let addresses: SandboxAddresses
    var client: RawClient { RawClient(addresses.twinfield) }

    /// Runs a sandbox as long as the body takes.
    static func with<Result: Sendable>(
        faults: String? = nil, directory: String? = nil,
        start: String = "2026-11-20T09:00:00Z", creditsPerMinute: Int? = nil,
        _ body: @Sendable (RunningSandbox) async throws -> Result
    ) async throws -> Result {
        var options = SandboxOptions(port: 0)
        options.faults = faults
        options.directory = directory
        options.start = Instant(iso: start)
        options.creditsPerMinute = creditsPerMinute
        options.endsOnSignals = false
        let server = try SandboxServer(options)
        let (ready, told) = AsyncStream<SandboxAddresses>.makeStream()
        let task = Task {
            try await server.run { told.yield($0) }
            told.finish()
        }
        defer { task.cancel() }
        for await addresses in ready {
            let result = try await body(RunningSandbox(addresses: addresses))
            task.cancel()
            try await task.value
            return result
        }
        try await task.value
        throw CancellationError()
    }

    /// An access token, by the way of a browser without one.
    func token() async throws -> String {
        let query = [
            "response_type=code", "client_id=\(addresses.clientID)",
            "redirect_uri=http%3A%2F%2F127.0.0.1%3A9%2Fcallback", "state=s", "nonce=n",
            "scope=openid+twf.user+twf.organisation+twf.organisationUser+offline_access",
        ].joined(separator: "&")
        let root = "/auth/authentication/connect/"
        let page = await client.send("GET", root + "authorize?" + query)
        let ticket = try #require(page.body.firstMatch(of: /name="ticket" value="([^"]*)"/))
        let decided = await form(root + "authorize", "ticket=\(ticket.1)&decision=approve")
        let address = try #require(decided.header("Location"))
        let code = try #require(address.firstMatch(of: /code=([^&]*)/))
        let answer = await form(
            root + "token",
            "grant_type=authorization_code&code=\(code.1)"
                + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A9%2Fcallback"
                + "&client_id=\(addresses.clientID)&client_secret=\(addresses.clientSecret)")
        let token = try #require(answer.body.firstMatch(of: /"access_token":"([^"]*)"/))
        return String(token.1)
    }

    private func form(_ path: String, _ body: String) async -> RawClient.Answer {
        await client.send(
            "POST", path, headers: ["Content-Type": "application/x-www-form-urlencoded"],
            body: body)
    }

    /// Sends a document to ProcessXml.
    func processXML(_ document: String, token: String) async -> RawClient.Answer {
        let escaped = document.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        let body =
            #"<?xml version="1.0" encoding="utf-8"?><soap:Envelope"#
            + #" xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Header>"#
            + #"<Header xmlns="http://www.twinfield.com/"><AccessToken>\#(token)</AccessToken>"#
            + "<CompanyCode>\(addresses.office)</CompanyCode></Header></soap:Header><soap:Body>"
            + #"<ProcessXmlString xmlns="http://www.twinfield.com/"><xmlRequest>\#(escaped)"#
            + "</xmlRequest></ProcessXmlString></soap:Body></soap:Envelope>"
        return await client.send(
            "POST", "/webservices/processxml.asmx",
            headers: [
                "Content-Type": "text/xml; charset=utf-8",
                "SOAPAction": #""http://www.twinfield.com/ProcessXmlString""#,
            ], body: body)
    }

    /// Posts a memo between a clearing account and nobody's customer.
    func post(_ amount: String, token: String) async -> RawClient.Answer {
        let lines = [("2101", "debit"), ("2102", "credit")].map { account, side in
            "<line type='detail'><dim1>\(account)</dim1><debitcredit>\(side)</debitcredit>"
                + "<value>\(amount)</value></line>"
        }
        let header =
            "<header><office>\(addresses.office)</office><code>MEMO</code>"
            + "<currency>EUR</currency><date>20261120</date></header>"
        return await processXML(
            "<transaction destiny='temporary'>\(header)<lines>\(lines.joined())</lines>"
                + "</transaction>", token: token)
    }

    /// What the admin address answers, as JSON.
    func admin(
        _ method: String, _ path: String, _ body: String = ""
    ) async throws -> [String: Any] {
        let answer = await client.send(method, "/admin" + path, body: body)
        let json = try JSONSerialization.jsonObject(with: Data(answer.body.utf8))
        return json as? [String: Any] ?? [:]
    }

    /// The numbers of the entries of the memo journal.
    func memoNumbers() async throws -> [String] {
        let answer = try await admin("GET", "/books/entries?daybook=MEMO")
        let entries = answer["entries"] as? [[String: Any]] ?? []
        return entries.compactMap { $0["number"] as? String }
    }
}
