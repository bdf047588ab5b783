import ServiceHTTP
import Synchronization
import TwinfieldClient

/// The queues of requests to Twinfield, one for each client and organisation of this program.
///
/// Twinfield counts credits for client and organisation together: what a page reads must come out
/// of the same budget as a run (API reference, 7). Which organisation a connection belongs to is
/// known after the login only, so each connection counts as one of its own.
enum SharedQueues {
    private static let queues = Mutex<[String: RequestQueue]>([:])

    /// The queue of a connection.
    static func queue(of settings: TwinfieldSettings, _ retrying: Retrying) -> RequestQueue {
        let key = [
            settings.loginURL, settings.clientID, settings.connection,
            settings.creditsPerMinute.map(String.init) ?? "",
        ].joined(separator: "\n")
        return queues.withLock { queues in
            if let known = queues[key] { return known }
            let queue = RequestQueue(
                creditsPerMinute: settings.creditsPerMinute, retrying: retrying)
            queues[key] = queue
            return queue
        }
    }
}
