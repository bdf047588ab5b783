import DomainModel

/// Makes customers of JSON objects; one that is ill-formed refuses the file.
struct CustomerRecords: RecordSink {
    static let noun = (one: "a customer", several: "customers")

    private(set) var table = CustomerTable()
    private var fields = FieldReader<CustomerKey>()

    mutating func accept(
        _ object: borrowing ObjectScan<CustomerKey>, at place: RecordPlace
    ) throws(RecordFault) {
        if object.has(.reference), !object.has(.dim2) {
            throw place.fault(
                "found a payment, expected customers",
                help: "Give this file as payments, and the customers of Twinfield as customers.")
        }
        try fields.refuseTwice(object, place)
        let code = try string(.dim2, object, place)
        if code.isEmpty { throw fields.missing(.dim2, object, place) }
        var customer = CustomerTable.Customer(code: code, name: try string(.name, object, place))
        var list = try fields.texts(.email, object, place)
        while let email = list.next() {
            let address = fields.intake.trimmedString(email, place.base)
            if !address.isEmpty, !customer.emails.contains(address) {
                customer.emails.append(address)
            }
        }
        table.add(customer)
    }

    private mutating func string(
        _ key: CustomerKey, _ object: borrowing ObjectScan<CustomerKey>, _ place: RecordPlace
    ) throws(RecordFault) -> String {
        let value = object[key]
        if value.isText { return fields.intake.string(value, place.base) }
        if value.isNothing { return "" }
        throw fields.illFormed(key, object, place, expected: "a text in double quotes")
    }
}
