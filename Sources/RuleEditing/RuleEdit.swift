/// A change of one value of a rules file.
public enum RuleEdit: Sendable, Hashable {
    /// Writes another text; a key that is not there is added to its mapping.
    case set(RulePath, String)
    /// Writes other texts of a list; a single value stays one while there is one.
    case setList(RulePath, [String])
    /// Adds a row with a text to a mapping, behind its last one.
    case add(RulePath, key: String, value: String)
    /// Removes a row of a mapping.
    case remove(RulePath)
}

/// Why a value was not changed.
public enum RuleEditFault: Error, Sendable, Hashable {
    /// The text has a line end, a control character or a character that cannot be seen.
    case unwritable
    /// The text has more than `RuleEdit.longest` characters.
    case tooLong
    /// Nothing was typed.
    case empty
    /// It is no whole number of days.
    case noNumber
    /// It is no day of the calendar.
    case noDay
    /// It is none of the words that may stand here.
    case noChoice
    /// The same word is there twice.
    case twice(String)
    /// The last row of a mapping must stay.
    case lastRow
    /// The value does not stand where it was seen, or is no text.
    case notThere
    /// The file is no YAML that can be edited by parts.
    case unreadable
    /// Something else than the value would have changed.
    case changesMore
}

extension RuleEdit {
    /// The most characters of a value.
    public static let longest = 200
}
