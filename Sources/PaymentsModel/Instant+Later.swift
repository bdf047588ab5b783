import DomainModel

extension Instant {
    /// So much later; the last moment there is when that is beyond it.
    func later(milliseconds more: Int64) -> Instant {
        let (sum, overflow) = milliseconds.addingReportingOverflow(more)
        return Instant(milliseconds: overflow ? .max : sum)
    }
}
