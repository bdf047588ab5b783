internal import SampleShop

extension World {
    /// The world that a journal begins with: the sample shop of its seed.
    init(_ head: JournalHead) {
        let key = head.identity.apiKey
        let shop: Shop
        if let count = head.payments {
            shop = Shop.many(count, seed: head.seed, at: head.start, apiKey: key)
        } else {
            shop = Shop.small(at: head.start, apiKey: key)
        }
        let client = OAuthClient(
            id: head.identity.clientID, secret: head.identity.clientSecret, redirectURIs: [])
        self.init(shop: shop, logins: Logins(clients: [client]))
    }
}
