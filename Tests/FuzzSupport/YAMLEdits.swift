/// Changes of YAML that know of lines, indentation, keys and values.
enum YAMLEdits {
    /// Makes one change.
    static func edit(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        let index = random.below(lines.count)
        switch random.below(16) {
        case 0: indent(&lines[index], &random)
        case 1: shift(&lines, from: index, &random)
        case 2: lines.insert(lines[index], at: random.below(lines.count))
        case 3: lines.swapAt(index, random.below(lines.count))
        case 4: lines.remove(at: index)
        case 5, 6: changeSign(&lines[index], &random)
        case 7, 8: changeValue(&lines[index], other: random.pick(lines), &random)
        case 9, 10: changeKey(&lines[index], other: random.pick(lines), &random)
        case 11: lines.insert(line(&random), at: index)
        case 12: nest(&lines[index], &random)
        case 13: block(&lines, at: index, &random)
        case 14: changeWord(&lines[index], &random)
        default: changeFile(&lines, &random)
        }
        bytes = Array(lines.joined(separator: [0x0A]))
    }

    /// Makes a change that mostly leaves YAML, and often rules.
    static func mildEdit(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        let index = random.below(lines.count)
        switch random.below(8) {
        case 0: lines.remove(at: index)
        case 1: changeValue(&lines[index], other: random.pick(lines), &random)
        case 2: if index > 0 { lines.swapAt(index - 1, index) }
        case 3: swapWords(&lines, index, &random)
        default: swapWords(&lines, random.below(lines.count), &random)
        }
        bytes = Array(lines.joined(separator: [0x0A]))
    }

    /// Puts a word of one line into another: mostly a word that may stand there.
    private static func swapWords(
        _ lines: inout [[UInt8]], _ index: Int, _ random: inout SeededGenerator
    ) {
        let near = max(0, min(lines.count - 1, index + random.below(21) - 10))
        guard let from = wordRanges(of: lines[near]).last,
            let place = wordRanges(of: lines[index]).last
        else { return }
        lines[index].replaceSubrange(place, with: lines[near][from])
    }

    private static func wordRanges(of line: [UInt8]) -> [Range<Int>] {
        let isWord = { (byte: UInt8) in
            byte == 0x5F || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
        }
        let code = line.firstIndex(of: 0x23) ?? line.count
        let starts = line.indices.prefix(code).filter {
            isWord(line[$0]) && ($0 == 0 || !isWord(line[$0 - 1]))
        }
        return starts.map { start in
            start..<(line[start...].firstIndex { !isWord($0) } ?? line.count)
        }
    }

    private static func indent(_ line: inout [UInt8], _ random: inout SeededGenerator) {
        let steps = ["", " ", "  ", "   ", "      ", "\t", " \t", "\u{A0}"]
        line = Array(random.pick(steps).utf8) + line.drop { $0 == 0x20 }
    }

    /// Moves a line and some below it to the right or to the left.
    private static func shift(
        _ lines: inout [[UInt8]], from first: Int, _ random: inout SeededGenerator
    ) {
        let last = min(lines.count, first + 1 + random.below(8))
        let width = 1 + random.below(4)
        let isRight = random.once(in: 2)
        for index in first..<last {
            if isRight {
                lines[index].insert(contentsOf: repeatElement(0x20, count: width), at: 0)
            } else {
                let spaces = lines[index].prefix { $0 == 0x20 }.count
                lines[index].removeFirst(min(spaces, width))
            }
        }
    }

    /// Takes away, doubles or replaces one of the signs that mean something.
    private static func changeSign(_ line: inout [UInt8], _ random: inout SeededGenerator) {
        let signs = Array(":-\"'[]{},#&*!|>?%@`= ".utf8)
        let places = line.indices.filter { signs.contains(line[$0]) }
        guard let place = places.isEmpty ? nil : random.pick(places) else {
            line.insert(random.pick(signs), at: random.below(line.count + 1))
            return
        }
        switch random.below(3) {
        case 0: line.remove(at: place)
        case 1: line.insert(line[place], at: place)
        default: line[place] = random.pick(signs)
        }
    }

    /// Puts another value behind the colon or the dash.
    private static func changeValue(
        _ line: inout [UInt8], other: [UInt8], _ random: inout SeededGenerator
    ) {
        let end = line.firstIndex(of: 0x3A) ?? line.firstIndex(of: 0x2D)
        guard let end else { return }
        let value =
            random.once(in: 4)
            ? Array(other.drop { $0 != 0x3A }.dropFirst(2))
            : Array(random.pick(FuzzWords.yamlValues).utf8)
        line = line[...end] + [0x20] + value
    }

    /// Misspells a key, or puts another one in its place.
    private static func changeKey(
        _ line: inout [UInt8], other: [UInt8], _ random: inout SeededGenerator
    ) {
        guard let colon = line.firstIndex(of: 0x3A) else { return }
        let start = line[..<colon].firstIndex { $0 != 0x20 && $0 != 0x2D } ?? colon
        var key = Array(line[start..<colon])
        switch random.below(4) {
        case 0 where !key.isEmpty: key.remove(at: random.below(key.count))
        case 1 where !key.isEmpty: key.swapAt(random.below(key.count), random.below(key.count))
        case 2: key = other.drop { $0 == 0x20 || $0 == 0x2D }.prefix { $0 != 0x3A }
        default: key = Array(random.pick(FuzzWords.yamlKeys).utf8)
        }
        line.replaceSubrange(start..<colon, with: key)
    }

    /// Puts a word of the language in the place of a word.
    private static func changeWord(_ line: inout [UInt8], _ random: inout SeededGenerator) {
        let ranges = wordRanges(of: line)
        guard !ranges.isEmpty else { return }
        let words = random.once(in: 2) ? FuzzWords.yamlKeys : FuzzWords.yamlValues
        line.replaceSubrange(random.pick(ranges), with: Array(random.pick(words).utf8))
    }

    private static func line(_ random: inout SeededGenerator) -> [UInt8] {
        let indent = String(repeating: " ", count: random.below(9))
        let key = random.pick(FuzzWords.yamlKeys)
        let value = random.pick(FuzzWords.yamlValues)
        let text =
            switch random.below(6) {
            case 0: random.pick(FuzzWords.yamlLines)
            case 1: indent + "- " + value
            case 2: indent + "- { " + key + ": " + value + " }"
            default: indent + key + ": " + value
            }
        return Array(text.utf8)
    }

    /// Opens brackets, far more than are sensible now and then.
    private static func nest(_ line: inout [UInt8], _ random: inout SeededGenerator) {
        let depth = random.pick([1, 3, 31, 32, 33, 200, 5000])
        let (open, close) = random.pick([("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", "")])
        let inside = String(repeating: open, count: depth)
        let after = random.once(in: 3) ? "" : String(repeating: close, count: depth)
        let place = line.firstIndex(of: 0x3A).map { min($0 + 2, line.count) } ?? line.count
        line.insert(contentsOf: Array((inside + "x" + after).utf8), at: place)
    }

    /// Makes a block scalar of what follows.
    private static func block(
        _ lines: inout [[UInt8]], at index: Int, _ random: inout SeededGenerator
    ) {
        let heads = ["|", ">", "|-", ">+", "|2", ">9-", "|0", "| # why", ">\t"]
        let key = lines[index].prefix { $0 != 0x3A }
        lines[index] = key + Array(": ".utf8) + Array(random.pick(heads).utf8)
        if random.once(in: 2) { lines.insert(Array("      é\ttext: [x".utf8), at: index + 1) }
    }

    private static func changeFile(_ lines: inout [[UInt8]], _ random: inout SeededGenerator) {
        switch random.below(4) {
        case 0: for index in lines.indices.dropLast() { lines[index].append(0x0D) }
        case 1: lines.insert([0xEF, 0xBB, 0xBF], at: 0)
        case 2: lines[0].insert(contentsOf: [0xEF, 0xBB, 0xBF], at: 0)
        default:
            let part = Array(lines[random.span(in: lines.count, atMost: 40)])
            let count = random.pick([1, 2, 10, 60])
            lines.insert(
                contentsOf: repeatElement(part, count: count).joined(),
                at: random.below(lines.count))
        }
    }
}
