import DomainModel
import HTTPTypes
import Hummingbird
import Logging
import People
import Testing

@testable import Dashboard

@Suite("Roles on the pages")
struct RoleTests {
    /// Every route of the program with who may ask for it.
    static func routes() throws -> (written: [(route: String, access: Access)], all: Set<String>) {
        let people = try PeopleDouble()
        let settings = DashboardSettings(
            basePath: "", hostNames: [], origins: [], isSecure: false, isBehindServer: false,
            zone: .utc, version: "")
        let dashboard = try Dashboard(
            settings,
            DashboardPorts(
                views: LedgerDouble(SampleLedger.content), actions: ActionsDouble(),
                people: people.store, rules: RulesDouble(), connecting: ConnectingDouble()),
            logger: Logger(label: "test"), now: { SampleLedger.now })
        let routes = dashboard.router.routes.map { "\($0.method) /\($0.path)" }
        return (dashboard.routes.all, Set(routes.map { $0.replacing("//", with: "/") }))
    }

    @Test("Every route says who may ask for it")
    func written() throws {
        let (written, all) = try Self.routes()
        #expect(written.count > 30)
        #expect(Set(written.map(\.route)) == all.filter { !$0.hasPrefix("HEAD") })
        let open = written.filter { $0.access == .everybody }.map(\.route)
        #expect(
            Set(open) == [
                "GET /aanmelden", "POST /aanmelden", "GET /aanmelden/code",
                "POST /aanmelden/code", "GET /uitnodiging", "POST /uitnodiging",
                "GET /favicon.ico", "GET /middelen/ccvmap.css", "GET /middelen/ccvmap.js",
                "GET /middelen/icon.svg",
            ])
    }

    @Test(
        "A role gets every page and form that it may have, and no other", arguments: Role.allCases)
    func everyRoute(role: Role) async throws {
        let routes = try Self.routes().written
        let refusal = "Uw rol staat dit niet toe"
        try await Browser.visit(role: role) { browser in
            for (route, access) in routes where !route.hasSuffix("/afmelden") {
                guard case .holder(let permission) = access else { continue }
                let path = String(route.split(separator: " ")[1])
                let answer: Browser.Answer
                if route.hasPrefix("GET") {
                    answer = try await browser.get(path)
                } else {
                    let proof = try await browser.get("/account").page.form("/afmelden").proof
                    answer = try await browser.post(path, ["bewijs": proof])
                }
                #expect(answer.text.contains(refusal) == !role.may(permission), "\(route)")
                if !role.may(permission) { #expect(answer.status == .forbidden, "\(route)") }
            }
        }
    }

    @Test("A stranger gets nothing but the way in, also where there is no page")
    func stranger() async throws {
        let routes = try Self.routes().written
        let actions = ActionsDouble()
        try await Browser.visit(actions: actions, role: nil) { browser in
            for (route, access) in routes where access != .everybody {
                let path = String(route.split(separator: " ")[1])
                if route.hasPrefix("GET") {
                    let answer = try await browser.get(path)
                    #expect(answer.status == .seeOther, "\(route)")
                    #expect(answer.headers[.location]?.hasPrefix("/aanmelden") == true)
                    #expect(answer.text.isEmpty)
                }
            }
            let nowhere = try await browser.get("/nergens")
            #expect(nowhere.headers[.location] == "/aanmelden")
            let token = try await browser.get("/aanmelden").page.form("/aanmelden").proof
            let forms = routes.filter { $0.route.hasPrefix("POST") && $0.access != .everybody }
            for (route, _) in forms.prefix(15) {
                let path = String(route.split(separator: " ")[1])
                let answer = try await browser.post(path, ["bewijs": token])
                #expect(answer.status == .forbidden, "\(route)")
            }
            #expect(actions.done.isEmpty)
        }
    }

    @Test("A reader sees no form that does something to payments, anywhere")
    func readerForms() async throws {
        try await Browser.visit(role: .reader) { browser in
            for path in PageTests.paths {
                let page = try await browser.get(path).page
                let acts = page.all("form").filter { $0["method"] == "post" }
                    .compactMap { $0["action"] }
                let own = [
                    "/afmelden", "/aanmelden", "/acties/melding", "/acties/wachtwoord",
                    "/acties/tweede-stap", "/acties/sessies",
                ]
                #expect(Set(acts).isSubset(of: own), "\(path)")
                #expect(page.all("input").allSatisfy { $0["type"] != "radio" })
            }
        }
    }
}
