import Hummingbird
import People

extension Dashboard {
    /// The pages and forms of signing in, of people and of what they did.
    func addPeople(_ pages: RouterGroup<PageContext>) {
        open(pages, "aanmelden") { SignInPages(room: $0, visit: $1).signIn() }
        open(pages, "aanmelden/code") { try SignInPages(room: $0, visit: $1).code() }
        open(pages, "uitnodiging") { try SignInPages(room: $0, visit: $1).invitation() }
        openForm(pages, "aanmelden") { try await SignInActs(room: $0, visit: $1).signIn() }
        openForm(pages, "aanmelden/code") { try await SignInActs(room: $0, visit: $1).confirm() }
        openForm(pages, "uitnodiging") { try await SignInActs(room: $0, visit: $1).accept() }
        form(pages, "afmelden", needs: .look) { try SignInActs(room: $0, visit: $1).signOut() }
        addAccount(pages)
        page(pages, "mensen", needs: .managePeople) {
            try PeoplePage(room: room, visit: $0).page()
        }
        page(pages, "logboek", needs: .managePeople) {
            try AuditPage(room: room, visit: $0).page()
        }
        form(pages, "acties/uitnodigen", needs: .managePeople) {
            try PeopleActs(room: $0, visit: $1).invite()
        }
        form(pages, "acties/rol", needs: .managePeople) {
            try PeopleActs(room: $0, visit: $1).changeRole()
        }
        form(pages, "acties/ontneem", needs: .managePeople) {
            try PeopleActs(room: $0, visit: $1).setActive(false)
        }
        form(pages, "acties/herstel", needs: .managePeople) {
            try PeopleActs(room: $0, visit: $1).setActive(true)
        }
        form(pages, "acties/wis", needs: .managePeople) {
            try PeopleActs(room: $0, visit: $1).reset()
        }
    }

    private func addAccount(_ pages: RouterGroup<PageContext>) {
        page(pages, "account") { try AccountActs(room: room, visit: $0).page() }
        form(pages, "acties/wachtwoord", needs: .look) {
            try await AccountActs(room: $0, visit: $1).changePassword()
        }
        form(pages, "acties/tweede-stap", needs: .look) {
            try await AccountActs(room: $0, visit: $1).beginSecondFactor()
        }
        form(pages, "acties/tweede-stap-code", needs: .look) {
            try await AccountActs(room: $0, visit: $1).confirmSecondFactor()
        }
        form(pages, "acties/sessies", needs: .look) {
            try await AccountActs(room: $0, visit: $1).endOthers()
        }
    }
}
