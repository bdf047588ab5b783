import DomainModel
import Foundation
import PaymentsModel

@testable import Sandbox

/// Talks to CCV's double as a client does, with a clock that stands still.
struct CCVCaller {
    /// 2026-11-24T09:00:00Z.
    var now = Instant(milliseconds: 1_795_510_800_000)
    var world: World
    var key: String

    init(payments: [Payment] = [], mood: (inout CCVMood) -> Void = { _ in }) {
        key = "l_0123456789abcdef"
        let methods = [
            OfferedMethod(
                "ideal",
                issuers: [
                    OfferedMethod.Issuer(
                        id: "B1", description: "Bank", groupType: "country", group: "NL")
                ]),
            OfferedMethod("card", brands: ["visa", "bcmc"]), OfferedMethod("klarna"),
            OfferedMethod("banktransfer"), OfferedMethod("landingpage"), OfferedMethod("gift"),
        ]
        let account = PaymentAccount(apiKey: key, methods: methods, payments: payments)
        world = makeWorld(payments: account)
        mood(&world.ccvMood)
    }

    /// The answer to a request with the key.
    mutating func call(
        _ method: String, _ path: String, _ query: [String: String] = [:], body: String = "",
        headers: [String: String] = [:]
    ) -> WireAnswer {
        var fields = headers.map { WireRequest.Field($0, $1) }
        let login = Data((key + ":").utf8).base64EncodedString()
        fields.append(WireRequest.Field("authorization", "Basic " + login))
        let request = WireRequest(
            method: method, path: "/api/v1/" + path,
            query: query.map { WireRequest.Field($0, $1) }, headers: fields,
            body: Array(body.utf8), baseURL: "http://127.0.0.1:5081")
        return CCVService.answer(request, world: &world, now: now)
    }

    /// The references of a list.
    mutating func references(_ query: [String: String]) throws -> [String] {
        try call("GET", "transaction", query).list.map { $0["reference"] as? String ?? "?" }
    }

    /// Starts a payment and gives its reference.
    mutating func start(
        _ amount: String = "28.20", method: String = "ideal", more: String = ""
    ) throws -> String {
        let answer = call(
            "POST", "payment",
            body: """
                {"amount":"\(amount)","currency":"eur","method":"\(method)",\
                "returnUrl":"https://shop.example/r?a=1&b=2","language":"nld",\
                "merchantOrderReference":"1017"\(more)}
                """)
        return try answer.object["reference"] as? String ?? answer.text
    }

    /// Starts a payment and pays it on its page.
    mutating func pay(
        _ amount: String = "28.20", method: String = "ideal", more: String = ""
    ) throws -> String {
        let reference = try start(amount, method: method, more: more)
        _ = call("POST", "pay", ["reference": reference], body: "action=pay")
        return reference
    }
}

extension WireAnswer {
    var text: String { String(decoding: body, as: UTF8.self) }

    var object: [String: Any] {
        get throws {
            try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any] ?? [:]
        }
    }

    var list: [[String: Any]] {
        get throws {
            try JSONSerialization.jsonObject(with: Data(body)) as? [[String: Any]] ?? []
        }
    }
}
