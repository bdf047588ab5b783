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
