import ByteText
import DomainModel
import PaymentsModel
import RunnerCore

/// CCV behind the runner's port, without wires.
struct SimulatedPayments: PaymentService {
    let world: SimulatedWorld

    func payments(since first: Instant) async throws -> [SeenPayment] {
        try world.call("ccv.payments") { world in
            try world.readList(.ccv)
            let found = world.account.payments.filter { $0.created >= first }
            return world.seen(found)
        }
    }

    func payments(_ references: [String]) async throws -> [SeenPayment] {
        try world.call("ccv.payments \(references.count)") { world in
            try world.readList(.ccv)
            return world.seen(references.compactMap { world.account[$0] })
        }
    }
}

extension WorldState {
    /// Payments as CCV's JSON gives them, with what belongs to them; what did not change is not
    /// written anew.
    mutating func seen(_ payments: [Payment]) -> [SeenPayment] {
        withRelated(payments).map { payment in
            if let written = written[payment.reference], written.0 == payment { return written.1 }
            let seen = SeenPayment(payment)
            written[payment.reference] = (payment, seen)
            return seen
        }
    }

    /// Payments, and what belongs to them: pages, attempts on pages, originals.
    func withRelated(_ payments: [Payment]) -> [Payment] {
        var found = payments
        var seen = Set(payments.map(\.reference))
        for payment in payments {
            for reference in [payment.originalReference, payment.childReferenceId] {
                guard let other = reference.flatMap({ account[$0] }),
                    seen.insert(other.reference).inserted
                else { continue }
                found.append(other)
            }
        }
        return found
    }
}

extension SeenPayment {
    init(_ payment: Payment) {
        var json = JSONWriter()
        let texts: [(String, String?)] = [
            ("reference", payment.reference), ("type", payment.type.rawValue),
            ("status", payment.status.rawValue), ("method", payment.method),
            ("brand", payment.brand), ("amount", MinorUnits.text(payment.amount)),
            ("currency", payment.currency),
            ("merchantOrderReference", payment.merchantOrderReference),
            ("originalReference", payment.originalReference),
            ("childReferenceId", payment.childReferenceId), ("failureCode", payment.failureCode),
        ]
        json.beginObject()
        for case (let key, let value?) in texts {
            json.key(key)
            json.string(value)
        }
        let times: [(String, Instant?)] = [
            ("created", payment.created), ("lastUpdate", payment.lastUpdate),
            ("statusFinalDate", payment.statusFinalDate),
        ]
        for case (let key, let value?) in times {
            json.key(key)
            json.integer(value.milliseconds)
        }
        json.endObject()
        self.init(
            reference: payment.reference, json: json.bytes, created: payment.created,
            lastUpdate: payment.lastUpdate,
            isFinal: payment.status == .success || payment.status == .failed)
    }
}
