import Hummingbird
import Logging

/// A logger that says nothing.
func quietLogger() -> Logger {
    Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}
