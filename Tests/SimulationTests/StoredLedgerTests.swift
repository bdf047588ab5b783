import Foundation
import LedgerStore
import SimulationAudit
import SimulationSupport
import Testing

@Suite("Simulated days of a shop with the ledger of the product")
struct StoredLedgerTests {
    @Test("The ledger in a file keeps what the one in memory keeps", arguments: UInt64(1)...4)
    func allKept(group: UInt64) async throws {
        for seed in group * 10..<group * 10 + 10 {
            let folder = FileManager.default.temporaryDirectory
                .appending(path: "ccvmap-simulation-\(UUID().uuidString)")
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let store = try LedgerStore(path: folder.appending(path: "ledger.db").path)
            let outcome = try await Simulation.run(
                Simulation.Setting(seed: seed), ledger: StoredLedger(store: store))
            #expect(outcome.findings.isEmpty, "seed \(seed), with the ledger in a file")
            #expect(outcome.states["reconciled", default: 0] >= 0)
        }
    }
}
