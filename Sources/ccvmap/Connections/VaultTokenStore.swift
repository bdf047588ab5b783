import FoundationEssentials
import SecretStore
import TwinfieldClient

/// Keeps the tokens of a connection among the encrypted secrets.
struct VaultTokenStore: TokenStore {
    let vault: SecretVault
    let connection: String

    func load() async throws -> TokenSet? {
        guard let secret = try vault.secret(.tokens, of: connection) else { return nil }
        return try JSONDecoder().decode(TokenSet.self, from: Data(secret.reveal().utf8))
    }

    func save(_ tokens: TokenSet) async throws {
        let text = String(decoding: try JSONEncoder().encode(tokens), as: UTF8.self)
        try vault.store(Secret(text), as: .tokens, of: connection)
    }
}
