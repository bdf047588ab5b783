import DomainModel
import RunnerCore
import Testing

@Suite("What may happen to a posting")
struct PostingTests {
    private static let states: [(String, Posting.State)] = [
        ("intended", .intended), ("parked", .parked(absentSince: nil)),
        ("absent once", .parked(absentSince: Samples.noon)), ("posted", .posted(Samples.memo)),
        ("reconciled", .reconciled(Samples.memo)),
        ("unreconcilable", .unreconcilable(Samples.memo, "gone")), ("ended", .ended("refused")),
        ("unclear", .unclear("twice")),
    ]

    private static let events: [(String, PostingEvent)] = [
        ("booked", .booked(Samples.memo)), ("refused", .refused(["period", "date"])),
        ("unsent", .unsent("429")), ("parked", .parked("no answer")),
        ("not found", .notFound(Samples.proof())),
        ("adopted", .adopted(Samples.memo, Samples.proof())),
        ("proved absent", .provedAbsent(Samples.proof())),
        ("unclear", .unclear("twice", Samples.proof())), ("reconciled", .reconciled("3")),
        ("unreconcilable", .unreconcilable("gone")), ("not reconciled", .reconcileFailed("busy")),
        ("withdrawn", .withdrawn("by hand")), ("again", .reconcileAgain("undone")),
    ]

    /// By state and event: the state after it.
    ///
    /// What is not here can never follow.
    private static let after: [String: [String: Posting.State]] = [
        "intended": [
            "booked": .posted(Samples.memo), "refused": .ended("period; date"),
            "unsent": .ended("429"), "parked": .parked(absentSince: nil),
        ],
        "parked": [
            "not found": .parked(absentSince: Samples.noon), "adopted": .posted(Samples.memo),
            "unclear": .unclear("twice"), "withdrawn": .ended("by hand"),
        ],
        "absent once": [
            "not found": .parked(absentSince: Samples.noon), "adopted": .posted(Samples.memo),
            "proved absent": .ended(""), "unclear": .unclear("twice"),
            "withdrawn": .ended("by hand"),
        ],
        "posted": [
            "reconciled": .reconciled(Samples.memo),
            "unreconcilable": .unreconcilable(Samples.memo, "gone"),
            "not reconciled": .posted(Samples.memo),
        ],
        "unreconcilable": [
            "again": .posted(Samples.memo), "withdrawn": .ended("by hand"),
            "reconciled": .reconciled(Samples.memo),
        ],
        "unclear": ["withdrawn": .ended("by hand")],
    ]

    @Test("Every event after every state is as the table says, or impossible", arguments: states)
    func table(name: String, state: Posting.State) {
        for (word, event) in Self.events {
            let expected = Self.after[name]?[word]
            let posting = Samples.posting(state)
            let found = try? posting.after(event)
            #expect(found?.state == expected, "\(name), \(word)")
            guard var found else { continue }
            found.state = state
            #expect(found == posting, "an event changes the state only")
        }
    }

    @Test("A search that finds nothing keeps the moment of the first one")
    func firstAbsence() throws {
        let parked = try Samples.posting(.intended).after(.parked("no answer"))
        let once = try parked.after(.notFound(Samples.proof(minutes: 5)))
        let twice = try once.after(.notFound(Samples.proof(minutes: 20)))
        #expect(twice.state == .parked(absentSince: Samples.later(minutes: 5)))
    }

    @Test("Only what ended gives its sale free")
    func claims() {
        for (name, state) in Self.states {
            #expect(Samples.posting(state).claimsSale == (name != "ended"), "\(name)")
        }
    }
}
