import HTTPTypes
import People
import Synchronization

/// Who may ask for a route.
enum Access: Sendable, Hashable {
    /// Anybody, also before signing in.
    case everybody
    /// Who is signed in and has a permission.
    case holder(Permission)
}

/// Every route of the dashboard with who may ask for it.
///
/// A route that does not stand here is refused to everybody: nothing can be added without saying
/// whose it is.
final class RouteBook: Sendable {
    private let accesses = Mutex<[String: Access]>([:])

    /// Writes a route down.
    func add(_ method: HTTPRequest.Method, _ path: String, _ access: Access) {
        accesses.withLock { $0[Self.key(method, path)] = access }
    }

    /// Who may ask for a route; nil when it is none of ours.
    func access(_ method: HTTPRequest.Method, _ path: String) -> Access? {
        // The head of a page is for those who may see the page.
        accesses.withLock { $0[Self.key(method == .head ? .get : method, path)] }
    }

    /// All of them, by path.
    var all: [(route: String, access: Access)] {
        accesses.withLock { accesses in
            accesses.sorted { $0.key < $1.key }.map { (route: $0.key, access: $0.value) }
        }
    }

    private static func key(_ method: HTTPRequest.Method, _ path: String) -> String {
        let plain = path.split(separator: "/").joined(separator: "/")
        return method.rawValue + " /" + plain
    }
}
