/// How near the number of a sale is to that of a payment, among sales that all have it.
struct NumberNearness {
    /// 0: the invoice number, word for word; 1: the invoice number without what does not count in
    /// front; 2 and 3: the same of the whole description; 4: named in the description, or an alias.
    var rank: Int
    /// The field of the sale that has it, as it is written.
    var written: NumberForm
    /// Whether the description names another number beside the invoice number that is equal.
    var isContradicted = false

    /// Whether a sale with this one leaves doubt about another with `other`: it is nearer; or as
    /// near and written otherwise ("Order 1001" and "Factuur 1001" for the payment 1001); or it is
    /// of another customer and has the number in its description.
    func contests(_ other: NumberNearness, isOfAnother: Bool) -> Bool {
        if rank == 0, other.rank == 0 { return false }
        if rank < other.rank { return true }
        if rank == other.rank { return rank < 4 && !(written == other.written) }
        return isOfAnother && rank >= 2 && (other.rank > 0 || other.isContradicted)
    }
}
