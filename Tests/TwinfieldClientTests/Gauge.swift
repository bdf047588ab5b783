/// Measures how many are inside at once.
actor Gauge {
    private var inside = 0
    private(set) var most = 0

    func pass() async throws {
        inside += 1
        most = max(most, inside)
        try await Task.sleep(for: .milliseconds(5))
        inside -= 1
    }
}
