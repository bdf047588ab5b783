/// A pattern of the finder: `*` is any text, `?` any character; capitals do not matter.
struct FinderPattern {
    private let pattern: [Character]

    init(_ text: String) { pattern = Array(text.lowercased()) }

    /// Whether a text fits as a whole; in time of the product of both lengths at most.
    func matches(_ text: String) -> Bool {
        let text = Array(text.lowercased())
        var place = 0
        var index = 0
        var star: (place: Int, index: Int)?
        while index < text.count {
            if place < pattern.count, pattern[place] == "*" {
                star = (place, index)
                place += 1
            } else if place < pattern.count, pattern[place] == "?" || pattern[place] == text[index]
            {
                place += 1
                index += 1
            } else if let last = star {
                star = (last.place, last.index + 1)
                place = last.place + 1
                index = last.index + 1
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == "*" }
    }
}
