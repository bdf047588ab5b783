import DomainModel

/// Checks what is promised of every refusal of a file: a sentence, and a place in the file.
struct RefusalChecks {
    private let bytes: [UInt8]
    private let isXML: Bool

    init(bytes: [UInt8], isXML: Bool) {
        self.bytes = bytes
        self.isXML = isXML
    }

    /// Checks the sentence and the place of a refusal.
    func check(_ fault: RecordFault) throws(FuzzFinding) {
        let text = "\(fault)"
        try promise(!fault.message.isEmpty, "a refusal is a sentence", text)
        try Self.checkWords(fault.message)
        try Self.checkWords(fault.help)
        try promise(
            fault.line != nil || fault.byteOffset != nil, "a refusal has a place", text)
        if let line = fault.line {
            // Lines of XML may end in a lone carriage return when it is written in two bytes.
            let ends = bytes.count { $0 == 0x0A || $0 == 0x0D }
            try promise(line >= 1 && line <= ends + 1, "the line of a refusal is in the file", text)
        }
        if let offset = fault.byteOffset {
            try promise(
                offset >= 0 && offset <= bytes.count, "the byte of a refusal is in the file", text)
            guard !isXML, let line = fault.line else { return }
            let ends = bytes[..<offset].count { $0 == 0x0A }
            let isCutOff = fault.message.contains("ends in the middle")
            try promise(
                line == ends + 1 || isCutOff, "line and byte of a refusal are one place",
                "\(text), but line \(ends + 1)")
        }
    }

    /// Checks that a sentence is one, and holds nothing that a terminal would obey.
    static func checkWords(_ text: String) throws(FuzzFinding) {
        try promise(text.utf8.count < 10_000, "a message is no page", text)
        let isPlain = text.unicodeScalars.allSatisfy {
            $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
                && !(0x2028...0x202E).contains($0.value)
        }
        try promise(isPlain, "a message has no control characters", text)
    }
}
