import DomainModel
import RecordReading
import ServiceDoubles
import ServiceHTTP
import Testing

@testable import CCVClient

@Suite("Reading payments again")
struct RereadTests {
    private static func json(_ reference: String, _ more: String = "") -> String {
        ShopServer.json(reference, 1_709_618_400_000, more)
    }

    @Test("References go in batches, come back in any order, and a missing one is read alone")
    func batches() async throws {
        let wanted = (1...60).map { "R\($0).X" } + ["R1.X", "gone", "with,comma", "hidden"]
        try await withClient(
            answering { request in
                if let single = request.query("reference") {
                    return single == "gone" ? [.answer(404)] : [.answer(200, Self.json(single))]
                }
                let asked =
                    request.query("references")?.split(separator: ",").map(String.init) ?? []
                let given = asked.filter { $0 != "gone" && $0 != "hidden" }.reversed()
                return [
                    .answer(200, "[" + given.map { Self.json($0) }.joined(separator: ",") + "]")
                ]
            }
        ) { client, server in
            let answer = try await client.reread(wanted)
            #expect(answer.missing == ["gone"])
            #expect(
                answer.records.map(\.reference)
                    == (1...60).map { "R\($0).X" } + ["with,comma", "hidden"])
            let lists = server.requests.compactMap { $0.query("references") }
            #expect(lists.map { $0.split(separator: ",").count } == [25, 25, 12])
            #expect(
                server.requests.compactMap { $0.query("reference") }
                    == ["gone", "with,comma", "hidden"])
        }
    }

    @Test("A list of references that is not found is read one by one")
    func batchNotFound() async throws {
        let answer = try await withClient(
            answering { request in
                guard let single = request.query("reference") else { return [.answer(404)] }
                return single == "B"
                    ? [.answer(400, #"{"type":"x","failureCode":"unknown_reference"}"#)]
                    : [.answer(200, Self.json(single))]
            }
        ) { client, _ in try await client.reread(["A", "B"]) }
        #expect(answer.records.map(\.reference) == ["A"])
        #expect(answer.missing == ["B"])
    }

    @Test("A web page with 404 is no proof that a payment is missing")
    func pageNotFound() async throws {
        try await withClient(answering { _ in [.answer(404, "<html>", type: "text/html")] }) {
            client, _ in
            await #expect(throws: ServiceFault.self) { _ = try await client.reread(["A"]) }
        }
    }

    @Test("Another payment than the one asked for is an error")
    func otherPayment() async throws {
        try await withClient(answering { _ in [.answer(200, Self.json("B"))] }) { client, _ in
            let fault = await #expect(throws: ServiceFault.self) {
                _ = try await client.reread(["A"])
            }
            #expect(
                fault?.message.contains("`A`") == true && fault?.message.contains("`B`") == true)
        }
    }

    @Test("Nothing to ask for asks nothing")
    func nothing() async throws {
        try await withClient(answering { _ in [.answer(500)] }) { client, server in
            let records = try await client.reread([]).records
            let followUps = try await client.followUps(of: [])
            let children = try await client.children(of: []).records
            #expect(records.isEmpty && followUps.isEmpty && children.isEmpty)
            #expect(server.requests.isEmpty)
        }
    }

    @Test("Refunds come by the payments they act on; a filter that is ignored is an error")
    func followUps() async throws {
        let refund = Self.json("R1", #","originalReference":"A""#)
        let found = try await withClient(answering { _ in [.answer(200, "[\(refund)]")] }) {
            client, server in
            let found = try await client.followUps(of: ["A", "B"])
            #expect(server.requests.map { $0.query("originalReferences") } == ["A,B"])
            return found
        }
        #expect(found.map(\.reference) == ["R1"])
        try await withClient(answering { _ in [.answer(200, "[\(refund),\(Self.json("C"))]")] }) {
            client, _ in
            let fault = await #expect(throws: ServiceFault.self) {
                _ = try await client.followUps(of: ["A"])
            }
            #expect(fault?.message.contains("originalReferences is ignored") == true)
        }
    }

    @Test("Children of landing pages are read one by one")
    func children() async throws {
        let parents = ["C1", "C2", nil].map { child in
            PaymentRecord(
                json: [], reference: "L\(child ?? "")", created: .absent, childReference: child)
        }
        try await withClient(
            answering { request in
                let reference = request.query("reference") ?? ""
                return reference == "C2" ? [.answer(404)] : [.answer(200, Self.json(reference))]
            }
        ) { client, _ in
            let answer = try await client.children(of: parents)
            #expect(answer.records.map(\.reference) == ["C1"])
            #expect(answer.missing == ["C2"])
        }
    }
}
