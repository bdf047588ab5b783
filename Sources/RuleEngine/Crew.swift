/// Those who share work: how many they are, and how work is handed to them.
///
/// The core starts no threads; the shell says how. What they find must never depend on who did
/// what, or when.
public struct Crew: Sendable {
    /// Calls its second argument once for each task from 0 up to its first, with the number of a
    /// worker that does nothing else meanwhile; returns when all calls have.
    public typealias Sharing =
        @Sendable (_ tasks: Int, _ work: @Sendable (_ worker: Int, _ task: Int) -> Void) -> Void

    /// How many can work at once; 1 or more.
    public let count: Int
    private let share: Sharing

    /// Takes the number of workers, from 1, and how they share tasks.
    public init(count: Int, share: @escaping Sharing) {
        self.count = max(1, count)
        self.share = share
    }

    /// One who does everything, in order.
    public static let alone = Crew(count: 1) { tasks, work in
        for task in 0..<tasks { work(0, task) }
    }

    /// Does some tasks, each once, with the number of a worker that does nothing else meanwhile.
    public func perform(
        tasks: Int, _ work: @Sendable (_ worker: Int, _ task: Int) -> Void
    ) {
        share(tasks, work)
    }

    /// The results of some tasks, in their order.
    func map<Value: Sendable>(
        tasks: Int, _ work: @Sendable (_ worker: Int, _ task: Int) -> Value
    ) -> [Value] {
        let places = Places<Value>(tasks)
        share(tasks) { worker, task in places.fill(task, work(worker, task)) }
        return places.values
    }

    /// Room for results that several threads fill, each place once.
    private final class Places<Value: Sendable>: @unchecked Sendable {
        private let room: UnsafeMutableBufferPointer<Value?>

        init(_ count: Int) {
            room = .allocate(capacity: count)
            room.initialize(repeating: nil)
        }

        deinit {
            room.deinitialize()
            room.deallocate()
        }

        func fill(_ place: Int, _ value: Value) { room[place] = value }

        var values: [Value] { room.compactMap(\.self) }
    }
}
