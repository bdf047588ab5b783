import DomainModel
import People
import Testing

@Suite("What is taken as a name, a password and a role")
struct PolicyTests {
    @Test(
        "A name is what people are called, and one name however it is written",
        arguments: [
            ("Anna", "anna"), ("  Jan  de Boer ", "jan de boer"), ("anna@office.example", nil),
            ("d'Hondt", "d'hondt"), ("", nil), ("   ", nil), ("...", nil),
            ("server", nil), ("Stranger", nil), ("Anna\u{202E}", nil), ("<b>", nil),
            (String(repeating: "a", count: 41), nil), ("Ünal", "ünal"), ("a\u{0}b", nil),
        ])
    func names(text: String, key: String?) {
        let expected = text.contains("@") ? text : key
        #expect(PersonName(text)?.key == expected)
    }

    @Test(
        "A password is long, is not the name, and has more than three signs",
        arguments: [
            ("elf tekens!", PasswordPolicy.Fault.short), ("twaalf teken", nil),
            ("", .short), ("annaannaanna", .name), ("Anna Anna 12", .name),
            ("aaaaaaaaaaaa", .monotonous), ("ababababcabc", .monotonous),
            ("anna en een lange zin", nil), (String(repeating: "abcd", count: 129), .long),
            ("ééééüüüüññññ", .monotonous), ("paard batterij", nil),
        ])
    func passwords(password: String, fault: PasswordPolicy.Fault?) throws {
        let name = try #require(PersonName("Anna"))
        #expect(PasswordPolicy.fault(password, of: name) == fault)
    }

    @Test("Each role may do what the ones before it may, and one thing more")
    func roles() {
        let table: [(Role, Set<Permission>)] = [
            (.reader, [.look]), (.bookkeeper, [.look, .decide]),
            (.ruleEditor, [.look, .decide, .editRules]),
            (.administrator, Set(Permission.allCases)),
        ]
        for (role, permissions) in table {
            #expect(Set(Permission.allCases.filter(role.may)) == permissions)
        }
    }

    @Test(
        "Only the web server before us is believed about an address, and only its own word",
        arguments: [
            ("10.0.0.9", ["1.2.3.4"], true, "10.0.0.9"),
            ("127.0.0.1", ["1.2.3.4"], false, "127.0.0.1"),
            ("127.0.0.1", ["6.6.6.6, 1.2.3.4"], true, "1.2.3.4"),
            ("127.0.0.1", ["6.6.6.6", "1.2.3.4"], true, "1.2.3.4"),
            ("::1", ["2001:DB8::7"], true, "2001:db8::7"), ("127.0.0.1", [], true, "127.0.0.1"),
            ("127.0.0.1", ["evil\r\n"], true, "127.0.0.1"),
            ("127.0.0.1", ["1.2.3.4,"], true, "1.2.3.4"),
            (nil, ["1.2.3.4"], true, ClientAddress.unknown),
        ] as [(String?, [String], Bool, String)])
    func addresses(peer: String?, forwarded: [String], isBehind: Bool, address: String) {
        #expect(
            ClientAddress.of(peer: peer, forwardedFor: forwarded, isBehindServer: isBehind)
                == address)
    }
}
