/// Definitions and rows of browses.
enum BrowseReplies {
    static let openItemFields: [(String, String)] = [
        ("fin.trs.head.office", "equal"), ("fin.trs.head.yearperiod", "between"),
        ("fin.trs.head.code", "equal"), ("fin.trs.head.number", "between"),
        ("fin.trs.head.status", "equal"), ("fin.trs.head.date", "none"),
        ("fin.trs.head.curcode", "none"), ("fin.trs.line.dim2", "between"),
        ("fin.trs.line.dim2name", "none"), ("fin.trs.line.invnumber", "equal"),
        ("fin.trs.line.valuesigned", "none"), ("fin.trs.line.openvaluesigned", "none"),
        ("fin.trs.line.matchstatus", "equal"),
    ]
    static let lineFields: [(String, String)] = [
        ("fin.trs.head.office", "equal"), ("fin.trs.head.code", "equal"),
        ("fin.trs.head.number", "between"), ("fin.trs.head.date", "none"),
        ("fin.trs.head.inpdate", "between"), ("fin.trs.head.status", "equal"),
        ("fin.trs.line.dim1", "between"), ("fin.trs.line.dim2", "between"),
        ("fin.trs.line.description", "none"), ("fin.trs.line.invnumber", "equal"),
        ("fin.trs.line.valuesigned", "none"),
    ]

    /// A definition with these fields and operators.
    static func definition(
        _ code: String, _ fields: [(String, String)], office: String = "NL01"
    ) -> LocalServer.Reply {
        let columns = fields.enumerated().map { index, field in
            #"<column id="\#(index + 1)"><field>\#(field.0)</field><label>L</label>"#
                + "<visible>true</visible><ask>true</ask><operator>\(field.1)</operator>"
                + "<from/><to/><finderparam/></column>"
        }
        return .soap(
            #"<browse result="1"><office>\#(office)</office><code>\#(code)</code><name>N</name>"#
                + #"<columns code="\#(code)">\#(columns.joined())</columns></browse>"#)
    }

    /// An answer to browse 100.
    static func items(_ rows: [String], total: Int? = nil) -> LocalServer.Reply {
        .soap(
            #"<browse result="1" first="1" last="\#(rows.count)" "#
                + #"total="\#(total ?? rows.count)"><th></th>\#(rows.joined())</browse>"#)
    }

    /// A row of browse 100.
    static func item(
        _ number: Int, open: String = "119.00", match: String = "available",
        office: String = "NL01", status: String = "final"
    ) -> String {
        row(
            [
                ("fin.trs.head.status", status), ("fin.trs.head.date", "20261101"),
                ("fin.trs.head.curcode", "EUR"), ("fin.trs.line.dim2", "D\(number)"),
                ("fin.trs.line.dim2name", "Jansen \(number)"),
                ("fin.trs.line.invnumber", "WEB-\(number)"),
                ("fin.trs.line.valuesigned", "119.00"), ("fin.trs.line.openvaluesigned", open),
                ("fin.trs.line.matchstatus", match),
            ], key: (office, "VRK", "\(number)", "1"))
    }

    static func row(
        _ cells: [(String, String)], key: (String, String, String, String)
    ) -> String {
        let texts = cells.map { #"<td field="\#($0.0)" type="String">\#($0.1)</td>"# }
        return "<tr>\(texts.joined())<key><office>\(key.0)</office><code>\(key.1)</code>"
            + "<number>\(key.2)</number><line>\(key.3)</line></key></tr>"
    }
}
