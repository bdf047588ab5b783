extension EntryRequest {
    /// The request that posts an entry again as it is, to be changed by a person and posted.
    public init(editing entry: Entry, office: String) {
        self.init(office: office)
    }
}
