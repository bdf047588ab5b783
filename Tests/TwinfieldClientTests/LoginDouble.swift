import DomainModel
import ServiceHTTP
import Synchronization

@testable import TwinfieldClient

/// The login service as a test wants it: refresh tokens rotate, and only the newest is accepted.
final class LoginDouble: Sendable {
    struct State {
        var refreshToken = "refresh-0"
        var rotates = true
        var generation = 0
        var lifetime = "3600"
        var cluster: String?
        /// What the next token requests get instead of an answer.
        var instead: [LocalServer.Reply] = []
        /// What the next validations get instead of an answer.
        var insteadOfClaims: [LocalServer.Reply] = []
        var validTokens: Set<String> = ["access-0"]
        var refreshes = 0
        var identityToken: String?
    }

    let state = Mutex(State())

    func set(_ change: (inout sending State) -> Void) { state.withLock { change(&$0) } }

    var refreshes: Int { state.withLock { $0.refreshes } }

    func reply(_ seen: LocalServer.Seen, _ server: LocalServer) -> LocalServer.Reply? {
        switch seen.path {
        case "/auth/authentication/connect/token": token(seen)
        case "/auth/authentication/connect/accesstokenvalidation": claims(seen, server)
        default: nil
        }
    }

    private func token(_ seen: LocalServer.Seen) -> LocalServer.Reply {
        state.withLock { state in
            if !state.instead.isEmpty { return state.instead.removeFirst() }
            let form = FormText.decoded(seen.body) ?? [:]
            if form["grant_type"] == "refresh_token" {
                guard form["refresh_token"] == state.refreshToken else {
                    return .json(#"{"error":"invalid_grant"}"#, status: 400)
                }
                state.refreshes += 1
            } else if form["code"] != "code-1" {
                return .json(#"{"error":"invalid_grant"}"#, status: 400)
            }
            state.generation += 1
            let access = "access-\(state.generation)"
            state.validTokens = [access]
            if state.rotates { state.refreshToken = "refresh-\(state.generation)" }
            let identity = state.identityToken.map { #","id_token":"\#($0)""# } ?? ""
            return .json(
                #"{"access_token":"\#(access)","expires_in":\#(state.lifetime),"#
                    + #""token_type":"Bearer","refresh_token":"\#(state.refreshToken)""#
                    + identity + "}"
            )
        }
    }

    private func claims(
        _ seen: LocalServer.Seen, _ server: LocalServer
    ) -> LocalServer.Reply {
        state.withLock { state in
            if !state.insteadOfClaims.isEmpty { return state.insteadOfClaims.removeFirst() }
            let token = FormText.decoded(seen.query)?["token"] ?? ""
            guard state.validTokens.contains(token) else {
                return .json(#"{"Message":"invalid"}"#, status: 400)
            }
            let cluster = state.cluster ?? server.address
            if cluster.isEmpty { return .json(#"{"twf.organisationId":"org-1"}"#) }
            return .json(#"{"twf.clusterUrl":"\#(cluster)","twf.organisationId":"org-1"}"#)
        }
    }
}
