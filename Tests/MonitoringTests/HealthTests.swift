import DomainModel
import Monitoring
import Testing

@Suite("Whether the program is well")
struct HealthTests {
    private func codes(_ change: (inout MonitoredState) -> Void) -> [String] {
        var state = MonitoredState.sample
        change(&state)
        return Health(of: state).reasons.map { "\($0.code) \($0.connection ?? "-")" }
    }

    @Test("A program that fetched half an hour ago is well")
    func well() {
        let health = Health(of: .sample)
        #expect(health.isWell)
        #expect(
            String(decoding: health.json, as: UTF8.self)
                == #"{"status":"ok","at":"2026-11-20T12:00:00Z","reasons":[]}"# + "\n")
    }

    @Test("Two hours without a complete fetch are too long, whatever the runs say")
    func stale() {
        #expect(codes { $0.now.milliseconds = 1_795_174_200_250 + 7_200_000 } == [])
        #expect(
            codes { $0.now.milliseconds = 1_795_174_200_250 + 7_200_001 }
                == ["no_complete_fetch webshop"])
        #expect(codes { $0.connections[0].lastFetch = nil } == ["no_complete_fetch webshop"])
    }

    @Test("A run that failed or did not do everything is a reason; one that gave way is none")
    func runs() {
        for (result, expected) in [
            ("failed", ["last_run_failed webshop"]), ("incomplete", ["last_run_failed webshop"]),
            ("held", []), ("stopped", []), ("complete", []),
        ] {
            #expect(codes { $0.connections[0].lastResult = result } == expected)
        }
    }

    @Test("A ledger that cannot be read is one reason, and a schedule that stands still another")
    func ledger() {
        #expect(
            codes {
                $0.ledgerFault = "damaged"
                $0.connections[0].lastFetch = nil
            } == ["ledger_unreadable -"])
        #expect(codes { $0.isAlive = false } == ["schedule_stands_still -"])
    }
}
