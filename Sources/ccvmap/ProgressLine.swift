import FoundationEssentials
import Synchronization

/// A line on stderr that shows how far long work is; only on a terminal, and only after a while.
final class ProgressLine: Sendable {
    private struct State {
        var started = Date()
        var lastShown = Date.distantPast
        var isVisible = false
    }

    private let state = Mutex(State())

    /// Shows which work is in hand, when how much there is cannot be known.
    func show(_ work: String) {
        guard Console.isTerminal else { return }
        state.withLock { $0.isVisible = true }
        write("\r\u{1B}[K\(work) …")
    }

    /// Shows how much of the work is done, at most ten times a second.
    func show(_ work: String, done: Int, of total: Int) {
        guard Console.isTerminal, total > 0 else { return }
        let isDue = state.withLock { state in
            let now = Date()
            guard now.timeIntervalSince(state.started) > 0.5,
                now.timeIntervalSince(state.lastShown) > 0.1
            else { return false }
            state.lastShown = now
            state.isVisible = true
            return true
        }
        guard isDue else { return }
        let filled = min(30, done * 30 / total)
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 30 - filled)
        write("\r\u{1B}[K[\(bar)] \(min(100, done * 100 / total)) %  \(work)")
    }

    /// Takes the line away.
    func clear() {
        let wasVisible = state.withLock { state in
            defer { state.isVisible = false }
            return state.isVisible
        }
        if wasVisible { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) {
        // A progress line that cannot be shown is no reason to stop.
        _ = try? FileDescriptor.write(Array(text.utf8)[...], to: 2)
    }
}
