import DomainModel
import Foundation
import ServiceHTTP
import Testing

@testable import TwinfieldClient

extension TwinfieldClient {
    fileprivate func setLongLimit(_ limit: Int) { longLimit = limit }
}

/// Answers without end: memory stays bounded, and they are given up.
@Suite(.serialized) struct LargeAnswerTests {
    /// 500 MB of something, in an envelope.
    private static func reply(_ start: String, _ piece: String) -> LocalServer.Reply {
        let repeated = String(repeating: piece, count: 65_536 / piece.utf8.count)
        var reply = LocalServer.Reply.xml(LocalServer.Reply.resultStart + start)
        reply.repeated = (Array(repeated.utf8), 500_000_000 / repeated.utf8.count)
        reply.tail = LocalServer.Reply.resultEnd
        return reply
    }

    /// The memory of this process in bytes.
    private static func memory() throws -> Int {
        let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        return (Int(text.split(separator: " ")[1]) ?? 0) * 4096
    }

    private static let browse = "&lt;browse result=\"1\" first=\"1\" last=\"1\" total=\"1\"&gt;"

    @Test(arguments: [
        (browse, " "), (browse, "&lt;x&gt;"), (browse + "&lt;tr&gt;&lt;td&gt;", "a"),
    ])
    func halfAGigabyteIsGivenUpWithBoundedMemory(_ start: String, _ piece: String) async throws {
        let endless = Self.reply(start, piece)
        try await BooksDouble(
            retries: 0,
            { ask in
                ask.contains("<type>browse</type>")
                    ? BrowseReplies.definition("100", BrowseReplies.openItemFields) : endless
            }
        ).run { client, _ in
            await client.setLongLimit(1 << 24)
            let before = try Self.memory()
            await #expect(throws: ServiceFault.self) {
                try await client.openItems(years: 2026...2026)
            }
            #expect(try Self.memory() - before < 200_000_000)
        }
    }

    @Test func aPostWithHalfAGigabyteOfAnswerIsUnknown() async throws {
        let endless = Self.reply("", " ")
        try await BooksDouble({ _ in endless }).run { client, double in
            let result = try await client.post(
                Array("<transactions/>".utf8), daybook: "MEMO", reference: "C24-1")
            guard case .unknown = result else {
                Issue.record("not unknown")
                return
            }
            #expect(double.count == 1)
        }
    }
}
