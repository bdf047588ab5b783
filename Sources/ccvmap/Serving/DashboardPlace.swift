import ConfigurationReading
import Dashboard
import DomainModel

/// Where the dashboard is, by the configuration.
struct DashboardPlace {
    /// The host to listen on; an IPv6 address without its brackets.
    let host: String
    /// How it is reached.
    let settings: DashboardSettings
    /// With what it speaks https; nil when it speaks http.
    let certificate: ServerCertificate?
    private let shownHost: String
    private let shownPublic: String?

    /// Takes a configuration; throws for plain http that others could read along.
    init(_ configuration: Configuration) throws {
        let address = configuration.dashboard
        let publicURL = configuration.pages.publicURL
        let isLocal = WebAddress("http://" + address.host)?.isLoopback == true
        // A password that travels by plain http is read along.
        guard
            isLocal || publicURL?.isSecure == true || configuration.pages.certificate != nil
        else {
            throw CommandFault.usage(
                "dashboard.address \(TerminalCell.clean(address.host)) can be reached by others,"
                    + " and without https they read passwords along",
                help:
                    "write  address: \"127.0.0.1:\(address.port ?? 8080)\"  under  dashboard:  and"
                    + " put a web server with https before it, named by  public_url: https://…;"
                    + " or give it a  certificate")
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
        shownHost = address.host
        shownPublic = publicURL.map { Self.origin($0) + $0.path + "/" }
        host = address.host.filter { $0 != "[" && $0 != "]" }
        var names: Set<String> = ["127.0.0.1", "localhost", "[::1]", address.host]
        if let publicURL { names.insert(publicURL.host) }
        settings = DashboardSettings(
            basePath: publicURL?.path ?? "", hostNames: names,
            origins: publicURL.map { [Self.origin($0)] } ?? [],
            isSecure: certificate != nil || publicURL?.isSecure == true,
            isBehindServer: publicURL != nil,
            zone: SystemTimeZone.rules(configuration.schedule.timeZone) ?? .utc,
            version: "ccvmap " + CCVMap.number)
    }

    /// The address on this machine, by the port that is listened on.
    func address(_ port: Int) -> String {
        (certificate == nil ? "http" : "https") + "://\(shownHost):\(port)\(settings.basePath)/"
    }

    /// The address that people open: the public one, when there is one.
    func publicAddress(_ port: Int) -> String { shownPublic ?? address(port) }

    private static func origin(_ address: WebAddress) -> String {
        (address.isSecure ? "https://" : "http://") + address.host
            + (address.port.map { ":\($0)" } ?? "")
    }
}
