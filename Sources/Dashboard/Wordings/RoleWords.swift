import People
import Wording

/// The names of roles, and what each may do.
enum RoleWords {
    static func title(_ role: Role) -> Phrase {
        switch role {
        case .reader: Phrase(en: "reader", nl: "lezer")
        case .bookkeeper: Phrase(en: "bookkeeper", nl: "boekhouder")
        case .ruleEditor: Phrase(en: "rule editor", nl: "regelbewerker")
        case .administrator: Phrase(en: "administrator", nl: "beheerder")
        }
    }

    static func meaning(_ role: Role) -> Phrase {
        switch role {
        case .reader: Phrase(en: "looks and exports", nl: "kijkt en exporteert")
        case .bookkeeper:
            Phrase(
                en: "also chooses, processes and settles payments",
                nl: "kiest, verwerkt en regelt ook betalingen")
        case .ruleEditor:
            Phrase(en: "also changes the rules", nl: "wijzigt ook de regels")
        case .administrator:
            Phrase(
                en: "also connects services and says who may do what",
                nl: "verbindt ook diensten en bepaalt wie wat mag")
        }
    }
}
