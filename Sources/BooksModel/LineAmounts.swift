/// What a line carries in each currency, in hundredths; debit is positive.
struct LineAmounts {
    var value: Int64
    var baseValue: Int64
    var reportingValue: Int64
}
