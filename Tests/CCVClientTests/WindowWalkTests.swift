import Testing

@testable import CCVClient

@Suite("The walk through windows")
struct WindowWalkTests {
    private let day: ClosedRange<Int64> = 1_000...86_400_999

    @Test(
        "Every payment is found, whatever the order and the size of the pages",
        arguments: PageServer.Order.allCases, [1, 2, 3, 7, 25, 100, 1000])
    func findsAll(order: PageServer.Order, pageSize: Int) throws {
        for seed in 1...6 as ClosedRange<UInt64> {
            let count = [0, 1, 2, 5, 60, 400][Int(seed) - 1]
            let payments = randomPayments(count, ticks: day, seed: seed)
            var server = PageServer(payments, seed: seed)
            server.order = order
            server.pageSize = pageSize
            let (found, walk) = try walked(day, &server)
            #expect(found == Set(payments.map(\.reference)), "seed \(seed)")
            #expect(walk.requestCount <= 10 * count + 20, "seed \(seed)")
        }
    }

    @Test("A day without truncation costs three requests, an empty one costs one")
    func fewRequests() throws {
        var none = PageServer([])
        #expect(try walked(day, &none).walk.requestCount == 1)
        var some = PageServer(randomPayments(80, ticks: day, seed: 3))
        #expect(try walked(day, &some).walk.requestCount == 3)
    }

    @Test("10,000 payments in pages of 100", arguments: PageServer.Order.allCases)
    func tenThousand(order: PageServer.Order) throws {
        let payments = randomPayments(10_000, ticks: day, seed: 8)
        var server = PageServer(payments, seed: 9)
        server.order = order
        server.pageSize = 100
        let (found, walk) = try walked(day, &server)
        #expect(found.count == 10_000)
        #expect(walk.requestCount < 1_000)
    }

    @Test(
        "More payments of one tick than a page are found by cursors, or are unproven",
        arguments: PageServer.Order.allCases, PageServer.Cursors.allCases)
    func oneTick(order: PageServer.Order, cursors: PageServer.Cursors) throws {
        for (size, pageSize) in [(300, 100), (35, 10), (100, 100), (5, 1), (7, 2), (2, 1)] {
            let crowd = (0..<size).map { Sighting(reference: "r\(1000 + $0)", tick: 5_000) }
            let others = randomPayments(40, ticks: day, seed: 4)
            var server = PageServer(crowd + others, seed: 2)
            server.order = order
            server.pageSize = pageSize
            server.cursors = cursors
            let (found, walk) = try walked(day, &server)
            let missing = size + 40 - found.count
            #expect(
                missing == 0 || (!walk.unproven.isEmpty || pageSize == 1),
                "\(size) in pages of \(pageSize): \(missing) missing")
            if cursors != .ignored { #expect(missing == 0, "\(size) by \(pageSize)") }
        }
    }

    @Test("Payments added on the way are found, those of before too")
    func added() throws {
        for seed in 1...5 as ClosedRange<UInt64> {
            let all = randomPayments(600, ticks: day, seed: seed)
            for order in PageServer.Order.allCases {
                var server = PageServer(Array(all[..<400]), seed: seed)
                server.coming = Array(all[400...])
                server.order = order
                server.pageSize = 50
                let (found, _) = try walked(day, &server)
                #expect(found.isSuperset(of: all[..<400].map(\.reference)))
            }
        }
    }

    @Test("A service that takes its bounds as included changes nothing")
    func includedBounds() throws {
        for pageSize in [1, 2, 10, 1000] {
            for order in PageServer.Order.allCases {
                let close = (0..<90).map {
                    Sighting(reference: "r\(100 + $0)", tick: 2_000 + Int64($0) / 2)
                }
                var server = PageServer(close, seed: 5)
                server.includesBounds = true
                server.order = order
                server.pageSize = pageSize
                let (found, _) = try walked(2_010...2_030, &server)
                #expect(found.count == 42, "pages of \(pageSize), \(order)")
            }
        }
    }

    @Test(
        "A service that lies gets a fault, or everything is found all the same",
        arguments: PageServer.Lie.allCases)
    func lies(lie: PageServer.Lie) throws {
        for seed in 1...24 as ClosedRange<UInt64> {
            let inside = randomPayments(Int(seed) * 3, ticks: day, seed: seed)
            let outside = [
                Sighting(reference: "before", tick: 10),
                Sighting(reference: "behind", tick: 99_000_000),
            ]
            var server = PageServer(inside + outside, seed: seed)
            server.order = PageServer.Order.allCases[Int(seed % 4)]
            server.pageSize = lie == .shortPages ? 1000 : [1, 3, 10, 1000][Int(seed / 4 % 4)]
            server.lie = lie
            do {
                let (found, walk) = try walked(day, &server, requestLimit: 4_000)
                #expect(walk.requestCount <= 4_000)
                if lie != .emptyAtTimes, lie != .variedPages {
                    #expect(found == Set(inside.map(\.reference)), "seed \(seed)")
                }
            } catch is WalkFault {
                continue
            }
        }
    }

    @Test("Once pages are seen to change their length, nothing is missed any more")
    func irregularPages() throws {
        var noticed = 0
        for seed in 1...40 as ClosedRange<UInt64> {
            let payments = randomPayments(60, ticks: day, seed: seed)
            var server = PageServer(payments, seed: seed)
            server.order = PageServer.Order.allCases[Int(seed % 4)]
            server.lie = .variedPages
            let (found, walk) = try walked(day, &server)
            guard walk.pages.isIrregular else { continue }
            noticed += 1
            #expect(found.count == 60, "seed \(seed)")
        }
        #expect(noticed > 20)
    }

    @Test("The cap on requests ends a walk that does not end by itself")
    func cap() throws {
        var server = PageServer(randomPayments(500, ticks: day, seed: 1))
        server.pageSize = 1
        #expect(throws: WalkFault.tooManyRequests(50)) {
            _ = try walked(day, &server, requestLimit: 50)
        }
    }

    @Test("An answer that is too long makes the window narrower, down to a limit")
    func tooLong() throws {
        let payments = randomPayments(200, ticks: day, seed: 6)
        var server = PageServer(payments)
        var walk = WindowWalk(day, requestLimit: 1_000)
        var found: Set<String> = []
        while let question = try walk.next() {
            let answer = server.answer(question)
            if answer.count > 30 {
                try walk.refuseAsTooLong(Array(answer[..<30]))
            } else {
                found.formUnion(answer.map(\.reference))
                try walk.take(answer)
            }
        }
        #expect(found.count == 200)

        var endless = WindowWalk(day, requestLimit: 1_000)
        #expect(throws: WalkFault.self) {
            while try endless.next() != nil { try endless.refuseAsTooLong() }
        }
        #expect(endless.requestCount < 20)
    }
}
