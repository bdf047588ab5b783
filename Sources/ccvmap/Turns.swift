import Glibc

/// Lets threads that work side by side do one part of it in order.
///
/// A thread that waits for its turn waits for threads that have an earlier turn and are at work, so
/// it never waits for ever.
final class Turns: @unchecked Sendable {
    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private let changed: UnsafeMutablePointer<pthread_cond_t>
    private var current = 0

    init() {
        lock = .allocate(capacity: 1)
        changed = .allocate(capacity: 1)
        pthread_mutex_init(lock, nil)
        pthread_cond_init(changed, nil)
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(lock)
        changed.deallocate()
        lock.deallocate()
    }

    /// Waits for a turn, from 0; does the work, and gives the turn to the next.
    func take(_ turn: Int, _ work: () -> Void) {
        pthread_mutex_lock(lock)
        while current != turn { pthread_cond_wait(changed, lock) }
        pthread_mutex_unlock(lock)
        work()
        pthread_mutex_lock(lock)
        current += 1
        pthread_cond_broadcast(changed)
        pthread_mutex_unlock(lock)
    }
}
