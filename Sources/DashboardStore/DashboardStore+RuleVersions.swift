public import People

extension DashboardStore {
    /// Keeps a version, and gives its number; a person's version is to be ended.
    public func keep(_ version: RuleVersion) throws -> Int64 {
        try write { try RuleVersionTable.add(version, to: $0) }
    }

    /// Notes what became of writing a version, and who did what.
    public func end(
        _ number: Int64, _ ending: RuleVersion.Ending, _ record: AuditRecord
    ) throws {
        try write { db in
            try RuleVersionTable.end(number, ending, at: record.at, in: db)
            try AuditTable.add(record, to: db)
        }
    }

    /// The newest versions of a place before a number (nil for the very newest), newest first,
    /// without their files.
    public func ruleVersions(
        of place: String, before number: Int64? = nil, count: Int
    ) throws -> [RuleVersion] {
        try read { try RuleVersionTable.list(of: place, before: number, count: count, in: $0) }
    }

    /// A version with its files; nil when there is none of this number.
    public func ruleVersion(_ number: Int64) throws -> RuleVersion? {
        try read { try RuleVersionTable.version(number, in: $0) }
    }

    /// The newest version of a place that was written or found, with its files.
    public func newestRuleVersion(of place: String) throws -> RuleVersion? {
        try read { try RuleVersionTable.newest(of: place, in: $0) }
    }

    /// The versions that were kept and never ended: the program stopped in between.
    public func unfinishedRuleVersions() throws -> [RuleVersion] {
        try read { try RuleVersionTable.unfinished(in: $0) }
    }
}
