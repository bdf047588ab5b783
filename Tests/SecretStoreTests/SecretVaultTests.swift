import Foundation
import SecretStore
import Testing

@Suite("The encrypted secrets")
struct SecretVaultTests {
    @Test("What was stored is read back, for its connection and kind only")
    func storeAndRead() throws {
        let place = try SecretPlace()
        #expect(try place.vault.secret(.apiKey, of: "shop") == nil)
        try place.fill()
        #expect(try place.isReadable())
        #expect(try place.vault.secret(.tokens, of: "shop") == nil)
        try place.vault.store(
            Secret("é🙂\n" + String(repeating: "x", count: 9000)), as: .tokens, of: "shop")
        #expect(try place.vault.secret(.tokens, of: "shop")?.reveal().hasPrefix("é🙂\nxxx") == true)
        try place.vault.store(nil, as: .tokens, of: "shop")
        #expect(try place.vault.secret(.tokens, of: "shop") == nil)
        #expect(try place.isReadable())
        #expect(try place.mode(place.file) == 0o600)
    }

    @Test("No secret stands in the file, and the same one is never encrypted alike")
    func encrypted() throws {
        let place = try SecretPlace()
        try place.vault.store(Secret("findable"), as: .apiKey, of: "shop")
        let first = try place.read(place.file)
        try place.vault.store(Secret("findable"), as: .apiKey, of: "shop")
        let second = try place.read(place.file)
        #expect(first != second)
        for bytes in [first, second] {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(
                !text.contains("findable")
                    && !text.contains(Data("findable".utf8).base64EncodedString()))
        }
    }

    @Test("A secret prints as stars, however it is printed")
    func printing() {
        let secret = Secret("hush")
        var dumped = ""
        dump(secret, to: &dumped)
        let optional: Secret? = secret
        for text in [
            "\(secret)", String(describing: secret), String(reflecting: secret), dumped,
            "\([secret])", String(describing: optional), "\((1, secret))",
        ] {
            #expect(!text.contains("hush") && !text.contains("104"), "\(text)")
        }
        #expect("\(secret)" == "****")
    }

    @Test("Another key opens nothing and changes nothing")
    func otherKey() throws {
        let place = try SecretPlace()
        try place.fill()
        let file = try place.read(place.file)
        let key = try place.read(place.keyFile)
        try place.write(place.keyFile, SecretVault.newKeyFile())
        for attempt in [
            fault { try place.vault.secret(.apiKey, of: "shop") },
            fault { try place.vault.store(Secret("x"), as: .apiKey, of: "shop") },
            fault { try place.vault.rotate() },
        ] {
            #expect(attempt?.reason == .wrongKey)
            #expect(attempt?.message.contains("another key") == true)
        }
        #expect(try place.read(place.file) == file)
        try place.write(place.keyFile, key)
        #expect(try place.isReadable())
    }

    @Test("A file of which any byte is missing or changed is refused, and stays as it is")
    func tampering() throws {
        let place = try SecretPlace()
        try place.fill()
        let good = try place.read(place.file)
        var versions = stride(from: 0, to: good.count - 2, by: 29).map { Array(good[..<$0]) }
        for index in stride(from: 0, to: good.count - 1, by: 7) {
            var bytes = good
            bytes[index] = bytes[index] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            // A changed space between two values changes nothing that is read.
            if good[index] != 0x20, good[index] != 0x0A { versions.append(bytes) }
        }
        for bytes in versions {
            try place.write(place.file, bytes)
            let found = fault { try place.vault.secret(.apiKey, of: "shop") }
            #expect(
                [.damaged, .wrongKey].contains(found?.reason),
                "\(String(decoding: bytes, as: UTF8.self))")
            #expect(fault { try place.vault.store(Secret("x"), as: .tokens, of: "shop") } != nil)
            #expect(try place.read(place.file) == bytes)
        }
        try place.write(place.file, good)
        #expect(try place.isReadable())
    }

    @Test("Records cannot be moved to another connection, removed or put back")
    func moved() throws {
        let place = try SecretPlace()
        try place.fill()
        let text = String(decoding: try place.read(place.file), as: UTF8.self)
        var file = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let records = try #require(file["records"] as? [[String: Any]])
        var swapped = records
        swapped[0]["sealed"] = records[1]["sealed"]
        swapped[1]["sealed"] = records[0]["sealed"]
        var renamed = records
        renamed[0]["connection"] = "elsewhere"
        for changed in [swapped, renamed, Array(records.dropLast()), []] {
            file["records"] = changed
            try place.write(place.file, [UInt8](JSONSerialization.data(withJSONObject: file)))
            #expect(fault { try place.vault.secret(.apiKey, of: "shop") }?.reason == .damaged)
        }
    }

    @Test("A file of a newer version is left to the newer program")
    func version() throws {
        let place = try SecretPlace()
        try place.fill()
        let text = String(decoding: try place.read(place.file), as: UTF8.self)
        try place.write(
            place.file, Array(text.replacing("\"version\" : 1", with: "\"version\" : 2").utf8))
        #expect(
            fault { try place.vault.secret(.apiKey, of: "shop") }?.message.contains("version 2")
                == true)
    }

    @Test("Many threads that store at once lose nothing")
    func threads() async throws {
        let place = try SecretPlace()
        let vault = place.vault
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<24 {
                group.addTask {
                    try vault.store(Secret("s\(number)"), as: .tokens, of: "shop-\(number)")
                }
            }
            try await group.waitForAll()
        }
        for number in 0..<24 {
            #expect(try vault.secret(.tokens, of: "shop-\(number)")?.reveal() == "s\(number)")
        }
    }
}
