import DomainModel
import Testing

@testable import Monitoring

@Suite("The figures for Prometheus")
struct MetricsTextTests {
    @Test("Help, type and samples stand as the format asks, with what is special escaped")
    func format() {
        var page = MetricsText()
        page.family("a_total", .counter, "A help with \\ and \"\nlines.")
        page.sample("a_total", [], "3")
        page.sample("a_total", [("x", "1"), ("y", "a\\b\"c\nd é")], "4.5")
        #expect(
            page.text == #"""
                # HELP a_total A help with \\ and "\nlines.
                # TYPE a_total counter
                a_total 3
                a_total{x="1",y="a\\b\"c\nd é"} 4.5

                """#)
    }

    @Test("The page has counts, amounts and times of each connection, and each family once")
    func page() {
        let text = MetricsPage.text(.sample)
        for line in [
            #"ccvmap_build_info{version="0.1.0"} 1"#,
            "ccvmap_start_time_seconds 1795172400.000",
            "ccvmap_ledger_readable 1", "ccvmap_healthy 1",
            #"ccvmap_payments{connection="webshop",state="review",currency="EUR"} 2"#,
            #"ccvmap_payments_amount{connection="webshop",state="review",currency="EUR"} 119.05"#,
            #"ccvmap_payments_amount{connection="webshop",state="review",currency="JPY"} 500"#,
            #"ccvmap_last_complete_fetch_timestamp_seconds{connection="webshop"} 1795174200.250"#,
            #"ccvmap_next_run_timestamp_seconds{connection="webshop"} 1795177800.000"#,
            #"ccvmap_runs_total{connection="webshop",kind="night",result="complete"} 1"#,
            #"ccvmap_run_duration_seconds_sum{connection="webshop"} 61.500"#,
            #"ccvmap_run_duration_seconds_count{connection="webshop"} 4"#,
            #"ccvmap_last_run_problems{connection="webshop",code="several_fit"} 3"#,
            #"ccvmap_service_faults_total{connection="webshop",service="ccv",kind="refused"} 2"#,
        ] {
            #expect(text.split(separator: "\n").contains(Substring(line)), "\(line)\n\(text)")
        }
        #expect(text.hasSuffix("\n"))
    }

    @Test("Every line is a help, a type or a sample of the family that stands above it")
    func wellFormed() throws {
        var family = ""
        var seen: Set<String> = []
        for line in MetricsPage.text(.sample).split(separator: "\n") {
            let words = line.split(separator: " ")
            if line.hasPrefix("# HELP ") {
                family = String(words[2])
                #expect(seen.insert(family).inserted, "\(family)")
                #expect(words.count > 3)
            } else if line.hasPrefix("# TYPE ") {
                #expect(words[2] == family)
                #expect(["gauge", "counter", "summary"].contains(words[3]))
            } else {
                let name = line.prefix { $0 != "{" && $0 != " " }
                let names = [family, family + "_sum", family + "_count"]
                #expect(names.contains(String(name)), "\(line)")
                #expect(Double(try #require(words.last)) != nil, "\(line)")
            }
        }
    }
}

extension MonitoredState {
    /// A connection for which all is well.
    static var sample: MonitoredState {
        var webshop = MonitoredConnection(name: "webshop")
        webshop.tallies = [
            .init(state: "review", currency: "JPY", count: 1, amount: 500),
            .init(state: "review", currency: "EUR", count: 2, amount: 11_905),
        ]
        webshop.lastFetch = Instant(milliseconds: 1_795_174_200_250)
        webshop.lastRun = Instant(milliseconds: 1_795_174_260_000)
        webshop.lastResult = "complete"
        webshop.nextRun = Instant(milliseconds: 1_795_177_800_000)
        webshop.runs = [
            .init(kind: "regular", result: "complete", count: 3),
            .init(kind: "night", result: "complete", count: 1),
        ]
        webshop.totalDuration = .milliseconds(61_500)
        webshop.lastDuration = .milliseconds(1_005)
        webshop.problems = ["several_fit": 3]
        webshop.faults = [.init(service: "ccv", kind: "refused", count: 2)]
        return MonitoredState(
            now: Instant(milliseconds: 1_795_176_000_000),
            started: Instant(milliseconds: 1_795_172_400_000), version: "0.1.0",
            connections: [webshop])
    }
}
