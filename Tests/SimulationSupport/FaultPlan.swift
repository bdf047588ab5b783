/// How often what goes wrong, in times of a thousand calls.
package struct FaultPlan: Sendable {
    /// A call never reaches the service, and that is sure.
    package var unsent = 0
    /// A write is lost on its way; the caller cannot know.
    package var lost = 0
    /// A write is executed, and its answer is lost.
    package var answerLost = 0
    /// A write is executed within the grace, long after its answer was given up.
    package var late = 0
    /// A write is refused for once.
    package var refused = 0
    /// A list is cut off, and the adapter refuses it.
    package var incomplete = 0
    /// A call takes minutes.
    package var slow = 0
    /// People do something just before the call.
    package var race = 0
    /// The disk of the ledger fails.
    package var disk = 0
    /// The process dies.
    package var crash = 0
    /// So many hours of a hundred, one service or the other is down.
    package var downHours = 0
    /// Whether the deleted entries can be read.
    package var showsDeleted = true
    /// At most so many minutes later something late is executed; the grace is thirty.
    package var latest = 25

    /// A sale that can never be read, by its number, also at the end.
    package var unreadableSale: String?

    /// Nothing goes wrong.
    package init() {}

    /// Goes wrong as a seed says: calm, rough or very rough.
    init(random: inout SeededNumbers) {
        let roughness = random.pick([0, 1, 1, 2, 2, 5])
        unsent = roughness * 10
        lost = roughness * 15
        answerLost = roughness * 25
        late = roughness * 20
        refused = roughness * 8
        incomplete = roughness * 8
        slow = roughness * 15
        race = random.pick([0, 5, 30])
        disk = random.pick([0, 0, 2])
        crash = random.pick([0, 2, 6, 15])
        downHours = random.pick([0, 0, 5, 15])
        showsDeleted = random.chance(700)
    }
}
