import DomainModel
import RecordReading
import RuleEngine

/// Runs files of payments, open items and customers through their readers.
struct RecordsDriver: Sendable {
    private let ruleSets: [CompiledRuleSet]
    private let worlds: [FuzzWorld]

    init(rules: [CompiledRuleSet], worlds: [FuzzWorld]) throws {
        try promise(!rules.isEmpty, "some rules of the corpus compile")
        self.ruleSets = rules
        self.worlds = worlds
    }

    /// Reads an input, whole and in pieces, and decides with it when it is taken.
    func run(_ input: FuzzInput, _ random: inout SeededGenerator) throws(FuzzFinding) -> FuzzOutcome
    {
        try checkFormat(input)
        guard let change = try read(input, &random) else { return .refused }
        var booked = 0
        for _ in 0..<3 {
            var world = random.pick(worlds)
            change(&world)
            booked += try DecisionChecks(rules: random.pick(ruleSets), world: world).check()
        }
        return booked > 0 ? .booked : .accepted
    }

    /// What an input changes in a world; nil when it is refused.
    private func read(
        _ input: FuzzInput, _ random: inout SeededGenerator
    ) throws(FuzzFinding) -> ((inout FuzzWorld) -> Void)? {
        let whole = RecordFeed(wholePieces: true)
        let pieces = RecordFeed()
        let bytes = input.bytes
        switch input.target {
        case .payments:
            let found = whole.payments(bytes, &random)
            try checkSame(found, pieces.payments(bytes, &random)) { $0.rows.count }
            return try taken(found, input).map { table in { $0.payments = table } }
        case .openItems, .browse:
            let isXML = input.target == .browse
            let found = isXML ? whole.browse(bytes, &random) : whole.openItems(bytes, &random)
            let again = isXML ? pieces.browse(bytes, &random) : pieces.openItems(bytes, &random)
            try checkSame(found, again) { $0.rows.count }
            let table = try taken(found, input)
            for warning in table?.warnings ?? [] { try RefusalChecks.checkWords(warning) }
            return table.map { table in { $0.items = table } }
        default:
            let isXML = input.target == .dimensions
            let found = isXML ? whole.dimensions(bytes, &random) : whole.customers(bytes, &random)
            let again = isXML ? pieces.dimensions(bytes, &random) : pieces.customers(bytes, &random)
            try checkSame(found, again) { $0.byCode.count }
            return try taken(found, input).map { table in { $0.customers = table } }
        }
    }

    /// The table of a reading; nil when it was refused, in a sentence with its place.
    private func taken<Table>(
        _ reading: Result<Table, RecordFault>, _ input: FuzzInput
    ) throws(FuzzFinding) -> Table? {
        switch reading {
        case .success(let table): return table
        case .failure(let fault):
            try RefusalChecks(bytes: input.bytes, isXML: input.target.syntax == .xml).check(fault)
            return nil
        }
    }

    /// The same is found however the file is cut.
    private func checkSame<Table>(
        _ whole: Result<Table, RecordFault>, _ pieces: Result<Table, RecordFault>,
        _ count: (Table) -> Int
    ) throws(FuzzFinding) {
        switch (whole, pieces) {
        case (.success(let left), .success(let right)):
            try promise(count(left) == count(right), "the same records however a file is cut")
        case (.failure(let left), .failure(let right)):
            try promise(
                left.message == right.message && left.line == right.line,
                "the same refusal however a file is cut", "\(left) / \(right)")
        default: throw FuzzFinding("the same answer however a file is cut", "\(whole) / \(pieces)")
        }
    }

    /// What the file looks like never stops the program, and a refusal of it has a place.
    private func checkFormat(_ input: FuzzInput) throws(FuzzFinding) {
        let head = Array(input.bytes.prefix(1024))
        let found = head.withUnsafeBytes { bytes in
            Result { () throws(RecordFault) in try RecordFormat.detect(bytes) }
        }
        if case .failure(let fault) = found {
            try RefusalChecks(bytes: input.bytes, isXML: false).check(fault)
        }
    }
}
