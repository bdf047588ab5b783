/// Tells which program asks for tokens, by the secret that it shows.
enum ClientProof {
    /// What the request shows.
    enum Finding {
        case known(OAuthClient)
        /// No such program, or not its secret.
        case unknown
        /// Both ways of showing a secret at once, which RFC 6749 forbids (2.3).
        case ambiguous
    }

    /// Takes HTTP Basic, as documented, or the fields of the body, which work too (API reference,
    /// 1.4).
    static func client(
        _ request: WireRequest, _ form: LoginForm, _ logins: Logins
    ) -> Finding {
        let secret = form["client_secret"]
        guard let header = request.header("authorization") else {
            guard let id = form["client_id"], let secret else { return .unknown }
            return finding(logins, id, [secret])
        }
        guard secret == nil else { return .ambiguous }
        guard let (id, shown) = basic(header) else { return .unknown }
        let decode: (String) -> String = { LoginForm.decoded($0.utf8) }
        if let named = form["client_id"], named != id, named != decode(id) { return .unknown }
        if case .known(let client) = finding(logins, id, [shown, decode(shown)]) {
            return .known(client)
        }
        return finding(logins, decode(id), [shown, decode(shown)])
    }

    private static func finding(_ logins: Logins, _ id: String, _ secrets: [String]) -> Finding {
        guard let client = logins.client(id), secrets.contains(client.secret) else {
            return .unknown
        }
        return .known(client)
    }

    /// The two parts of `Basic …`; programs encode them as a form first, or do not.
    private static func basic(_ header: String) -> (id: String, secret: String)? {
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "basic",
            let bytes = Base64.bytes(of: parts[1]),
            let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
        else { return nil }
        return (
            String(decoding: bytes[..<colon], as: UTF8.self),
            String(decoding: bytes[(colon + 1)...], as: UTF8.self)
        )
    }
}
