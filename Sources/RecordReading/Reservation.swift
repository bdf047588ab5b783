/// How much room a whole file will need, judged by its beginning.
///
/// Room that is not used costs no memory; growing would hold the old and the new room at once.
enum Reservation {
    /// At most so much more than what was met is asked for, whatever the file says of its size.
    private static let largest = 2 << 30

    /// As many as there are now, by the share of the file that was read, and a sixteenth more.
    static func count(_ now: Int, read: Int, of total: Int) -> Int {
        guard read > 0, total > read else { return now }
        let (product, overflow) = now.multipliedReportingOverflow(by: total / 16 * 17 / 16 + 1)
        guard !overflow else { return now }
        return min(product / max(1, read / 16), largest)
    }
}
