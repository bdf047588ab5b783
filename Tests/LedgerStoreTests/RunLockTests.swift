import DomainModel
import Foundation
import LedgerStore
import Testing

@Suite("The lock of a run")
struct RunLockTests {
    @Test("keeps a second run of the connection out, and says whose it is")
    func held() throws {
        let scene = try Scene()
        let at = Instant(milliseconds: 1_763_900_000_000)
        let lock = try scene.ledger.lock("shop", since: at)
        let second = try LedgerStore(path: scene.path, options: Scene.options)
        for ledger in [scene.ledger, second] {
            let fault = #expect(throws: LedgerFault.self) { try ledger.lock("shop", since: at) }
            #expect(fault?.reason == .locked)
            #expect(fault?.message.contains("process \(getpid()) on ") == true)
            #expect(fault?.message.contains(", since 2025-11-23T12:13:20Z") == true)
        }
        for other in ["winkel", "shop/../shop", "SHOP", ""] {
            withExtendedLifetime(try second.lock(other, since: at)) {}
        }
        withExtendedLifetime(lock) {}
    }

    @Test("ends with its holder, and what a holder left behind locks nobody out")
    func ended() throws {
        let scene = try Scene()
        do {
            let lock = try scene.ledger.lock("shop", since: scene.now)
            withExtendedLifetime(lock) {}
        }
        let left = scene.path + ".shop.lock"
        #expect(FileManager.default.fileExists(atPath: left))
        try Data("process 1 on elsewhere, since long ago\n".utf8).write(to: URL(filePath: left))
        withExtendedLifetime(try scene.ledger.lock("shop", since: scene.now)) {}
        let text = try String(contentsOfFile: left, encoding: .utf8)
        #expect(text.hasPrefix("process \(getpid()) "))
    }
}
