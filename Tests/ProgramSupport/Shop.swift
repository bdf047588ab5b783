import Foundation

/// A folder made by `init` whose connection is the sandbox.
package final class Shop {
    package let place: Workplace
    package let sandbox: SandboxProcess
    package let port: Int

    package init(_ arguments: [String] = []) throws {
        place = try Workplace()
        sandbox = try SandboxProcess(place.program, arguments)
        port = Int.random(in: 20_000..<32_000)
        try place.run(["init", "books"]).mustHaveWorked()
        try place.edit(
            "books/ccvmap.yaml", "https://api.psp.ccv.eu/api/v1", sandbox.addresses.ccv)
        try place.edit(
            "books/ccvmap.yaml", "https://login.twinfield.com", sandbox.addresses.twinfield)
        try place.edit(
            "books/ccvmap.yaml", "# client_id: …",
            "client_id: \(sandbox.addresses.clientID)\n      redirect_uri: \(redirect) #")
        try place.edit("books/ccvmap.yaml", "credits_per_minute: 25", "credits_per_minute: 0")
        try place.edit("books/ccvmap.yaml", "retries: 4", "retries: 1")
        try place.edit("books/ccvmap.yaml", "backoff: 1 second", "backoff: 0 seconds")
    }

    /// A shop that is connected with both services, and books the payments of the last three weeks:
    /// its first fetch is short.
    ///
    /// `probeGrace` is written in the place of the half hour of the configuration.
    package static func connected(probeGrace: String? = nil) async throws -> Shop {
        let shop = try Shop()
        if let probeGrace {
            try shop.place.edit(
                "books/ccvmap.yaml", "probe_grace: 30 minutes", "probe_grace: \(probeGrace)")
        }
        let day = Date().addingTimeInterval(-21 * 86_400).formatted(.iso8601.year().month().day())
        try shop.place.edit(
            "books/rules/ccv-twinfield.yaml", "book_from: 2025-01-01", "book_from: \(day)")
        try await shop.connect()
        return shop
    }

    /// How often each transaction id stands in the memo journal.
    package func bookings() async throws -> [String: Int] {
        let text = try await sandbox.look("/books/entries?daybook=MEMO")
        var counts: [String: Int] = [:]
        for line in text.split(separator: "\n") where line.hasSuffix(" betaling\",") {
            counts[String(line), default: 0] += 1
        }
        return counts
    }

    package var redirect: String { "http://127.0.0.1:\(port)/twinfield" }

    package func run(_ arguments: String..., input: String = "") throws -> CommandRun {
        try place.run(arguments + ["--config", "books/ccvmap.yaml"], input: input)
    }

    package func connectCCV() throws {
        let run = try run("connect", "ccv", input: sandbox.addresses.apiKey + "\n")
        try run.mustHaveWorked()
    }

    /// Connects Twinfield by pasting the redirect address.
    package func connectTwinfield() async throws {
        let run = try await paste { try await self.sandbox.consent($0) }
        try run.mustHaveWorked()
    }

    package func connect() async throws {
        try connectCCV()
        try await connectTwinfield()
    }

    /// Runs `connect twinfield --no-listen`, and pastes what `answer` makes of the address.
    package func paste(
        secret: String? = nil, _ answer: (String) async throws -> String
    ) async throws -> CommandRun {
        let talk = try place.talk(
            ["connect", "twinfield", "--no-listen", "--config", "books/ccvmap.yaml"])
        try talk.say((secret ?? sandbox.addresses.clientSecret) + "\n")
        let address = try talk.line()
        try talk.say(try await answer(address) + "\n")
        return try talk.end()
    }
}
