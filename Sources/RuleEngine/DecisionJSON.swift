public import ByteText
import DomainModel
import Wording

/// Writes decisions as NDJSON, one object a payment (design: decisions file).
public struct DecisionJSON {
    /// At most this many candidates stand in a decision; `candidates_total` counts them all.
    public static let candidatesMaximum = 20

    private let engine: DecisionEngine
    private let asOf: String
    private let hasDutch: Bool

    /// Prepares to write the decisions of a batch; each sentence in English (`text`), and with
    /// `hasDutch` in Dutch too (`text_nl`).
    public init(_ engine: DecisionEngine, hasDutch: Bool = false) {
        self.engine = engine
        self.hasDutch = hasDutch
        asOf = engine.asOf.isoText
    }

    /// Adds one decision as an object; the caller ends the line.
    public func write(_ card: MatchCard, to json: inout JSONWriter) {
        let decision = card.decision
        let row = engine.payments.rows[decision.payment]
        json.beginObject()
        json.key("reference")
        if row.reference.isPresent {
            json.string(engine.payments.bytes(row.reference))
        } else {
            json.null()
        }
        json.key("as_of")
        json.string(asOf)
        json.key("outcome")
        json.string(decision.verdict.outcome.word)
        json.key("rule")
        if let rule = decision.verdict.rule {
            json.string(engine.rules.select[Int(rule)].id)
        } else {
            json.null()
        }
        json.key("sale")
        if let item = decision.verdict.item { writeSale(Int(item), to: &json) } else { json.null() }
        writeRemarks("reasons", decision.reasons, to: &json)
        writeRemarks("warnings", decision.warnings, to: &json)
        json.key("candidates")
        json.beginArray()
        for sale in card.sales { writeCandidate(sale, to: &json) }
        json.endArray()
        json.key("candidates_total")
        json.integer(Int64(card.salesTotal))
        writeFindings(card, to: &json)
        if let day = waitsUntil(decision.verdict) {
            json.key("waits_until")
            json.string(day.isoText)
        }
        json.key("revision")
        json.string(engine.rules.revision)
        json.endObject()
    }

    /// The day at whose beginning waiting ends; nil when it does not wait for that.
    private func waitsUntil(_ verdict: Verdict) -> CalendarDate? {
        guard verdict.outcome == .wait,
            verdict.reason == .noSaleYet || verdict.reason == .landingPageChildMissing
        else { return nil }
        return verdict.date.adding(days: engine.rules.match.waitAtMostDays)
    }

    private func writeSale(_ item: Int, to json: inout JSONWriter) {
        let row = engine.items.rows[item]
        json.beginObject()
        for (key, slice) in [("code", row.daybook), ("number", row.number), ("line", row.line)] {
            json.key(key)
            json.string(engine.items.texts[slice])
        }
        json.endObject()
    }

    private func writeRemarks(
        _ name: String, _ remarks: [Decision.Remark], to json: inout JSONWriter
    ) {
        json.key(name)
        json.beginArray()
        for remark in remarks {
            json.beginObject()
            json.key("code")
            json.string(remark.code)
            write(remark.phrase, to: &json)
            json.endObject()
        }
        json.endArray()
    }

    private func write(_ sentence: Phrase, to json: inout JSONWriter) {
        json.key("text")
        json.string(sentence.en)
        guard hasDutch else { return }
        json.key("text_nl")
        json.string(sentence.nl)
    }

    /// What the match card says besides: the rules that were tried, the number, the lead.
    private func writeFindings(_ card: MatchCard, to json: inout JSONWriter) {
        json.key("rules_tried")
        json.beginArray()
        for trial in card.rules {
            json.beginObject()
            json.key("id")
            json.string(trial.id)
            json.key("failed")
            if let failure = trial.failure {
                json.beginObject()
                for (key, text) in [
                    ("key", failure.key), ("wanted", failure.wanted), ("found", failure.found),
                ] {
                    json.key(key)
                    json.string(text)
                }
                json.endObject()
            } else {
                json.null()
            }
            json.endObject()
        }
        json.endArray()
        json.key("order_number")
        if let number = card.number { json.string(number.text) } else { json.null() }
        json.key("lead")
        if let lead = card.lead { json.string(lead.en) } else { json.null() }
    }

    private func writeCandidate(_ sale: SaleTrial, to json: inout JSONWriter) {
        let candidate = sale.candidate
        json.beginObject()
        json.key("sale")
        writeSale(candidate.item, to: &json)
        json.key("customer")
        json.string(engine.items.texts[engine.items.rows[candidate.item].customer])
        json.key("criteria")
        json.beginObject()
        json.key("amount")
        json.string(candidate.amount.rawValue)
        json.key("order_number")
        json.string(candidate.number.rawValue)
        json.key("email")
        json.string(candidate.email.rawValue)
        json.endObject()
        json.key("obstacles")
        json.beginArray()
        for word in candidate.obstacles.words { json.string(word) }
        json.endArray()
        json.key("row")
        if let row = candidate.row { json.integer(Int64(row + 1)) } else { json.null() }
        json.key("then")
        if let then = candidate.then(engine.rules.match) {
            json.string(then.word)
        } else {
            json.null()
        }
        json.key("found_by")
        json.beginArray()
        for evidence in sale.foundBy { json.string(evidence.rawValue) }
        json.endArray()
        json.key("would_book_if")
        json.beginArray()
        for miss in sale.misses {
            json.beginObject()
            json.key("criterion")
            json.string(miss.criterion)
            write(miss.phrase, to: &json)
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }
}
