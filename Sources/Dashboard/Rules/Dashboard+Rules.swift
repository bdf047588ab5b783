import Hummingbird
import People

extension Dashboard {
    /// The pages of the rules: everybody may look, some may change them.
    func addRules(_ pages: RouterGroup<PageContext>) {
        guard room.rules != nil else { return }
        page(pages, "regels") { try await RulesPage(room: room, visit: $0).page() }
        page(pages, "regels/versies") { try await RuleVersionsPage(room: room, visit: $0).page() }
        page(pages, "regels/codes") { RuleCodeWords.page($0) }
        change(pages, "waarden") { try await $0.values() }
        change(pages, "teksten") { try await $0.texts() }
        change(pages, "terug") { try await $0.back() }
        change(pages, "opslaan") { try await $0.save() }
    }

    private func change(
        _ pages: RouterGroup<PageContext>, _ name: String,
        _ work: @escaping @Sendable (RuleForms) async throws -> Response
    ) {
        form(pages, "acties/regels/" + name, needs: .editRules) {
            try await work(RuleForms(room: $0, visit: $1))
        }
    }
}
