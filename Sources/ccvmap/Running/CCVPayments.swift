import CCVClient
import DomainModel
import RecordReading
import RunnerCore
import ServiceHTTP

/// The payments of a CCV account, as the runner needs them.
struct CCVPayments: PaymentService {
    let client: CCVClient

    /// The clock of this machine may be wrong: it is looked past now, and a month and more past the
    /// moment that the ledger names.
    func payments(since first: Instant) async throws -> [SeenPayment] {
        let day: Int64 = 86_400_000
        let last = max(AsOf.now.milliseconds + 2 * day, first.milliseconds + 45 * day)
        do throws(ServiceFault) {
            return try await LivePayments(
                of: client, from: first, to: Instant(milliseconds: last)
            ).records.map(Self.seen)
        } catch {
            throw PortFault(error, .ccv)
        }
    }

    func payments(_ references: [String]) async throws -> [SeenPayment] {
        do throws(ServiceFault) {
            return try await client.reread(references).records.map(Self.seen)
        } catch {
            throw PortFault(error, .ccv)
        }
    }

    /// Only `success` and `failed` are at their end; a person may still act on an intervention.
    private static func seen(_ record: PaymentRecord) -> SeenPayment {
        SeenPayment(
            reference: record.reference, json: record.json, created: record.created,
            lastUpdate: record.lastUpdate,
            isFinal: record.status == "success" || record.status == "failed")
    }
}
