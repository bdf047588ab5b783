import ConfigurationReading
import Dashboard
import DomainModel
import FoundationEssentials

/// Where the dashboard is, by the configuration.
struct DashboardPlace {
    /// The host to listen on; an IPv6 address without its brackets.
    let host: String
    /// How it is reached.
    let settings: DashboardSettings
    /// With what it speaks https; nil when it speaks http.
    let certificate: ServerCertificate?
    private let shownHost: String

    /// Takes a configuration; throws for an address that others could reach.
    init(_ configuration: Configuration) throws {
        let address = configuration.dashboard
        // Until people have names and roles, whoever reaches the pages may do everything.
        guard WebAddress("http://" + address.host)?.isLoopback == true else {
            throw CommandFault.usage(
                "dashboard.address \(TerminalCell.clean(address.host)) can be reached by others,"
                    + " and the dashboard has no users yet",
                help:
                    "write  address: \"127.0.0.1:\(address.port ?? 8080)\"  under  dashboard:  and"
                    + " put a web server that asks for a password before it")
        }
        do {
            certificate = try configuration.pages.certificate.map {
                try ServerCertificate(chain: $0.chain, key: $0.key)
            }
        } catch let fault as ServerCertificate.Fault {
            throw CommandFault.usage(
                fault.message,
                help: "see dashboard.certificate and dashboard.certificate_key; may this user read"
                    + " both files?")
        }
        let publicURL = configuration.pages.publicURL
        shownHost = address.host
        host = address.host.filter { $0 != "[" && $0 != "]" }
        var names: Set<String> = ["127.0.0.1", "localhost", "[::1]", address.host]
        if let publicURL { names.insert(publicURL.host) }
        let environment = ProcessInfo.processInfo.environment
        settings = DashboardSettings(
            basePath: publicURL?.path ?? "", hostNames: names,
            origins: publicURL.map { [Self.origin($0)] } ?? [],
            isSecure: certificate != nil || publicURL?.isSecure == true,
            zone: SystemTimeZone.rules(configuration.schedule.timeZone) ?? .utc,
            who: environment["SUDO_USER"] ?? environment["USER"] ?? "dashboard",
            version: "ccvmap " + CCVMap.number)
    }

    /// The address on this machine, by the port that is listened on.
    func address(_ port: Int) -> String {
        (certificate == nil ? "http" : "https") + "://\(shownHost):\(port)\(settings.basePath)/"
    }

    private static func origin(_ address: WebAddress) -> String {
        (address.isSecure ? "https://" : "http://") + address.host
            + (address.port.map { ":\($0)" } ?? "")
    }
}
