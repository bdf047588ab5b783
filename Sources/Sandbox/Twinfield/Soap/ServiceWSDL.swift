/// Writes the WSDL of a service: document/literal, SOAP 1.1 and 1.2.
enum ServiceWSDL {
    private static let guid = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"

    /// The description as an answer; the address is that of the sandbox.
    static func answer(_ service: ServiceDescription, baseURL: String) -> WireAnswer {
        WireAnswer(
            status: 200, headers: [.init("Content-Type", "text/xml; charset=utf-8")],
            body: XMLTree.write(document(service, address: baseURL + service.path)))
    }

    private static func document(_ service: ServiceDescription, address: String) -> XMLNode {
        let soap = name(service, "Soap")
        let soap12 = name(service, "Soap12")
        return XMLNode(
            "wsdl:definitions",
            [
                "xmlns:wsdl": "http://schemas.xmlsoap.org/wsdl/",
                "xmlns:s": "http://www.w3.org/2001/XMLSchema",
                "xmlns:s1": "http://microsoft.com/wsdl/types/",
                "xmlns:tns": SoapHeader.namespace,
                "xmlns:soap": "http://schemas.xmlsoap.org/wsdl/soap/",
                "xmlns:soap12": "http://schemas.xmlsoap.org/wsdl/soap12/",
                "targetNamespace": SoapHeader.namespace,
            ],
            [XMLNode("wsdl:documentation", [:], service.note), types(service)]
                + service.operations.flatMap(messages)
                + [
                    portType(service),
                    binding(service, prefix: "soap", name: soap),
                    binding(service, prefix: "soap12", name: soap12),
                    XMLNode(
                        "wsdl:service", ["name": service.name],
                        [
                            port(prefix: "soap", name: soap, address),
                            port(prefix: "soap12", name: soap12, address),
                        ]),
                ])
    }

    private static func name(_ service: ServiceDescription, _ suffix: String) -> String {
        service.name + suffix
    }

    private static func types(_ service: ServiceDescription) -> XMLNode {
        var children = [
            XMLNode("s:import", ["namespace": "http://microsoft.com/wsdl/types/"]),
            XMLNode("s:element", ["name": "Header", "type": "tns:Header"]), header,
        ]
        for operation in service.operations {
            for (name, parts) in [
                (operation.name, operation.request),
                (operation.name + "Response", operation.answer),
            ] {
                let type = XMLNode("s:complexType", [:], [sequence(parts)])
                children.append(XMLNode("s:element", ["name": name], [type]))
            }
        }
        for type in service.types {
            children.append(
                XMLNode("s:complexType", ["name": type.name], [sequence(type.parts)]))
        }
        for word in service.words {
            let values = word.values.map { XMLNode("s:enumeration", ["value": $0]) }
            let restriction = XMLNode("s:restriction", ["base": "s:string"], values)
            children.append(XMLNode("s:simpleType", ["name": word.name], [restriction]))
        }
        let schema = XMLNode(
            "s:schema",
            ["elementFormDefault": "qualified", "targetNamespace": SoapHeader.namespace], children)
        return XMLNode("wsdl:types", [:], [schema, guidSchema])
    }

    private static var header: XMLNode {
        XMLNode(
            "s:complexType", ["name": "Header"],
            [
                sequence([
                    .init(name: "SessionID", type: "s:string"),
                    .init(name: "AccessToken", type: "s:string"),
                    .init(name: "CompanyCode", type: "s:string"),
                    .init(name: "CompanyId", type: "s1:guid", isRequired: true, isNillable: true),
                ]), XMLNode("s:anyAttribute"),
            ])
    }

    private static var guidSchema: XMLNode {
        let pattern = XMLNode("s:pattern", ["value": guid])
        let restriction = XMLNode("s:restriction", ["base": "s:string"], [pattern])
        return XMLNode(
            "s:schema",
            [
                "elementFormDefault": "qualified",
                "targetNamespace": "http://microsoft.com/wsdl/types/",
            ], [XMLNode("s:simpleType", ["name": "guid"], [restriction])])
    }

    private static func sequence(_ parts: [ServiceDescription.Part]) -> XMLNode {
        XMLNode("s:sequence", [:], parts.map(element))
    }

    private static func element(_ part: ServiceDescription.Part) -> XMLNode {
        var node = XMLNode(
            "s:element",
            [
                "minOccurs": part.isRequired ? "1" : "0",
                "maxOccurs": part.isRepeated ? "unbounded" : "1",
                "name": part.name, "nillable": part.isNillable ? "true" : nil, "type": part.type,
            ])
        if part.type == nil {
            let any = XMLNode("s:sequence", [:], [XMLNode("s:any")])
            node.children = [XMLNode("s:complexType", ["mixed": "true"], [any])]
        }
        return node
    }

    private static func messages(_ operation: ServiceDescription.Operation) -> [XMLNode] {
        func message(_ suffix: String, part: String, element: String) -> XMLNode {
            XMLNode(
                "wsdl:message", ["name": operation.name + suffix],
                [XMLNode("wsdl:part", ["name": part, "element": "tns:" + element])])
        }
        return [
            message("SoapIn", part: "parameters", element: operation.name),
            message("SoapOut", part: "parameters", element: operation.name + "Response"),
            message("Header", part: "Header", element: "Header"),
        ]
    }

    private static func portType(_ service: ServiceDescription) -> XMLNode {
        let operations = service.operations.map { operation in
            XMLNode(
                "wsdl:operation", ["name": operation.name],
                [
                    XMLNode("wsdl:documentation", [:], operation.note),
                    XMLNode("wsdl:input", ["message": "tns:\(operation.name)SoapIn"]),
                    XMLNode("wsdl:output", ["message": "tns:\(operation.name)SoapOut"]),
                ])
        }
        return XMLNode("wsdl:portType", ["name": name(service, "Soap")], operations)
    }

    private static func binding(
        _ service: ServiceDescription, prefix: String, name: String
    ) -> XMLNode {
        let transport = XMLNode(
            prefix + ":binding", ["transport": "http://schemas.xmlsoap.org/soap/http"])
        let operations = service.operations.map { operation in
            let action = SoapHeader.namespace + operation.name
            let body = XMLNode(prefix + ":body", ["use": "literal"])
            let header = XMLNode(
                prefix + ":header",
                ["message": "tns:\(operation.name)Header", "part": "Header", "use": "literal"])
            return XMLNode(
                "wsdl:operation", ["name": operation.name],
                [
                    XMLNode(
                        prefix + ":operation", ["soapAction": action, "style": "document"]),
                    XMLNode("wsdl:input", [:], [body, header]),
                    XMLNode("wsdl:output", [:], [body]),
                ])
        }
        return XMLNode(
            "wsdl:binding", ["name": name, "type": "tns:" + Self.name(service, "Soap")],
            [transport] + operations)
    }

    private static func port(prefix: String, name: String, _ address: String) -> XMLNode {
        XMLNode(
            "wsdl:port", ["name": name, "binding": "tns:" + name],
            [XMLNode(prefix + ":address", ["location": address])])
    }
}
