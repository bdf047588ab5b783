import Foundation
import Testing

/// A folder made by `init` whose connection is the sandbox.
final class Shop {
    let place: Workplace
    let sandbox: SandboxProcess
    let port: Int

    init(_ arguments: [String] = []) throws {
        place = try Workplace()
        sandbox = try SandboxProcess(place.program, arguments)
        port = Int.random(in: 20_000..<32_000)
        #expect(try place.run(["init", "books"]).code == 0)
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

    var redirect: String { "http://127.0.0.1:\(port)/twinfield" }

    func run(_ arguments: String..., input: String = "") throws -> CommandRun {
        try place.run(arguments + ["--config", "books/ccvmap.yaml"], input: input)
    }

    func connectCCV() throws {
        let run = try run("connect", "ccv", input: sandbox.addresses.apiKey + "\n")
        try #require(run.code == 0, "\(run.errors)")
    }

    /// Connects Twinfield by pasting the redirect address.
    func connectTwinfield() async throws {
        let run = try await paste { try await self.sandbox.consent($0) }
        try #require(run.code == 0, "\(run.errors)")
    }

    func connect() async throws {
        try connectCCV()
        try await connectTwinfield()
    }

    /// Runs `connect twinfield --no-listen`, and pastes what `answer` makes of the address.
    func paste(
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
