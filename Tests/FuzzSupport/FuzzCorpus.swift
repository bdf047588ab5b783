package import Foundation

/// The files from which inputs are made.
package struct FuzzCorpus: Sendable {
    /// The files by what they are, in order of their paths; no list is empty.
    package let files: [FuzzTarget: [[UInt8]]]

    /// Those that are not there for being broken; a target without such files is left out.
    package let sound: [FuzzTarget: [[UInt8]]]

    /// Reads the files of the project: what is shipped, the examples, the broken rules of the
    /// tests, and the files that are there for this alone.
    package init(project: URL) throws {
        var files: [FuzzTarget: [[UInt8]]] = [:]
        var sound: [FuzzTarget: [[UInt8]]] = [:]
        for folder in ["rules", "templates", "examples", "Tests/Corpus"] {
            let top = project.appending(path: folder)
            for path in try FileManager.default.subpathsOfDirectory(atPath: top.path).sorted() {
                guard let target = Self.target(of: folder + "/" + path) else { continue }
                let bytes = [UInt8](try Data(contentsOf: top.appending(path: path)))
                files[target, default: []].append(bytes)
                if folder != "Tests/Corpus" { sound[target, default: []].append(bytes) }
            }
        }
        files[.include] = files[.include, default: []] + files[.rules, default: []]
        self.files = files
        self.sound = sound
        for target in FuzzTarget.allCases where files[target, default: []].isEmpty {
            throw FuzzFinding("every target has files", target.rawValue)
        }
    }

    /// The project in which this file stands.
    package static let project = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func target(of path: String) -> FuzzTarget? {
        let steps = path.split(separator: "/")
        let name = steps.last ?? ""
        if path.hasPrefix("Tests/Corpus/fuzz/") {
            return steps.count == 5 ? FuzzTarget(rawValue: String(steps[3])) : nil
        }
        if name.hasPrefix("expected") { return nil }
        if name.hasSuffix(".yaml") {
            if steps.contains("templates") { return .template }
            return steps.contains("kantoor") ? .include : .rules
        }
        let isXML = name.hasSuffix(".xml")
        if name.hasPrefix("payments.") { return .payments }
        if name.hasPrefix("open-items.") { return isXML ? .browse : .openItems }
        if name.hasPrefix("customers.") { return isXML ? .dimensions : .customers }
        return nil
    }
}
