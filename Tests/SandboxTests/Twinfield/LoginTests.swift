import DomainModel
import Foundation
import Testing

@testable import Sandbox

@Suite("The login service")
struct LoginTests {
    private static let request: [String: String] = [
        "client_id": "demo", "redirect_uri": TwinfieldDouble.redirect, "response_type": "code",
        "scope": TwinfieldDouble.allScopes, "state": "a b&c", "nonce": "once",
    ]

    private static func authorize(
        _ twinfield: inout TwinfieldDouble, _ changes: [String: String?] = [:]
    ) -> WireAnswer {
        var query = request
        for (name, value) in changes { query[name] = value }
        let fields = query.map { ($0.key, $0.value) }
        return twinfield.send("GET", TwinfieldDouble.login + "authorize", query: fields)
    }

    private static func ticket(in page: WireAnswer) -> String {
        let text = String(decoding: page.body, as: UTF8.self)
        let rest = text.split(separator: "name=\"ticket\" value=\"").last ?? ""
        return String(rest.prefix { $0 != "\"" })
    }

    private static func form(_ fields: [(String, String)]) -> String {
        fields.map { $0.0 + "=" + LoginForm.encoded($0.1) }.joined(separator: "&")
    }

    private static func post(
        _ twinfield: inout TwinfieldDouble, _ path: String, _ fields: [(String, String)],
        headers: [(String, String)] = []
    ) -> WireAnswer {
        let type = [("content-type", "application/x-www-form-urlencoded")]
        return twinfield.send(
            "POST", TwinfieldDouble.login + path, headers: type + headers, body: form(fields))
    }

    /// Consents and gives the code.
    private static func code(
        _ twinfield: inout TwinfieldDouble, _ changes: [String: String?] = [:]
    ) -> String {
        let page = authorize(&twinfield, changes)
        let answer = post(
            &twinfield, "authorize", [("ticket", ticket(in: page)), ("decision", "approve")])
        let location = answer.header("Location") ?? ""
        return String(location.split(separator: "code=").last?.prefix { $0 != "&" } ?? "")
    }

    private static let body = [("client_id", "demo"), ("client_secret", "s3cret+/=")]

    private static func exchange(
        _ twinfield: inout TwinfieldDouble, _ code: String, _ more: [(String, String)] = body,
        redirect: String = TwinfieldDouble.redirect, headers: [(String, String)] = []
    ) -> WireAnswer {
        let fields = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirect),
        ]
        return post(&twinfield, "token", fields + more, headers: headers)
    }

    private static func json(_ answer: WireAnswer) -> [String: Any] {
        let value = try? JSONSerialization.jsonObject(with: Data(answer.body))
        return value as? [String: Any] ?? [:]
    }

    @Test("asks a person in Dutch first, and takes the answer once")
    func consent() {
        var twinfield = TwinfieldDouble()
        let page = Self.authorize(&twinfield)
        #expect(page.status == 200)
        let text = String(decoding: page.body, as: UTF8.self)
        #expect(text.contains("<html lang=\"nl\">") && text.contains("Toestaan"))
        #expect(text.contains("Groep &amp; Zn") && !text.contains("once"))
        let fields = [("ticket", Self.ticket(in: page)), ("decision", "approve")]
        let answer = Self.post(&twinfield, "authorize", fields)
        #expect(answer.status == 302)
        let location = answer.header("Location") ?? ""
        #expect(location.hasPrefix(TwinfieldDouble.redirect + "?code="))
        #expect(location.hasSuffix("&state=a%20b%26c"))
        #expect(Self.post(&twinfield, "authorize", fields).status == 400)
    }

    @Test("sends a refusal back, and nothing for a made-up ticket")
    func refusal() {
        var twinfield = TwinfieldDouble()
        let page = Self.authorize(&twinfield)
        let fields = [("ticket", Self.ticket(in: page)), ("decision", "refuse")]
        let location = Self.post(&twinfield, "authorize", fields).header("Location")
        #expect(location == TwinfieldDouble.redirect + "?error=access_denied&state=a%20b%26c")
        let forged = [("ticket", "0123"), ("decision", "approve")]
        #expect(Self.post(&twinfield, "authorize", forged).header("Location") == nil)
    }

    @Test(
        "sends nobody to an address that is not registered to the letter",
        arguments: [
            ["client_id": "other"], ["redirect_uri": TwinfieldDouble.redirect + "/"],
            ["redirect_uri": "https://evil.example/"], ["client_id": nil],
            ["redirect_uri": nil],
        ] as [[String: String?]])
    func noOpenRedirect(changes: [String: String?]) {
        var twinfield = TwinfieldDouble()
        let answer = Self.authorize(&twinfield, changes)
        #expect(answer.status == 400)
        #expect(answer.header("Location") == nil)
    }

    @Test(
        "says in the words of OAuth what a request lacks",
        arguments: [
            (["nonce": nil], "invalid_request"), (["nonce": ""], "invalid_request"),
            (["response_type": nil], "invalid_request"),
            (["response_type": "id_token token"], "unsupported_response_type"),
            (["scope": "twf.user"], "invalid_scope"),
            (["scope": "openid everything"], "invalid_scope"),
            (["code_challenge": "x", "code_challenge_method": "S256"], "invalid_request"),
            (["code_challenge": String(repeating: "x", count: 43)], "invalid_request"),
        ] as [([String: String?], String)])
    func badRequest(changes: [String: String?], error: String) {
        var twinfield = TwinfieldDouble()
        let location = Self.authorize(&twinfield, changes).header("Location")
        #expect(location == TwinfieldDouble.redirect + "?error=\(error)&state=a%20b%26c")
    }

    @Test(
        "knows the program by Basic and by the body, not by both and not by a wrong secret",
        arguments: [
            (Self.body, nil, 200, nil),
            ([], "demo:s3cret+/=", 200, nil), ([], "demo:s3cret%2B%2F%3D", 200, nil),
            ([("client_id", "demo")], "demo:s3cret+/=", 200, nil),
            (Self.body, "demo:s3cret+/=", 400, "invalid_request"),
            ([], "demo:wrong", 401, "invalid_client"),
            ([], "other:s3cret+/=", 401, "invalid_client"),
            ([], nil, 401, "invalid_client"), ([("client_id", "demo")], nil, 401, "invalid_client"),
            ([("client_id", "demo"), ("client_secret", "")], nil, 401, "invalid_client"),
        ] as [([(String, String)], String?, Int, String?)])
    func clientProof(
        fields: [(String, String)], basic: String?, status: Int, error: String?
    ) {
        var twinfield = TwinfieldDouble()
        let code = Self.code(&twinfield)
        let headers = basic.map {
            [("authorization", "Basic " + Data($0.utf8).base64EncodedString())]
        }
        let answer = Self.exchange(&twinfield, code, fields, headers: headers ?? [])
        #expect(answer.status == status)
        #expect(Self.json(answer)["error"] as? String == error)
        #expect(answer.header("Cache-Control") == "no-store")
    }

    @Test("exchanges a code once, in time, and for the address that it was made for")
    func codes() {
        var twinfield = TwinfieldDouble()
        let code = Self.code(&twinfield)
        let strange = Self.exchange(&twinfield, code, redirect: "http://127.0.0.1:1/")
        #expect(strange.status == 400)
        let first = Self.exchange(&twinfield, code)
        #expect(first.status == 200)
        #expect(Self.json(first)["expires_in"] as? Int == 3600)
        #expect(Self.json(first)["token_type"] as? String == "Bearer")
        let second = Self.exchange(&twinfield, code)
        #expect(second.status == 400)
        #expect(Self.json(second)["error"] as? String == "invalid_grant")
        let late = Self.code(&twinfield)
        twinfield.now.milliseconds += 300_001
        #expect(Self.exchange(&twinfield, late).status == 400)
    }

    @Test("wants the verifier of PKCE when a challenge was given, and none otherwise")
    func proofKey() {
        // The example of RFC 7636, appendix B.
        let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
        let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
        let asked = ["code_challenge": challenge, "code_challenge_method": "S256"]
        for (sent, status) in [(verifier, 200), (verifier + "v", 400), ("", 400)] {
            var twinfield = TwinfieldDouble()
            let code = Self.code(&twinfield, asked)
            let more = sent.isEmpty ? [] : [("code_verifier", sent)]
            #expect(Self.exchange(&twinfield, code, Self.body + more).status == status)
        }
        var twinfield = TwinfieldDouble()
        let code = Self.code(&twinfield)
        let more = [("code_verifier", verifier)]
        #expect(Self.exchange(&twinfield, code, Self.body + more).status == 400)
    }

    @Test("puts the nonce into the identity token")
    func identityToken() {
        var twinfield = TwinfieldDouble()
        let code = Self.code(&twinfield)
        let token = Self.json(Self.exchange(&twinfield, code))["id_token"] as? String ?? ""
        let parts = token.split(separator: ".")
        #expect(parts.count == 3)
        let padded = String(parts[1]).replacing("-", with: "+").replacing("_", with: "/")
        let text = padded + String(repeating: "=", count: (4 - padded.count % 4) % 4)
        let claims = String(decoding: Base64.bytes(of: text) ?? [], as: UTF8.self)
        #expect(claims.contains("\"nonce\":\"once\"") && claims.contains("\"aud\":\"demo\""))
    }

    @Test("hands out a refresh token only for offline access")
    func offlineAccess() {
        var twinfield = TwinfieldDouble()
        let code = Self.code(&twinfield, ["scope": "openid twf.organisation"])
        let tokens = Self.json(Self.exchange(&twinfield, code))
        #expect(tokens["refresh_token"] == nil)
        #expect(tokens["access_token"] is String)
    }

    @Test("keeps the refresh token, or rotates it and ends the old one", arguments: [false, true])
    func rotation(rotates: Bool) {
        var mood = TwinfieldMood()
        mood.rotatesRefreshTokens = rotates
        var twinfield = TwinfieldDouble(mood: mood)
        func refresh(_ token: String) -> WireAnswer {
            let fields = [("grant_type", "refresh_token"), ("refresh_token", token)]
            return Self.post(&twinfield, "token", fields + Self.body)
        }
        let next = Self.json(refresh("refresh"))["refresh_token"] as? String
        #expect((next == "refresh") == !rotates)
        #expect(refresh("refresh").status == (rotates ? 400 : 200))
        #expect(refresh(next ?? "").status == 200)
        #expect(Self.json(refresh("made up"))["error"] as? String == "invalid_grant")
        twinfield.world.changeLogins(.revokeConsents, at: twinfield.now)
        #expect(refresh(next ?? "").status == 400)
    }

    @Test("tells the claims of a token while it is valid, times as texts")
    func claims() {
        var twinfield = TwinfieldDouble()
        let path = TwinfieldDouble.login + "accesstokenvalidation"
        let query = [("token", twinfield.token)]
        let claims = Self.json(twinfield.send("GET", path, query: query))
        #expect(claims["twf.clusterUrl"] as? String == TwinfieldDouble.base)
        #expect(claims["twf.organisationCode"] as? String == "WEB")
        #expect(claims["twf.organisationUserCode"] as? String == "API1")
        #expect(claims["nbf"] as? String == "1795000000")
        #expect(claims["exp"] as? String == "1795003600")
        #expect((claims["scope"] as? [String])?.count == 5)
        twinfield.now.milliseconds += 3_600_000
        let late = twinfield.send("GET", path, query: query)
        #expect(late.status == 400)
        #expect(Self.json(late)["Message"] is String)
    }

    @Test("leaves the cluster out without its scope, and in one mood")
    func noCluster() {
        var mood = TwinfieldMood()
        mood.withoutClusterURL = true
        let scopes = "openid twf.organisationUser"
        for twinfield in [TwinfieldDouble(mood: mood), TwinfieldDouble(scopes: scopes)] {
            var twinfield = twinfield
            let path = TwinfieldDouble.login + "accesstokenvalidation"
            let query = [("token", twinfield.token)]
            let claims = Self.json(twinfield.send("GET", path, query: query))
            #expect(claims["exp"] is String)
            #expect(claims["twf.clusterUrl"] == nil)
        }
    }

    @Test("tells the bearer who they are, and nobody else")
    func userInfo() {
        var twinfield = TwinfieldDouble()
        let path = TwinfieldDouble.login + "userinfo"
        let bearer = [("authorization", "Bearer " + twinfield.token)]
        let person = Self.json(twinfield.send("GET", path, headers: bearer))
        #expect(person["twf.organisationUserCode"] as? String == "API1")
        #expect(twinfield.send("GET", path).status == 401)
    }
}
