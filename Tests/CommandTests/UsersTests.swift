import Foundation
import ProgramSupport
import Testing

@Suite("ccvmap users, and the first start of the dashboard", .serialized)
struct UsersTests {
    /// A dashboard that serves, until it is let go of.
    private final class Serving {
        let place: Workplace
        let talk: Talk
        let address: String

        init(_ place: Workplace) throws {
            self.place = place
            talk = try place.talk(
                ["serve", "--pages-only", "--port", "0", "--config", "books/ccvmap.yaml"])
            address = try #require(try talk.line().split(separator: " ").last.map(String.init))
        }

        func link() throws -> String {
            let line = try talk.line()
            #expect(line.hasPrefix("first administrator: " + address + "uitnodiging?bon="))
            return try #require(line.split(separator: " ").last.map(String.init))
        }

        deinit { talk.askToStop() }
    }

    private static func users(_ place: Workplace, _ arguments: String...) throws -> CommandRun {
        try place.run(["users"] + arguments + ["--config", "books/ccvmap.yaml"])
    }

    @Test("The first start prints a link, the next one another, and none once somebody came in")
    func firstStart() async throws {
        let place = try Workplace()
        try place.run(["init", "books"]).mustHaveWorked()
        #expect(try Self.users(place, "list").text.contains("nobody yet"))
        var old = ""
        do {
            let first = try Serving(place)
            old = String(try first.link().suffix(64))
            first.talk.askToStop()
            let end = try first.talk.end()
            #expect(end.code == 0)
            // The link is a key: it stands in no log.
            #expect(!end.errors.contains(old))
        }
        let anna = DashboardEntry()
        let second = try Serving(place)
        let link = try second.link()
        let ended = try await anna.page(second.address + "uitnodiging?bon=" + old)
        #expect(ended.status == 410)
        let front = try await anna.accept(link, name: "Anna")
        #expect(front.contains("Anna") && front.contains("beheerder"))
        #expect(try await anna.page(link).status == 410)

        // While it serves, the person at the server invites and resets.
        let invited = try Self.users(place, "invite", "Bo", "--role", "bookkeeper")
        #expect(invited.code == 0)
        let token = invited.text.trimmingCharacters(in: .whitespacesAndNewlines).suffix(64)
        let bo = DashboardEntry()
        let entered = try await bo.accept(
            second.address + "uitnodiging?bon=" + token, name: "Bo")
        #expect(entered.contains("boekhouder") && !entered.contains("Mensen"))
        let listed = try Self.users(place, "list", "--json").text
        #expect(listed.contains(#""name":"Anna","role":"administrator","state":"active""#))
        #expect(listed.contains(#""name":"Bo","role":"bookkeeper","state":"active""#))

        let reset = try Self.users(place, "reset", "bo")
        #expect(reset.code == 0 && reset.text.contains("uitnodiging?bon="))
        let out = try await bo.page(second.address + "open")
        #expect(out.text.contains("Aanmelden") && !out.text.contains("boekhouder"))
        #expect(try Self.users(place, "list", "--json").text.contains("to_set_up"))
        let log = try await anna.page(second.address + "logboek").text
        for word in ["server", "wachtwoord en tweede stap gewist", "iemand uitgenodigd"] {
            #expect(log.contains(word))
        }
        second.talk.askToStop()
        #expect(try second.talk.end().code == 0)

        // Nobody is asked again; the store stands beside the ledger and is its owner's alone.
        let third = try Serving(place)
        third.talk.askToStop()
        #expect(!(try third.talk.end().text.contains("first administrator")))
        let file = place.folder.appending(path: "books/dashboard.sqlite").path
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    }

    @Test("What cannot be done is said, with its exit code")
    func refused() throws {
        let place = try Workplace()
        try place.run(["init", "books"]).mustHaveWorked()
        let table: [([String], Int32, String)] = [
            (["reset", "Niemand"], 1, "nobody of this name"),
            (["invite", "server", "--role", "reader"], 2, "this is no name"),
            (["invite", "Bo", "--role", "koning"], 2, "rule_editor"),
            (["invite", "Bo"], 2, "--role"),
            (["list", "--set", "dashboard.database=."], 1, "is no file"),
        ]
        for (arguments, code, words) in table {
            let run = try place.run(["users"] + arguments + ["--config", "books/ccvmap.yaml"])
            #expect(run.code == code, "\(arguments): \(run.errors)")
            #expect(run.errors.contains(words), "\(arguments): \(run.errors)")
        }
    }

    @Test("Beyond this machine it serves only behind https, and never by plain http alone")
    func beyond() throws {
        let place = try Workplace()
        try place.run(["init", "books"]).mustHaveWorked()
        let plain = try place.run([
            "serve", "--config", "books/ccvmap.yaml", "--set", "dashboard.address=0.0.0.0:8080",
        ])
        #expect(plain.code == 2)
        #expect(plain.errors.contains("without https"))
        let talk = try place.talk([
            "serve", "--pages-only", "--port", "0", "--config", "books/ccvmap.yaml", "--set",
            "dashboard.address=0.0.0.0:8080", "--set",
            "dashboard.public_url=https://boeken.example/ccvmap",
        ])
        #expect(try talk.line().hasPrefix("dashboard: http://0.0.0.0:"))
        let link = try talk.line()
        #expect(
            link.hasPrefix(
                "first administrator: https://boeken.example/ccvmap/uitnodiging?bon="))
        talk.askToStop()
        #expect(try talk.end().code == 0)
    }
}
