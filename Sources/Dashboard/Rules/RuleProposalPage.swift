import HTTPTypes
import Wording

/// The page that shows what a change would do, before anything is saved.
struct RuleProposalPage {
    let room: PageRoom
    let visit: Visit
    let connection: String

    private var rules: RulesPage { RulesPage(room: room, visit: visit) }

    /// The page of a proposal; `said` is why it was not saved.
    func page(_ proposal: RuleProposal, days: Int, said: Phrase? = nil) -> Page {
        var fields = rules.problems(proposal.problems)
        fields.merge(trial(proposal.trial)) { _, new in new }
        let note = said ?? Self.note(proposal)
        fields["hasNote"] = note != nil
        fields["note"] = note.map(visit.say) ?? ""
        fields["connectionName"] = connection
        fields["backHref"] = room.address("/regels", [("verbinding", connection)])
        fields["days"] = days
        fields["stand"] = proposal.stand
        fields["isStale"] = proposal.state == .stale
        fields["mayLook"] = proposal.state != .stale && !proposal.files.isEmpty
        fields["isReady"] = proposal.state == .ready
        fields["isBack"] = proposal.version != nil
        fields["version"] = proposal.version.map { String($0) } ?? ""
        fields["hasFiles"] = !proposal.files.isEmpty
        fields["seen"] = RuleDigest.text(proposal.files.map { ($0.position, $0.text) })
        fields["files"] = proposal.files.map { file in
            var fields = rules.difference(file.difference)
            fields["position"] = file.position
            fields["proposed"] = RulesPage.typed(file.text)
            fields["rows"] = min(30, file.text.utf8.count { $0 == 10 } + 2)
            let own = proposal.problems.filter { $0.file == file.difference.name }
            fields["isFaulty"] = !own.isEmpty
            return fields
        }
        return Page(
            template: "ruleproposal",
            title: Phrase(en: "What this change does", nl: "Wat deze wijziging doet"),
            place: .configuration, fields: fields, status: Self.status(proposal, said))
    }

    private static func status(_ proposal: RuleProposal, _ said: Phrase?) -> HTTPResponse.Status {
        switch proposal.state {
        case .ready, .unchanged: said == nil ? .ok : .conflict
        case .stale: .conflict
        case .faulty, .refused, .foreignFile: .unprocessableContent
        }
    }

    private static func note(_ proposal: RuleProposal) -> Phrase? {
        switch proposal.state {
        case .ready: nil
        case .faulty:
            Phrase(
                en: "With this text the rules cannot be used. Nothing was saved; your text stands"
                    + " below.",
                nl: "Met deze tekst zijn de regels niet bruikbaar. Er is niets opgeslagen; uw tekst"
                    + " staat hieronder.")
        case .foreignFile:
            Phrase(
                en: "This names another file (include). Files are added on the server, not here."
                    + " Nothing was saved.",
                nl: "Dit noemt een ander bestand (include). Bestanden komen er op de server bij,"
                    + " niet hier. Er is niets opgeslagen.")
        case .unchanged: Phrase(en: "This changes nothing.", nl: "Dit wijzigt niets.")
        case .refused: Phrase(en: "A value cannot be written.", nl: "Een waarde kan zo niet.")
        case .stale:
            Phrase(
                en: "The rules were changed by somebody else since you opened the page. Nothing was"
                    + " saved, and nobody's change is lost: open the rules anew and make your"
                    + " change again.",
                nl: "De regels zijn door iemand anders gewijzigd sinds u de pagina opende. Er is"
                    + " niets opgeslagen en niemands wijziging is verloren: open de regels opnieuw"
                    + " en maak uw wijziging nog eens.")
        }
    }

    private func trial(_ trial: RuleTryout?) -> Fields {
        guard let trial else { return ["hasTrial": false] }
        let speaker = visit.speaker
        return [
            "hasTrial": true, "trialFault": trial.fault.map(visit.say) ?? "",
            "hasTrialFault": trial.fault != nil, "trialDays": trial.days,
            "trialEmpty": trial.fault == nil && trial.decided == 0,
            "trialDone": trial.fault == nil && trial.decided > 0,
            "decided": speaker.count(trial.decided), "total": speaker.count(trial.total),
            "isCut": trial.decided < trial.total, "lacksSales": trial.lacksSales,
            "booksRead": speaker.moment(trial.booksRead), "hasBooksRead": trial.booksRead != nil,
            "hasNow": trial.counts.contains { $0.now != nil },
            "counts": trial.counts.map { count -> Fields in
                [
                    "outcome": visit.say(RuleWords.outcome(count.outcome)),
                    "now": count.now.map(speaker.count) ?? "–", "then": speaker.count(count.then),
                    "differs": count.now != count.then,
                ]
            },
            "hasChanges": trial.changed > 0, "changed": speaker.count(trial.changed),
            "isListCut": trial.changes.count < trial.changed,
            "listed": speaker.count(trial.changes.count),
            "changes": trial.changes.map(change),
        ]
    }

    private func change(_ change: RuleTryout.Change) -> Fields {
        [
            "reference": shown(change.reference),
            "href": room.address(of: change.reference, connection),
            "day": visit.speaker.moment(change.created),
            "amount": visit.speaker.money(change.amount, change.currency),
            "state": visit.say(StateWords.title(change.state)),
            "now": change.now.map(verdict) ?? "–", "then": verdict(change.then),
            "entry": change.entry.map { ["text": shown(visit.say($0))] },
        ]
    }

    private func verdict(_ verdict: RuleTryout.Verdict) -> String {
        let title = verdict.reason.isEmpty ? "" : visit.say(ReasonWords.of(verdict.reason).title)
        return ([visit.say(RuleWords.outcome(verdict.outcome))] + [shown(verdict.sale), title])
            .filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
