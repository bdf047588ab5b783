/// Edits of accounts, dates and `select`.
extension ManualEdit {
    static let accounts: [ManualEdit] =
        SmallWorld.methods.map { method in
            rules("\n    \(method): \"", "\n    \(method): \"9", gains: "<dim1>92")
        } + [
            rules(
                "    card/visa: \"2102\"", "    card/*: \"2199\"",
                gains: "brandless book - paid"),
            rules(
                "    klarna: \"2122\"", "    # no klarna", gains: "M16 error method_without_account"
            ),
            rules("[\"1300\"]", "[\"1301\"]", gains: "other-account book"),
            rules("[\"1300\"]", "[\"1300\", \"1301\"]", gains: "<dim1>1301</dim1>"),
            rules("office: NLA001", "office: NLA002", gains: "<office>NLA002</office>"),
        ]

    static let bookings: [ManualEdit] = [
        rules("2025-01-01", "2026-11-11", gains: "M0 skip before_start"),
        rules("Europe/Amsterdam", "UTC", gains: "<date>20261112</date>"),
        rules("[status_final, last_update, created]", "[created]", gains: "<date>20261114</date>"),
        rules(
            "[status_final, last_update, created]", "[last_update, created]",
            gains: "<date>20261116</date>"),
        rules(
            "last_update_in_another_month: review", "last_update_in_another_month: accept",
            gains: "moved book"),
        rules(
            "last_update_in_another_month: review", "last_update_in_another_month: error",
            gains: "moved error date_uncertain"),
        rules(
            "child_missing: wait", "child_missing: review",
            gains: "lonely review landing_page_child_missing"),
        rules(
            "amounts_differ: review", "amounts_differ: error",
            gains: "daughter error landing_page_amounts_differ"),
    ]

    static let selections: [ManualEdit] = [
        rules(
            "outcome: skip\n    reason: failed_at_ccv",
            "outcome: review\n    reason: failed_at_ccv",
            gains: "failed review failed_at_ccv"),
        rules("reason: failed_at_ccv", "reason: no_money", gains: "failed skip no_money"),
        rules("id: failed", "id: mislukt", gains: "failed skip failed_at_ccv mislukt"),
        rules(
            "{ status: failed }", "{ status: failed, type: sale }",
            gains: "failed-authorise skip no_money"),
        rules(
            "outcome: error\n    reason: ccv_must_act", "outcome: wait\n    reason: ccv_must_act",
            gains: "must-act wait ccv_must_act"),
        rules("outcome: wait", "outcome: skip", gains: "pending skip not_final"),
        rules(
            "{ status: pending }", "{ status: pending, type: capture }",
            gains: "pending error no_rule"),
        rules(
            "outcome: skip\n    reason: landing_page_parent",
            "outcome: review\n    reason: landing_page_parent",
            gains: "parent review landing_page_parent"),
        rules(
            "landing_page_parent: true, status: success", "landing_page_parent: false, status: x",
            gains: "parent skip landing_page_parent paid"),
        rules(
            "outcome: review\n    reason: money_back", "outcome: skip\n    reason: money_back",
            gains: "refund skip money_back"),
        rules("[refund, credit,", "[credit,", gains: "refund error no_rule"),
        rules(
            "outcome: review\n    reason: direction_unknown",
            "outcome: error\n    reason: direction_unknown",
            gains: "disbursement error direction_unknown"),
        rules("[collection, disbursement]", "[collection]", gains: "disbursement error no_rule"),
        rules(
            "outcome: skip\n    reason: no_money", "outcome: review\n    reason: no_money",
            gains: "\nauthorise review no_money"),
        rules("[authorise, release,", "[release,", gains: "\nauthorise error no_rule"),
        rules("type: [sale, capture],", "type: sale,", gains: "capture error no_rule"),
        rules(
            "type: [sale, capture], status: success",
            "type: [sale, capture], status: success, amount: { at_most: 50.00 }",
            gains: "long error no_rule"),
        rules(
            "find_sale_then: memo-payment", "outcome: review\n    because: by hand",
            gains: "M0 review selected_by_rule"),
        rules(
            "outcome: error\n    reason: no_rule", "outcome: review\n    reason: no_rule",
            gains: "mystery review no_rule"),
        ManualEdit(
            testDescription: "rules: the order of select",
            rules: [
                BrokenRules.Edit(
                    old: "select:  ",
                    new: "select:\n  - id: first\n    when: { type: authorise }\n"
                        + "    outcome: review\n  #")
            ],
            gains: "failed-authorise review no_money first"),
    ]
}
