import ArgumentParser
import Logging

/// How much the log of the service tells.
enum LogDetail: String, ExpressibleByArgument, CaseIterable {
    case debug, info, warning, error

    var level: Logger.Level {
        switch self {
        case .debug: .debug
        case .info: .info
        case .warning: .warning
        case .error: .error
        }
    }
}

extension LogRecord.Form: ExpressibleByArgument {}
