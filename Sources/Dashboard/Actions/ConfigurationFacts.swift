public import DomainModel

/// How everything is configured and connected, for the tab Configuratie.
public struct ConfigurationFacts: Sendable, Hashable {
    /// A service of a connection.
    public struct Light: Sendable, Hashable {
        /// Whether it answered and let us in when it was tried last.
        public var isGreen: Bool
        /// A word: `connected`, `expired`, `refused`, `unreachable`, `not_connected`, `unknown`.
        public var state: String
        /// Since when; nil when it is not known.
        public var since: Instant?
        /// What there is to say besides: `test`, an office.
        public var detail: String
        /// What to type to mend it; empty when nothing needs to be mended.
        public var help: String
        /// Why it is not green, as the service said it in English; empty when it said nothing.
        public var reason: String

        /// Makes a light.
        public init(
            isGreen: Bool, state: String, since: Instant?, detail: String, help: String,
            reason: String = ""
        ) {
            self.reason = reason
            self.isGreen = isGreen
            self.state = state
            self.since = since
            self.detail = detail
            self.help = help
        }
    }

    /// A suspense account of a method.
    public struct Suspense: Sendable, Hashable {
        /// The method as the rules write it.
        public var method: String
        /// The code of the account.
        public var account: String

        /// Makes a row.
        public init(method: String, account: String) {
            self.method = method
            self.account = account
        }
    }

    /// A connection.
    public struct Connection: Sendable, Hashable {
        /// Its name.
        public var name = ""
        /// CCV.
        public var ccv: Light
        /// Twinfield.
        public var twinfield: Light
        /// The office of the rules; empty when the rules cannot be read.
        public var office = ""
        /// The path of the rules.
        public var rules = ""
        /// The revision of the rules; empty when they cannot be read.
        public var revision = ""
        /// Why the rules cannot be read; empty when they can.
        public var rulesFault = ""
        /// The accounts of debtors.
        public var debtors: [String] = []
        /// The suspense accounts by method.
        public var suspense: [Suspense] = []
        /// The first day that is booked; nil when the rules cannot be read.
        public var bookFrom: CalendarDate?
        /// How it can be connected.
        public var connecting = ConnectingFacts()

        /// Makes a connection.
        public init(name: String, ccv: Light, twinfield: Light) {
            self.name = name
            self.ccv = ccv
            self.twinfield = twinfield
        }
    }

    /// The connections in the order of the configuration.
    public var connections: [Connection]
    /// Keys of `ccvmap.yaml` with their values, none of them a secret.
    public var settings: [Setting]

    /// A key of the configuration.
    public struct Setting: Sendable, Hashable {
        /// The path of the key, such as `schedule.every`.
        public var key: String
        /// Its value.
        public var value: String

        /// Makes a setting.
        public init(key: String, value: String) {
            self.key = key
            self.value = value
        }
    }

    /// Makes the facts.
    public init(connections: [Connection], settings: [Setting]) {
        self.connections = connections
        self.settings = settings
    }
}
