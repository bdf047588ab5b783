import Dispatch
import RuleEngine
import Synchronization

/// The threads of this machine, for the work of the core.
enum Threads {
    /// So many workers, on as many threads as the system lends.
    static func crew(_ count: Int) -> Crew {
        if count == 1 { return .alone }
        return Crew(count: count) { tasks, work in
            let next = Atomic(0)
            DispatchQueue.concurrentPerform(iterations: min(count, tasks)) { worker in
                while true {
                    let task = next.wrappingAdd(1, ordering: .relaxed).oldValue
                    guard task < tasks else { return }
                    work(worker, task)
                }
            }
        }
    }
}
