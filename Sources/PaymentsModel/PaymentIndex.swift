import DomainModel

/// Finds payments by reference, by landing page and by the moment they were created.
struct PaymentIndex: Sendable, Equatable {
    /// Where a payment stands.
    private var positions: [String: Int]
    /// What acts on a payment: refunds, captures, reversals and chargebacks.
    private var followUps: [String: [Int]] = [:]
    /// What was tried on a landing page, the first attempt first.
    private var attempts: [String: [Int]] = [:]
    /// Every position in order of creation; of one moment, in the order they came in.
    private(set) var byCreation: [Int]
    /// The moments that belong to `byCreation`.
    private var creations: [Instant]

    init(_ payments: [Payment]) {
        positions = [:]
        positions.reserveCapacity(payments.count)
        for (position, payment) in payments.enumerated() {
            positions[payment.reference] = position
            if let original = payment.originalReference {
                followUps[original, default: []].append(position)
            }
            if let page = payment.landingPage { attempts[page, default: []].append(position) }
        }
        byCreation = payments.indices.sorted { left, right in
            (payments[left].created, left) < (payments[right].created, right)
        }
        creations = byCreation.map { payments[$0].created }
    }

    /// Adds the payment that stands at the end.
    mutating func add(_ payment: Payment, at position: Int) {
        positions[payment.reference] = position
        if let original = payment.originalReference {
            followUps[original, default: []].append(position)
        }
        if let page = payment.landingPage { attempts[page, default: []].append(position) }
        let place = firstPlace { $0 > payment.created }
        byCreation.insert(position, at: place)
        creations.insert(payment.created, at: place)
    }

    func position(of reference: String) -> Int? { positions[reference] }

    func followUps(of reference: String) -> [Int] { followUps[reference] ?? [] }

    func attempts(on landingPage: String) -> [Int] { attempts[landingPage] ?? [] }

    /// The places of `byCreation` whose moments lie between the bounds, which are left out.
    func places(after lower: Instant?, before upper: Instant?) -> Range<Int> {
        let start = lower.map { bound in firstPlace { $0 > bound } } ?? 0
        let end = upper.map { bound in firstPlace { $0 >= bound } } ?? creations.count
        return start..<max(start, end)
    }

    private func firstPlace(where isBehind: (Instant) -> Bool) -> Int {
        var low = 0
        var high = creations.count
        while low < high {
            let middle = (low + high) / 2
            if isBehind(creations[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
