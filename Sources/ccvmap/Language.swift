import ArgumentParser
import SourceDiagnostics
import Wording

/// The value of `--lang`.
enum Language: String, ExpressibleByArgument, CaseIterable {
    case en, nl

    /// The language in which the core writes.
    var output: OutputLanguage {
        switch self {
        case .en: .english
        case .nl: .dutch
        }
    }
}
