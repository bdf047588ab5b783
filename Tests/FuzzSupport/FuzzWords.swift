/// Words that the readers know, and words at the edges of what they take.
enum FuzzWords {
    static let yamlKeys = """
        version name office book_from time_zone include accounts debtors suspense ideal card/visa
        card/* card methods booking_date from last_update_in_another_month landing_page
        child_missing amounts_differ select id when outcome reason because find_sale_then
        order_number in_payment in_sale ignore_in_front invoice_words not_behind no_number shapes
        aliases payment sale if_they_disagree email collective_customers match sale_is daybooks
        sale_dated to decide amount then days_apart customer several_fit already_paid_sale
        wait_for_sale at_most counted_from journal post_as date closed_period lines dim1 dim2 side
        description invoicenumber text keep letters trim dates days reconcile line with dated
        account in_currency on_connection type status method brand currency given is starts_with
        ends_with contains at_least landing_page_parent email_given not any all
        """.split { $0 == " " || $0 == "\n" }.map(String.init) + ["<<", "?", "~", "\"\"", "1", "é"]

    static let yamlValues = [
        "book", "review", "wait", "skip", "error", "success", "failed", "same", "missing",
        "differs",
        "not_given", "equals_open", "less", "more", "within 0.05", "within 1 %", "within -1",
        "within 99999999999999999999", "within 0.001", "first 40", "last 40", "first 0", "last 1",
        "first 99999999999999999999", "debit", "credit", "provisional", "final", "payment.amount",
        "item.open", "payment.amount - item.open", "item.open + item.open", "payment.amount -",
        "\"{payment.transaction_id} betaling\"", "\"{order_number|item.invoicenumber}\"",
        "\"{\"", "\"}\"", "\"{{}}\"", "\"{digits}\"", "\"WEB-{digits}\"", "\"{n}\"", "\"{n}{n}\"",
        "\"ORD-{n}\"", "\"{letters}-{digits}\"", "\"{any}\"", "'{'", "memo-payment", "nergens",
        "30 days before payment", "0 days after payment", "-1 days after payment",
        "99999999999 days after payment", "payment day", "14 days", "payment", "1300", "\"1300\"",
        "2025-01-01", "2025-02-30", "0000-00-00", "9999-12-31", "10000-01-01", "2025-1-1",
        "Europe/Amsterdam", "Mars/Base", "UTC", "../x", "true", "false", "yes", "no", "null", "~",
        "", "\"\"", "''", "[]", "{}", "[a, b]", "{ a: b }", "[[]]", "[,]", "{,}", "[a", "{a: b",
        "\"a", "'a", "\"\\x\"", "\"\\u00e9\"", "\"\\ud800\"", "\"\\0\"", "&a x", "*a", "!!str x",
        "!a x",
        "|", ">", "@a", "`a", "%a", "- a", "a: b", "a: b: c", "1e9", "0x10", "-0",
        "9223372036854775808",
        "-9223372036854775809", "0.1", "1_000", "NaN", ".inf", "card/*", "*", "landingpage",
        "[ideal, ideal]", "[sale, capture]", "merchant_order_reference", "description", "metadata",
        "billing_email", "upper", "lower", "dd-mm-yyyy", "yyyymmdd", "status_final", "last_update",
        "created", "paid_on", "sale_date", "later_of_payment_and_sale", "invoicenumber", "sepa",
        "é", "\u{1F600}", "\u{202E}", "x y", "basis.yaml",
        "../../kantoor/basis.yaml", "bloemen-jansen.yaml", "[basis.yaml, basis.yaml]", "a#b",
        "a #b",
    ]

    static let yamlLines = [
        "---", "...", "%YAML 1.2", "%TAG ! tag:x,2000:", "# comment", "\t", "<<: *a", "? a", ": b",
        "- - - a", "key: &a", "*a : b", "\"a\": b", "a:b", "a :b", "'", "\"", "[", "]", "{", "}",
        "include: basis.yaml", "include: [basis.yaml, ../../kantoor/basis.yaml]", "version: 2",
        "- { id: x, outcome: error }", "- { amount: equals_open, then: book }",
        "- { amount: [less, more], order_number: same, then: book }", "office:", "select: []",
    ]

    static let jsonValues = [
        "0", "-0", "1", "-1", "0.1", "0.001", "1e2", "1E+2", "1e-2", "1e308", "1e400", "-1e400",
        "1e99999999999999999999", "9223372036854775807", "9223372036854775808",
        "92233720368547758.07",
        "92233720368547758.08", "-92233720368547758.08", "18446744073709551616",
        "0.00000000000000000001",
        "119.00", "119.000", "119.005", "00", "01", "1.", ".5", "+1", "0x1", "NaN", "Infinity",
        "true",
        "false", "null", "nul", "\"\"", "\" \"", "\"0\"", "\"119.00\"", "\"-119,00\"",
        "\"1.190,00\"",
        "\"1e2\"", "\"sale\"", "\"SALE\"", "\"land_ing-page\"", "\"success\"", "\"failed\"",
        "\"eur\"",
        "\"EUR\"", "\"usd\"", "\"jpy\"", "\"bhd\"", "\"xx\"", "\"card\"", "\"ideal\"", "\"refund\"",
        "\"capture\"",
        "\"pending\"", "\"manualintervention\"", "\"landingpage\"", "\"20261118\"", "\"20260230\"",
        "\"00000000\"", "\"99999999\"", "\"2026-11-18\"", "\"final\"", "\"provisional\"",
        "\"available\"",
        "\"matched\"", "\"draft\"", "\"WEB-2026-1002\"", "\"Bestelling WEB-2026-1002\"",
        "\"a@b.nl\"",
        "\"@\"", "\"a@b.nl;c@d.nl\"", "[]", "{}", "[\"a@b.nl\"]", "[\"a\",1]", "[null]",
        "{\"a\":1}",
        "1793697300000", "-1793697300000", "253402300799999", "253402300800000", "-62135596800001",
        "9223372036854775807000", "\"\\u0000\"", "\"\\ud83d\\ude00\"", "\"\\ud800\"",
        "\"tab\\there\"",
        "\"0123456789012345678901234567890123456789\"",
        "\"01234567890123456789012345678901234567890\"",
    ]

    static let jsonEscapes = [
        "\\", "\\\"", "\\\\", "\\/", "\\n", "\\t", "\\u0000", "\\u000", "\\u00e9", "\\uD800",
        "\\uDC00", "\\uD800\\uD800", "\\uD83D\\uDE00", "\\uFFFE", "\\x", "\\'", "\"", "\n", "\t",
        "\u{0}", "\u{1F}", "\u{7F}", "#", "-", "Order ", "<&>", "]]>", "\u{2028}", "\u{202E}",
    ]

    static let jsonSigns = [
        "{", "}", "[", "]", ",", ",,", ":", "\"", "{}", "[]", "null", "//", "/* x */", "'a'", "\n",
        "\u{FEFF}", "{\"a\":1}", "\"reference\":\"x\",", "\"amount\":1,", "}{", "},{", "}\n{",
        "<a/>",
    ]

    static let xmlTexts = [
        "", " ", "0", "-0", "119.00", "-119.00", "119,00", "1.190,00", "1e2", "119.005",
        "92233720368547758.07", "92233720368547758.08", "99999999999999999999999", "EUR", "USD",
        "JPY",
        "eur", "xx", "20261118", "20260230", "00000000", "99999999", "18/11/2026", "final",
        "temporary",
        "draft", "available", "matched", "proposed", "VRK", "D0001001", "WEB-2026-1002", "a@b.nl",
        "a@b.nl; c@d.nl", "&amp;", "&lt;b&gt;", "&#65;", "&#x41;", "&#0;", "&#x1F600;", "&#xD800;",
        "&#xFFFE;", "&#99999999999;", "&x;", "&", "]]>", "\u{0}", "\u{1}", "\u{85}", "\u{FEFF}",
        "\u{1F600}", "\u{202E}", "DEB", "CRD", "fin.trs.line.openvaluesigned",
        "fin.trs.head.curcode",
        "fin.trs.line.openbasevaluesigned", "fin.trs.line.dim1", "fin.trs.line.nothing",
    ]

    static let xmlNames = [
        "browse", "th", "td", "tr", "key", "office", "code", "number", "line", "dimensions",
        "dimension", "customers", "type", "name", "addresses", "address", "email", "field1", "html",
        "error", "result", "financials", "paymentconditions", "x", "a:b", "xml",
    ]

    static let xmlPieces = [
        "<!-- x -->", "<!-- -- -->", "<!--", "<?php x ?>", "<?xml version=\"1.0\"?>", "<?",
        "<![CDATA[x]]>",
        "<![CDATA[", "]]>", "<!DOCTYPE x>", "<!DOCTYPE x SYSTEM \"file:///etc/hosts\">",
        "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>", "<!ENTITY a \"b\">",
        "&a;", "<",
        ">", "</", "/>", "<e/>", "<e>", "</e>", "<tr>", "</tr>", "<td/>", "<html>", "</browse>",
        "\u{0}",
        "<td field=\"fin.trs.line.dim2\">D1</td>", "<key><code>VRK</code></key>", "<dimension/>",
        "<e xmlns=\"urn:x\"/>", "<x:e xmlns:x=\"urn:x\"/>", "<x:e/>", "<error>E</error>",
    ]

    static let xmlAttributes = [
        "result=\"0\"", "result=\"1\"", "result=\"\"", "total=\"0\"",
        "total=\"99999999999999999999\"",
        "total=\"-1\"", "last=\"1\"", "last=\"x\"", "msg=\"Geen toegang\"", "msgtype=\"error\"",
        "msgtype=\"warning\"", "field=\"\"", "field=\"fin.trs.line.dim2\"",
        "field=\"fin.trs.head.date\"",
        "field=\"fin.trs.line.openvaluesigned\"", "a=\"&lt;\"", "a=\"<\"", "a=b", "a",
        "a=\"1\" a=\"2\"",
        "xmlns=\"urn:x\"", "xml:lang=\"nl\"", "x:y=\"1\"", "status=\"deleted\"", "a=\"&#0;\"",
        "é=\"1\"",
    ]

    static let xmlDeclarations = [
        "", "<?xml version=\"1.0\"?>", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>",
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
        "<?xml version=\"1.0\" encoding=\"windows-1252\"?>",
        "<?xml version=\"1.0\" encoding=\"UTF-7\"?>",
        "<?xml version=\"1.0\" encoding=\"EBCDIC-CP-NL\"?>",
        "<?xml version=\"1.0\" encoding=\"nothing\"?>",
        "<?xml version=\"1.0\" encoding=\"UCS-4\"?>", "<?xml version=\"1.1\"?>",
        "<?xml version=\"2.0\"?>",
        " <?xml version=\"1.0\"?>", "<?xml version=\"1.0\" standalone=\"yes\"?>",
        "<!DOCTYPE html><html>",
        "<?xml version=\"1.0\"?><!DOCTYPE browse [<!ENTITY a SYSTEM \"file:///etc/hosts\">]>",
    ]
}
