import ByteText
import PaymentsModel

/// The answers that are not transactions: methods and balances (API reference, 3).
enum CCVAnswers {
    /// An answer of JSON.
    static func json(_ writer: JSONWriter, status: Int = 200) -> WireAnswer {
        WireAnswer(
            status: status, headers: [WireRequest.Field("Content-Type", "application/json")],
            body: writer.bytes)
    }

    static func methods(_ methods: [OfferedMethod]) -> WireAnswer {
        var writer = JSONWriter()
        writer.beginArray()
        for method in methods {
            writer.beginObject()
            writer.key("method")
            writer.string(method.method)
            if !method.brands.isEmpty || !method.issuers.isEmpty {
                writer.key("options")
                writer.beginArray()
                writeOptions(of: method, to: &writer)
                writer.endArray()
            }
            writer.endObject()
        }
        writer.endArray()
        return json(writer)
    }

    private static func writeOptions(of method: OfferedMethod, to writer: inout JSONWriter) {
        for brand in method.brands {
            writer.beginObject()
            writer.key("brand")
            writer.string(brand)
            writer.endObject()
        }
        for issuer in method.issuers {
            writer.beginObject()
            for (key, value) in [
                ("issuerid", issuer.id), ("issuerdescription", issuer.description),
                ("grouptype", issuer.groupType), ("group", issuer.group),
            ] {
                writer.key(key)
                writer.string(value)
            }
            writer.endObject()
        }
    }

    /// Balances of the methods asked for, split by comma; of all when nothing is asked.
    static func balances(_ balances: [MethodBalance], methods: String?) -> WireAnswer {
        let wanted = methods.map { Set($0.split(separator: ",").map(String.init)) }
        let shown = balances.filter { wanted?.contains($0.method) ?? true }
        var writer = JSONWriter()
        writer.beginArray()
        var start = 0
        while start < shown.count {
            let end =
                shown[start...].firstIndex { $0.method != shown[start].method } ?? shown.count
            writer.beginObject()
            writer.key("method")
            writer.string(shown[start].method)
            writer.key("balances")
            writer.beginArray()
            for balance in shown[start..<end] {
                writer.beginObject()
                write(balance, to: &writer)
                writePart(of: balance, to: &writer)
                writer.endObject()
            }
            writer.endArray()
            writer.endObject()
            start = end
        }
        writer.endArray()
        return json(writer)
    }

    /// Writes the three amounts.
    static func write(_ balance: MethodBalance, to writer: inout JSONWriter) {
        for (key, amount) in [
            ("creditAmount", balance.credit), ("debitAmount", balance.debit),
            ("total", balance.total),
        ] {
            writer.key(key)
            writer.decimal(amount, digits: 2)
        }
    }

    private static func writePart(of balance: MethodBalance, to writer: inout JSONWriter) {
        if let brand = balance.brand {
            writer.key("brand")
            writer.string(brand)
        }
        if balance.method == "banktransfer" {
            writer.key("country")
            writer.string("nl")
        }
    }
}
