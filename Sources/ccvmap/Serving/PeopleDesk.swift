import ConfigurationReading
import DashboardStore
import People
import SecretStore

/// The people of the dashboard, for the commands of the person at the server.
struct PeopleDesk {
    /// Who is recorded for what the person at the server does.
    static let who = "server"

    let store: DashboardStore

    /// Opens the store of a configuration; throws what to do when it cannot be used.
    init(_ configuration: Configuration) throws {
        store = try Self.explained {
            try DashboardStore(path: configuration.pages.database) {
                try SecretVault(configuration).sealer(for: .peopleKey)
            }
        }
    }

    /// The way in for the first administrator, which ends an earlier one; nil once somebody is in.
    func firstInvitation() throws -> IssuedInvitation? {
        try Self.explained {
            guard try store.isEmpty() else { return nil }
            return try store.invite(nil, .administrator, by: Self.who, at: AsOf.now)
        }
    }

    /// Does something, and says faults as commands say them.
    static func explained<Value>(_ work: () throws -> Value) throws -> Value {
        do { return try work() } catch let fault as DashboardFault {
            throw CommandFault.failed(fault.message, help: fault.help)
        } catch let fault as SecretFault {
            throw CommandFault(fault)
        } catch let fault as PeopleFault {
            throw CommandFault(fault)
        }
    }
}

extension CommandFault {
    /// A change of people that is refused: exit 1, or 2 for a name that nobody can have.
    init(_ fault: PeopleFault) {
        self =
            switch fault {
            case .name:
                .usage(
                    "this is no name: at most \(PersonName.longest) letters, digits, spaces"
                        + " or .-_'@", help: "ccvmap users invite Anna --role bookkeeper")
            case .nameTaken:
                .failed(
                    "somebody has this name already",
                    help: "see  ccvmap users list;  a lost password:  ccvmap users reset NAME")
            case .unknown:
                .failed("there is nobody of this name", help: "see  ccvmap users list")
            default: .failed("refused: \(fault)")
            }
    }
}
