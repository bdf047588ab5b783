import ArgumentParser
import ByteText
import ConfigurationReading
import DashboardStore
import DomainModel
import FoundationEssentials
import People

/// The group of commands `ccvmap users`.
struct UsersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "users", abstract: "Who may come into the dashboard.",
        subcommands: [
            UsersListCommand.self, UsersInviteCommand.self, UsersResetCommand.self,
        ])
}

/// The command `ccvmap users list`.
struct UsersListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the people of the dashboard, and who is invited.",
        discussion: """
            Examples:
              ccvmap users list
              ccvmap users list --json

            Exit codes: 0 listed, 1 it cannot be read, 2 wrong configuration.
            """)

    @OptionGroup var options: ConfigurationOptions

    @Flag(help: "Print JSON, for scripts.")
    var json = false

    func run() throws {
        guard let configuration = try options.readOrExplain().configuration else { return }
        var people: [Person] = []
        var invitations: [Invitation] = []
        // Who only looks makes no file.
        if FileManager.default.fileExists(atPath: configuration.pages.database) {
            let store = try PeopleDesk(configuration).store
            let now = AsOf.now
            people = try PeopleDesk.explained { try store.people(at: now) }
            invitations = try PeopleDesk.explained { try store.invitations(at: now) }
        }
        let text =
            json
            ? Self.json(people, invitations) : Array(Self.table(people, invitations).utf8)
        try Console.output(text[...])
    }

    private static func table(_ people: [Person], _ invitations: [Invitation]) -> String {
        if people.isEmpty, invitations.isEmpty {
            return "nobody yet: `ccvmap serve` prints the link for the first administrator\n"
        }
        let rows =
            people.map { person in
                [person.name, person.role.rawValue, state(person), person.seen?.isoText ?? "-"]
            }
            + invitations.map { invitation in
                [
                    invitation.name ?? "-", invitation.role.rawValue, "invited",
                    "until " + invitation.expires.isoText,
                ]
            }
        let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            zip(row, widths).map { text, width in
                text + String(repeating: " ", count: width - text.count)
            }.joined(separator: "  ").trimmedEnd + "\n"
        }.joined()
    }

    /// `active`, `inactive`, `to_set_up` after a reset, or `locked` after failures.
    private static func state(_ person: Person) -> String {
        if !person.isActive { return "inactive" }
        if !person.isSetUp { return "to_set_up" }
        return person.lockedUntil == nil ? "active" : "locked"
    }

    private static func json(_ people: [Person], _ invitations: [Invitation]) -> [UInt8] {
        var json = JSONWriter()
        func field(_ name: String, _ text: String?) {
            json.key(name)
            if let text { json.string(text) } else { json.null() }
        }
        json.beginObject()
        json.key("users")
        json.beginArray()
        for person in people {
            json.beginObject()
            field("name", person.name)
            field("role", person.role.rawValue)
            field("state", state(person))
            field("seen", person.seen?.isoText)
            field("until", person.lockedUntil?.isoText)
            json.endObject()
        }
        for invitation in invitations {
            json.beginObject()
            field("name", invitation.name)
            field("role", invitation.role.rawValue)
            field("state", "invited")
            field("seen", nil)
            field("until", invitation.expires.isoText)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.newline()
        return json.bytes
    }
}

/// The command `ccvmap users invite NAME --role ROLE`.
struct UsersInviteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Print a link by which a person gets access, once.",
        discussion: """
            Examples:
              ccvmap users invite Anna --role bookkeeper
              ccvmap users invite "Jan de Boer" --role administrator

            The link holds for seven days. Its bearer chooses a password and sets the second step
            up; give it to nobody else. An earlier open invitation of that name ends.
            Exit codes: 0 printed, 1 the name is taken or the store cannot be written, 2 wrong
            usage or configuration.
            """)

    @OptionGroup var options: ConfigurationOptions

    @Argument(help: "The name by which the person signs in.")
    var name: String

    @Option(
        help: "What the person may do: reader, bookkeeper, rule_editor, administrator.",
        transform: { text in
            guard let role = Role(rawValue: text) else {
                let names = Role.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("--role takes one of \(names)")
            }
            return role
        })
    var role: Role

    func run() throws {
        guard let configuration = try options.readOrExplain().configuration else { return }
        let desk = try PeopleDesk(configuration)
        let issued = try PeopleDesk.explained {
            try desk.store.invite(name, role, by: PeopleDesk.who, at: AsOf.now)
        }
        try InvitationLink(configuration).print(issued)
    }
}

/// The command `ccvmap users reset NAME`.
struct UsersResetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset", abstract: "Take a lost password away, and print a new way in.",
        discussion: """
            Example:  ccvmap users reset Anna

            Password and second step are gone and all sessions of the person end at once. The link
            holds for 24 hours and works once.
            Exit codes: 0 printed, 1 there is nobody of this name or the store cannot be written,
            2 wrong usage or configuration.
            """)

    @OptionGroup var options: ConfigurationOptions

    @Argument(help: "The name of the person.")
    var name: String

    func run() throws {
        guard let configuration = try options.readOrExplain().configuration else { return }
        let desk = try PeopleDesk(configuration)
        let issued = try PeopleDesk.explained {
            let key = PersonName(name)?.key
            let people = try desk.store.people(at: AsOf.now)
            guard let person = people.first(where: { PersonName($0.name)?.key == key }) else {
                throw PeopleFault.unknown
            }
            return try desk.store.reset(person.id, by: PeopleDesk.who, at: AsOf.now)
        }
        try InvitationLink(configuration).print(issued)
    }
}

/// Prints the link of an invitation on stdout, and on stderr until when it holds.
struct InvitationLink {
    private let address: String

    init(_ configuration: Configuration) throws {
        let place = try DashboardPlace(configuration)
        address = place.publicAddress(configuration.dashboard.port ?? 8080)
    }

    func print(_ issued: IssuedInvitation) throws {
        Console.error("works once, until \(issued.invitation.expires.isoText)")
        try Console.output(Array((address + "uitnodiging?bon=\(issued.token)\n").utf8)[...])
    }
}

extension String {
    /// Without spaces at its end.
    fileprivate var trimmedEnd: String {
        var text = self
        while text.hasSuffix(" ") { text.removeLast() }
        return text
    }
}
