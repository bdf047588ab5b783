/// One set of lines to match ("afletteren"), as a request asks for it (API reference, 5.1).
public struct MatchRequest: Sendable, Codable, Hashable {
    /// One line to match: texts as they came.
    public struct Line: Sendable, Codable, Hashable {
        /// `transcode`.
        public var daybook: String?
        /// `transnumber`.
        public var number: String?
        /// `transline`.
        public var line: String?
        /// `matchvalue`: signed; the whole open amount when absent.
        public var value: String?
        /// `type` of `writeoff`: `currency`, `writeoff` or `discount`.
        public var writeOffType: String?
        /// `writeoff`: signed as the line; part of what is matched, that nobody pays.
        public var writeOffValue: String?

        /// Takes the fields of a line.
        public init(
            daybook: String?, number: String?, line: String?, value: String? = nil,
            writeOffType: String? = nil, writeOffValue: String? = nil
        ) {
            self.daybook = daybook
            self.number = number
            self.line = line
            self.value = value
            self.writeOffType = writeOffType
            self.writeOffValue = writeOffValue
        }
    }

    /// The code of the administration; nil when only the header of the call names it.
    public var office: String?
    /// `matchcode`: 170 is customers.
    public var code: String?
    /// `yyyyMMdd`; the day in UTC when absent (a guess: nobody knows whether it may be).
    public var date: String?
    /// The lines, in any order.
    public var lines: [Line]

    /// Takes the fields of a set.
    public init(office: String? = nil, code: String? = "170", date: String?, lines: [Line]) {
        self.office = office
        self.code = code
        self.date = date
        self.lines = lines
    }
}
