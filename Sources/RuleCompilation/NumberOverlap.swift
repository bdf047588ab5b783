/// Whether two patterns of numbers can fit one and the same number.
enum NumberOverlap {
    /// `hole` stands for one or more digits.
    static func isPossible(_ left: String, _ right: String, hole: Character) -> Bool {
        let (left, right) = (Array(left), Array(right))
        // Positions in both patterns that one number can lead to; each step reads a character.
        var open: [(left: Int, right: Int)] = [(0, 0)]
        var seen = Array(
            repeating: Array(repeating: false, count: right.count + 1), count: left.count + 1)
        while let place = open.popLast() {
            guard !seen[place.left][place.right] else { continue }
            seen[place.left][place.right] = true
            if place.left == left.count, place.right == right.count { return true }
            guard place.left < left.count, place.right < right.count else { continue }
            let (mine, its) = (left[place.left], right[place.right])
            guard mine == its || mine == hole && its.isNumber || its == hole && mine.isNumber else {
                continue
            }
            open.append((place.left + 1, place.right + 1))
            if mine == hole { open.append((place.left, place.right + 1)) }
            if its == hole { open.append((place.left + 1, place.right)) }
        }
        return false
    }
}
