import BooksModel
import PaymentsModel
import Sandbox

/// A world in which only the payments matter.
func makeWorld(payments: PaymentAccount) -> World {
    let organisation = Organisation(
        code: "", name: "", id: "", userCode: "", userName: "", offices: [])
    return World(organisation: organisation, payments: payments, logins: Logins())
}
