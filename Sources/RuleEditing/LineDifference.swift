/// How two texts differ, line by line.
public enum LineDifference {
    /// A line of either text; numbers count from 1.
    public enum Line: Sendable, Hashable {
        /// It stands in both, with its numbers in the old and the new text.
        case same(Int, Int, String)
        /// It stood in the old text.
        case removed(Int, String)
        /// It stands in the new text.
        case added(Int, String)
        /// So many lines that are alike are left out here.
        case gap(Int)
    }

    /// Parts of both texts longer than this are shown as replaced whole: finding what they share
    /// would take too long.
    private static let longest = 2_000

    /// All lines of both texts; line ends do not count.
    public static func lines(_ old: [UInt8], _ new: [UInt8]) -> [Line] {
        lines(TextLines(old).contents, TextLines(new).contents)
    }

    static func lines(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Line] {
        let shorter = min(old.count, new.count)
        var head = 0
        while head < shorter, old[head] == new[head] { head += 1 }
        var tail = 0
        while tail < shorter - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] {
            tail += 1
        }
        var result = (0..<head).map { Line.same($0 + 1, $0 + 1, text(old[$0])) }
        result += middle(old, head..<old.count - tail, new, head..<new.count - tail)
        for index in 0..<tail {
            let (left, right) = (old.count - tail + index, new.count - tail + index)
            result.append(.same(left + 1, right + 1, text(old[left])))
        }
        return result
    }

    /// The lines that differ, each with some that are alike around it.
    public static func changes(_ old: [UInt8], _ new: [UInt8], context: Int = 2) -> [Line] {
        let all = lines(old, new)
        var isNear = [Bool](repeating: false, count: all.count)
        for (index, line) in all.enumerated() {
            if case .same = line { continue }
            for near in max(0, index - context)...min(all.count - 1, index + context) {
                isNear[near] = true
            }
        }
        var result: [Line] = []
        var left = 0
        for (index, line) in all.enumerated() {
            if isNear[index] {
                if left > 0 { result.append(.gap(left)) }
                left = 0
                result.append(line)
            } else {
                left += 1
            }
        }
        if left > 0, !result.isEmpty { result.append(.gap(left)) }
        return result
    }

    private static func middle(
        _ old: [ArraySlice<UInt8>], _ left: Range<Int>, _ new: [ArraySlice<UInt8>],
        _ right: Range<Int>
    ) -> [Line] {
        guard left.count <= longest, right.count <= longest else {
            return left.map { .removed($0 + 1, text(old[$0])) }
                + right.map { .added($0 + 1, text(new[$0])) }
        }
        var gone: Set<Int> = []
        var come: Set<Int> = []
        for change in Array(new[right]).difference(from: Array(old[left])) {
            switch change {
            case .remove(let offset, _, _): gone.insert(left.lowerBound + offset)
            case .insert(let offset, _, _): come.insert(right.lowerBound + offset)
            }
        }
        var result: [Line] = []
        var (i, j) = (left.lowerBound, right.lowerBound)
        while i < left.upperBound || j < right.upperBound {
            if i < left.upperBound, gone.contains(i) {
                result.append(.removed(i + 1, text(old[i])))
                i += 1
            } else if j < right.upperBound, come.contains(j) {
                result.append(.added(j + 1, text(new[j])))
                j += 1
            } else {
                result.append(.same(i + 1, j + 1, text(old[i])))
                i += 1
                j += 1
            }
        }
        return result
    }

    private static func text(_ line: ArraySlice<UInt8>) -> String {
        String(decoding: line, as: UTF8.self)
    }
}
