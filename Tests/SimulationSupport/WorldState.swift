import BooksModel
import DomainModel
import PaymentsModel
import RunnerCore
import SimulationAudit

/// The process died: nothing it does after this has an effect.
struct ProcessDied: Error {}

/// Everything outside the runner: the services, people, and time.
struct WorldState: Sendable {
    /// The true moment, which both services' clocks show.
    var now: Instant
    /// What the clock of this machine shows too much, in milliseconds.
    var clockError: Int64 = 0
    var books: Books
    var account: PaymentAccount
    var auditor: Auditor
    var people = PeopleRecord()
    var faults = FaultPlan()
    var random: SeededNumbers
    var log: RunLog
    /// What the shop will do, the next at the end.
    var agenda: [Deed] = []
    /// The references of payments by the names that the agenda gives them.
    var references: [String: String] = [:]
    /// What the books will execute though nobody waits for it any more.
    var late: [LateWrite] = []
    /// How many calls the process made since the world began.
    var calls = 0
    /// The process dies at this call.
    var diesAt: Int?
    var isDead = false
    /// Our entries as they were booked.
    var originals: [BooksModel.EntryKey: Entry] = [:]
    /// Until when each service is down.
    var downUntil: [String: Instant] = [:]
    /// The payments as they were written for CCV's answers.
    var written: [String: (Payment, SeenPayment)] = [:]
    /// Takes a list that was cut off for the whole, as a canary does.
    var trustsCutLists = false
    /// The user under whose name the runner works.
    static let user = "KOPPELING"

    /// A write whose sender gave up waiting.
    struct LateWrite: Sendable {
        var at: Instant
        var change: BooksChange
    }

    /// Lets time pass; the shop goes on, and what is late happens.
    mutating func pass(milliseconds: Int64) {
        let end = Instant(milliseconds: now.milliseconds + milliseconds)
        while true {
            let nextDeed = agenda.last?.at ?? end
            let nextLate = late.map(\.at).min() ?? end
            let next = min(nextDeed, nextLate)
            guard next < end else { break }
            now = max(now, next)
            account.advance(to: now)
            if nextDeed <= nextLate, let deed = agenda.popLast() {
                perform(deed)
            } else if let place = late.firstIndex(where: { $0.at == nextLate }) {
                let write = late.remove(at: place)
                log.note("late write")
                _ = execute(write.change, call: nil)
            }
        }
        now = end
        account.advance(to: now)
    }

    /// Executes a write of ours in the books; the auditor sees it.
    mutating func execute(_ change: BooksChange, call: Int?) -> BooksOutcome {
        let before = books
        let outcome = books.apply(change, at: now)
        switch outcome {
        case .saved(let entry):
            log.note("booked \(entry.key.number)")
            originals[entry.key] = entry
            auditor.sees(
                entry, bookedIn: before, account: account, people: people, call: call)
        case .matched(let matched):
            log.note("matched \(matched.customer ?? "") \(matched.number ?? 0)")
            if let number = matched.number, let customer = matched.customer,
                let match = books.match(customer: customer, number: number)
            {
                auditor.sees(match, in: books, account: account)
            }
        default: log.note("books refused: \(outcome.refusals.count)")
        }
        return outcome
    }
}
