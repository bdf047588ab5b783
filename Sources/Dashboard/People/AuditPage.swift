import People
import Wording

/// The page Logboek: who did what, newest first.
struct AuditPage {
    /// So many records stand on a page.
    static let rows = 100

    let room: PageRoom
    let visit: Visit

    func page() throws -> Page {
        let before = visit.query["voor"].flatMap { Int64($0) }
        let chosen = visit.query["wie"]
        let found = try room.people.records(before: before, of: chosen, count: Self.rows + 1)
        let shownRows = found.prefix(Self.rows)
        var fields: Fields = [
            "records": shownRows.map { row($0.1) }, "hasRecords": !shownRows.isEmpty,
            "names": try room.people.recorded().map { name -> Fields in
                ["value": name, "name": shown(name), "selected": name == chosen]
            }, "hasPages": before != nil || found.count > Self.rows,
        ]
        if found.count > Self.rows, let last = shownRows.last {
            fields["next"] = here([("voor", "\(last.position)")])
        }
        if before != nil { fields["previous"] = here([("voor", nil)]) }
        return Page(
            template: "audit", title: Phrase(en: "Audit log", nl: "Logboek"), place: nil,
            fields: fields)
    }

    private func here(_ fields: [(String, String?)]) -> String {
        room.address(visit.path, visit.query, replacing: fields)
    }

    private func row(_ record: AuditRecord) -> Fields {
        [
            "when": visit.speaker.moment(record.at), "who": shown(record.who),
            "deed": visit.say(DeedWords.title(record.deed)), "detail": shown(record.detail),
        ]
    }
}
