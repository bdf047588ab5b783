import DomainModel
import HTTPTypes
import Hummingbird
import People
import Synchronization
import Wording

/// Bounds how often an address that is not signed in may ask, and how often anybody may try names,
/// passwords, codes and invitations.
///
/// Who is signed in is known and can be signed out; what such a person asks is not counted here.
struct RateGuard: RouterMiddleware {
    typealias Context = PageContext

    let room: PageRoom
    private let buckets = Buckets()

    init(room: PageRoom) { self.room = room }

    func handle(
        _ request: Request, context: PageContext,
        next: (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        if context.visitor == nil {
            try buckets.take(.strangers, "all " + context.address, room.now())
        }
        let path = request.uri.path.dropFirst(room.settings.basePath.utf8.count)
        if request.method == .post, Self.tight.contains(String(path)) || context.visitor == nil {
            try buckets.take(.attempts, "try " + context.address, room.now())
        }
        return try await next(request, context)
    }

    /// Where a password, a code or an invitation is tried.
    private static let tight: Set<String> = [
        "/aanmelden", "/aanmelden/code", "/uitnodiging", "/acties/wachtwoord",
        "/acties/tweede-stap", "/acties/tweede-stap-code",
    ]

    /// What is left to each address; it forgets the oldest.
    private final class Buckets: Sendable {
        private let table = Mutex(BoundedTable<TokenBucket>(capacity: 20_000))

        func take(_ rate: TokenBucket.Rate, _ key: String, _ now: Instant) throws(PageFault) {
            let seconds = table.withLock { table in
                var bucket = table[key] ?? TokenBucket(rate, at: now)
                defer { table[key] = bucket }
                return bucket.take(rate, at: now)
            }
            if let seconds { throw .tooMany(seconds) }
        }
    }
}
