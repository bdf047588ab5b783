import BooksModel
import DomainModel
import Testing

@Suite("The messages")
struct MessageTests {
    static let key = EntryKey(daybook: "PIN", number: "202200003")
    static let date = CalendarDate(daysSinceEpoch: 18_102)
    static let period = BookPeriod(year: 2019, number: 9)

    @Test(
        "are those of Twinfield where they are known",
        arguments: [
            (BooksMessage.destinyInvalid, "Incorrecte XML - de bestemming is ongeldig."),
            (
                .unbalanced(missing: 1, onDebit: true),
                "De boeking is niet in balans. Er ontbreekt 0.01 debet."
            ),
            (
                .noCurrentAccount(office: "X"),
                "Configuratiefout in rekening-courant. Er is geen directe ontvangstregel in "
                    + "administratie X (450)."
            ),
            (
                .dateOutsidePeriod(date, period),
                "Datum 25-07-2019 valt buiten de opgegeven periode (2019/09)."
            ),
            (
                .periodUnknown("2020/01"),
                "De boeking kan niet gemaakt worden omdat periode 2020/01 niet bestaat"
            ),
            (
                .dimensionUnknown("X", office: "Y"), "Dimensie X komt niet voor in administratie Y"
            ),
            (.dimensionDoesNotExist("00590"), "Dimensie 00590 bestaat niet."),
            (
                .relationRequired(account: "1300"),
                "Grootboekrekening 1300 vereist de specificatie van een relatie of kostenplaats"
            ),
            (.headerDueDateNotAllowed, "Vervaldatum is niet toegestaan in de koptekst."),
            (.duplicateInvoiceNumber("xxx"), "Factuurnummer xxx komt reeds voor."),
            (.officeUnknown, "De administratie bestaat niet."),
            (.valueMissing, "Waarde mag niet leeg zijn."),
            (.typeNotImplemented, "Type niet geimplementeerd."),
            (.vatCodeUnknown("21"), "Btw 21 bestaat niet of is (nog) niet actief"),
            (.statusMustBeProvisional, "De status van de boeking moet Concept zijn."),
            (.lineUnknown, "De regel bestaat niet."),
            (
                .lineNotAvailable(key, line: "1"),
                "Boeking PIN 202200003 regel 1 is niet beschikbaar voor afletteren."
            ),
            (.noAccessToOffice, "U hebt geen toegang tot deze administratie."),
        ])
    func knownText(message: BooksMessage, text: String) {
        #expect(message.text(in: .dutch) == text)
    }

    @Test("exist in both languages, each its own")
    func everyMessage() {
        let all: [BooksMessage] = [
            .destinyInvalid, .unbalanced(missing: 1, onDebit: true),
            .unbalancedInBase(missing: 1, onDebit: false),
            .unbalancedInReporting(missing: 1, onDebit: true), .noCurrentAccount(office: "X"),
            .dateOutsidePeriod(Self.date, Self.period), .periodUnknown("2020/01"),
            .dimensionUnknown("X", office: "Y"), .relationRequired(account: "1300"),
            .headerDueDateNotAllowed, .duplicateInvoiceNumber("x"), .officeUnknown, .valueMissing,
            .vatCodeUnknown("21"), .statusMustBeProvisional, .lineUnknown,
            .lineNotAvailable(Self.key, line: "1"), .dimensionDoesNotExist("X"),
            .noAccessToOffice, .typeNotImplemented, .periodClosed(Self.period),
            .daybookUnknown("X"), .daybookNotAllowed("X"), .currencyUnknown("X"),
            .dateInvalid("X"), .amountInvalid("X"), .valueInvalid("X"), .tooLong(limit: 40),
            .notAllowed("X"), .tooFewLines, .tooManyLines, .duplicateLineID(1), .lineOrder,
            .totalLineNotAllowed, .totalLineRequired, .dimensionNotAllowed("X", account: "Y"),
            .dimensionBlocked("X"), .entryUnknown(Self.key), .matchCannotBeUndone,
            .matchUnknown(1), .customerUnknown("X"), .differentCustomers, .differentCurrencies,
            .lineTwice, .residualNotZero(1), .matchValueInvalid("X"), .writeOffNotConfigured,
        ]
        let dutch = Set(all.map { $0.text(in: .dutch) })
        let english = Set(all.map { $0.text(in: .english) })
        #expect(dutch.count == all.count)
        #expect(english.count == all.count)
        #expect(dutch.isDisjoint(with: english))
        #expect(!dutch.contains("Onbekende fout."))
    }

    @Test("name the side that is missing")
    func side() {
        #expect(
            BooksMessage.unbalanced(missing: 12_345, onDebit: false).text(in: .english)
                == "The transaction is not in balance. 123.45 credit is missing.")
    }
}
