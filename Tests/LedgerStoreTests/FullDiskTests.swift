import Foundation
import GRDB
import RunnerCore
import Testing

@testable import LedgerStore

@Suite("A full disk")
struct FullDiskTests {
    @Test("stops a call with a sentence, and the ledger is as before it", arguments: 0..<8)
    func full(spare: Int) throws {
        let path: String
        let scene = try Scene()
        let pages = try scene.ledger.read { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
        path = scene.path
        try scene.reopen(.init(minimumFree: 0, maximumPages: pages + spare))
        var calls = try? RandomCalls(UInt64(spare), scene)
        var refused = 0
        for number in 0..<300 where refused < 3 {
            do {
                if calls == nil { calls = try RandomCalls(UInt64(spare), scene) }
                try scene.keep(
                    [.example("D\(number)", extra: #","x":"\#(UUID().uuidString)""#)],
                    in: RunID(1))
                try calls?.step()
            } catch let fault as LedgerFault {
                #expect(fault.reason == .full)
                #expect(fault.message.contains(path) && !fault.help.isEmpty)
                refused += 1
                #expect(try scene.ledger.verify().isSound)
            }
        }
        #expect(refused == 3)
        try scene.reopen()
        try scene.run()
        #expect(try scene.ledger.verify().isSound)
    }
}
