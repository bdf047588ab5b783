import Testing

@testable import Sandbox

@Suite("The plan of faults")
struct FaultPlanTests {
    private static let method = WireRequest(method: "GET", path: "/api/v1/method")
    private static let balance = WireRequest(method: "GET", path: "/api/v1/balance")

    /// Which of so many requests a fault meets, from 1.
    private static func met(_ text: String, of count: Int, seed: UInt64 = 1) throws -> [Int] {
        var plan = FaultPlan(try FaultText(text).rules(), seed: seed)
        return (1...count).filter { _ in
            !plan.effects(on: method, RequestKind(method)).words.isEmpty
        }
    }

    static let moments = [
        ("method:503", [1, 2, 3, 4, 5, 6, 7, 8]), ("method:503@3", [3]),
        ("method:503@2-4", [2, 3, 4]), ("method:503@from:6", [6, 7, 8]),
        ("method:503@first:2", [1, 2]), ("method:503@every:3", [3, 6]),
        ("method:503@from:3@every:2", [4, 6, 8]), ("method:503@every:2@times:2", [2, 4]),
        ("method:503@first:5@every:2", [2, 4]), ("balance:503", []),
    ]

    @Test("A fault meets the requests it says", arguments: moments)
    func momentsAreMet(text: String, expected: [Int]) throws {
        #expect(try Self.met(text, of: 8) == expected)
    }

    @Test("Only requests that fit are counted")
    func otherRequestsDoNotCount() throws {
        var plan = FaultPlan(try FaultText("method:503@2").rules(), seed: 1)
        for request in [Self.method, Self.balance, Self.balance] {
            #expect(plan.effects(on: request, RequestKind(request)).words.isEmpty)
        }
        #expect(plan.effects(on: Self.method, RequestKind(Self.method)).words == ["503"])
        #expect(plan.standing.map(\.seen) == [2])
        #expect(plan.standing.map(\.met) == [1])
    }

    @Test("Chance follows the seed, and comes near what was asked")
    func chanceFollowsSeed() throws {
        let first = try Self.met("method:503%30", of: 2000, seed: 7)
        #expect(try Self.met("method:503%30", of: 2000, seed: 7) == first)
        #expect(try Self.met("method:503%30", of: 2000, seed: 8) != first)
        #expect((500...700).contains(first.count))
    }

    @Test("Delays add up, moods come together, and the first end counts")
    func effectsCombine() throws {
        let text =
            "any:slow(1s),method:slow(500ms),any:slow-after(2s),any:mood(pageSize=3),"
            + "method:cut-after,any:503"
        var plan = FaultPlan(try FaultText(text).rules(), seed: 1)
        let orders = plan.effects(on: Self.method, RequestKind(Self.method))
        #expect(orders.delayBefore == 1500)
        #expect(orders.delayAfter == 2000)
        #expect(orders.moods.count == 1)
        #expect(orders.ending == .cutAfter)
        #expect(orders.isHandled)
    }

    @Test("A fault can ask for a text in the request")
    func textInRequest() throws {
        var place = FaultPlace()
        place.contains = "WEB-17"
        let with = WireRequest(method: "POST", path: "/x", body: Array("a WEB-17 b".utf8))
        let without = WireRequest(method: "POST", path: "/x", body: Array("WEB-18".utf8))
        let asked = WireRequest(method: "GET", path: "/x", query: [.init("order", "WEB-17")])
        #expect(place.fits(with, RequestKind(with)))
        #expect(!place.fits(without, RequestKind(without)))
        #expect(place.fits(asked, RequestKind(asked)))
    }

    @Test("A fault that was taken away meets nothing more")
    func removedFaultIsGone() throws {
        var plan = FaultPlan(try FaultText("method:503,method:502").rules(), seed: 1)
        let isRemoved = plan.remove(1)
        let isRemovedAgain = plan.remove(1)
        #expect(isRemoved && !isRemovedAgain)
        let orders = plan.effects(on: Self.method, RequestKind(Self.method))
        #expect(orders.words == ["502"])
    }
}
