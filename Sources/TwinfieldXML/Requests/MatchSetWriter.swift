/// Writes lines that are to be reconciled as a `<match>` document for ProcessXml.
///
/// What can be wrong with a set was found when it was made.
public enum MatchSetWriter {
    /// The document of one set: sets are independent of each other, and one a request keeps it
    /// plain which one an unclear answer is about.
    public static func document(_ set: MatchSet) throws(RequestFault) -> ProcessXMLDocument {
        var writer = RequestWriter()
        writer.markup("<match>")
        try set.write(to: &writer)
        writer.markup("</match>")
        return ProcessXMLDocument(bytes: writer.finish(), isQuery: false)
    }
}
