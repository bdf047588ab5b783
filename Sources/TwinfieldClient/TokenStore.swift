/// Where the tokens of one connection are kept, sealed.
public protocol TokenStore: Sendable {
    /// The tokens as they were saved last, perhaps by another process; nil when there are none.
    func load() async throws -> TokenSet?

    /// Puts the tokens on the disk, all or nothing, before it returns.
    func save(_ tokens: TokenSet) async throws
}
