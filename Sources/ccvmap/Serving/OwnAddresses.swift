import ConfigurationReading
import Synchronization

/// The addresses at which the dashboard is reached.
final class OwnAddresses: Sendable {
    private let publicURL: WebAddress?
    private let isSecure: Bool
    private let port = Mutex<Int?>(nil)

    /// Takes the public address of a configuration; the port comes when it is listened on.
    init(_ configuration: Configuration) {
        publicURL = configuration.pages.publicURL
        isSecure = configuration.pages.certificate != nil
    }

    /// Notes the port on this machine.
    func listens(on port: Int) { self.port.withLock { $0 = port } }

    /// Whether a redirect address has scheme, host and port of the public address.
    func isPublic(_ redirectURI: String) -> Bool {
        guard let address = WebAddress(redirectURI), let publicURL else { return false }
        return address.isSecure == publicURL.isSecure && address.host == publicURL.host
            && Self.port(address) == Self.port(publicURL)
    }

    /// Whether the dashboard itself answers a redirect address.
    func own(_ redirectURI: String) -> Bool {
        if isPublic(redirectURI) { return true }
        guard let address = WebAddress(redirectURI), address.isLoopback,
            address.isSecure == isSecure
        else { return false }
        return port.withLock { $0 } == Self.port(address)
    }

    /// The path of a redirect address as a request has it; nil for what is no address.
    static func path(_ redirectURI: String) -> String? {
        WebAddress(redirectURI).map { $0.path.isEmpty ? "/" : $0.path }
    }

    private static func port(_ address: WebAddress) -> Int {
        address.port ?? (address.isSecure ? 443 : 80)
    }
}
