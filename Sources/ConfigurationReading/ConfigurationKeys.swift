public import RuleSyntax
import Wording

/// Every key of `ccvmap.yaml`.
///
/// The page of the configuration, the checker, the schema for editors and the defaults are made
/// from this: what stands in `otherwise` is the value that holds, unless it is `none`.
public enum ConfigurationKeys {
    /// What stands in `otherwise` when there is no value at all.
    public static let none = "none"

    /// The keys at the left margin.
    public static let root = Section(
        Phrase(en: "the configuration", nl: "de configuratie"),
        [
            .optional(
                "database", .path, "The file of the ledger.", otherwise: "ccvmap.sqlite",
                example: "database: ccvmap.sqlite"),
            .optional(
                "secrets", .section(secrets), "Where the encrypted secrets and their key are.",
                otherwise: "file: ccvmap.secrets, key_file: ccvmap.key",
                example: "secrets: { key_file: /etc/ccvmap/ccvmap.key }"),
            .required(
                "connections", .list(.section(connection)),
                "The shops: each has its own CCV account, rules and office.",
                example: "connections: [{ name: webshop, rules: rules }]"),
            .optional(
                "http", .section(http),
                "How long to wait for the services, and how often to retry.",
                otherwise: "the defaults of its keys", example: "http: { timeout: 60 seconds }"),
            .optional(
                "posting", .section(posting), "How the outcome of a send is made sure of.",
                otherwise: "the defaults of its keys",
                example: "posting: { probe_grace: 30 minutes }"),
            .optional(
                "schedule", .section(schedule), "When a scheduled run fetches and checks again.",
                otherwise: "the defaults of its keys", example: "schedule: { every: 1 hour }"),
            .optional(
                "dashboard", .section(dashboard), "Where the dashboard listens.",
                otherwise: "the defaults of its keys",
                example: "dashboard: { address: \"127.0.0.1:8080\" }"),
            .optional(
                "monitoring", .section(monitoring),
                "Where a scheduled run tells how it does; see docs/service.md.",
                otherwise: "the defaults of its keys",
                example: "monitoring: { address: \"127.0.0.1:9464\" }"),
            .optional(
                "notifications", .section(notifications), "Who is told when a person must act.",
                otherwise: "nobody", example: "notifications: { command: bin/tell-me }"),
        ])

    static let secrets = Section(
        Phrase("`secrets`"),
        [
            .optional(
                "file", .path, "The file of the encrypted secrets.",
                otherwise: "ccvmap.secrets", example: "file: ccvmap.secrets"),
            .optional(
                "key_file", .path,
                "The file of the key; CCVMAP_SECRET_KEY and a systemd credential come before it.",
                otherwise: "ccvmap.key", example: "key_file: /etc/ccvmap/ccvmap.key"),
        ])

    static let connection = Section(
        Phrase(en: "a connection", nl: "een verbinding"),
        [
            .required(
                "name", .text,
                "What the connection is called, for good: the ledger knows it by this name.",
                example: "name: webshop"),
            .optional(
                "rules", .path, "A rules file, or the folder of the rules.", otherwise: "rules",
                example: "rules: webshop/rules"),
            .optional(
                "ccv", .section(ccv), "How to reach CCV.", otherwise: "production",
                example: "ccv: { base_url: https://api.psp.ccv.eu/api/v1 }"),
            .optional(
                "twinfield", .section(twinfield), "How to reach Twinfield.",
                otherwise: "production", example: "twinfield: { client_id: ccvmap-jansen }"),
        ])

    static let ccv = Section(
        Phrase("`ccv`"),
        [
            .optional(
                "base_url", .webAddress, "The address of the API; it ends in /api/v1.",
                otherwise: "https://api.psp.ccv.eu/api/v1",
                example: "base_url: https://api.psp.ccv.eu/api/v1"),
            .optional(
                "timestamps", .choice(["ms", "s", "iso"]),
                "How moments are written in a question to CCV: milliseconds, seconds, ISO 8601.",
                otherwise: "ms", example: "timestamps: ms"),
            .optional(
                "allow_test", .flag, "Whether a test key (t_…) may be used; its money is not real.",
                otherwise: "false", example: "allow_test: true"),
            .optional(
                "allowed_host_suffix", .text,
                "How the host must end for the key to be sent to it; loopback is always allowed.",
                otherwise: ".ccv.eu", example: "allowed_host_suffix: .ccv.eu"),
        ])

    static let twinfield = Section(
        Phrase("`twinfield`"),
        [
            .optional(
                "login_url", .webAddress, "The address of the login server, without a path.",
                otherwise: "https://login.twinfield.com",
                example: "login_url: https://login.twinfield.com"),
            .optional(
                "client_id", .text,
                "The client id that Twinfield gave out; the secret is asked for.",
                otherwise: none, example: "client_id: ccvmap-jansen"),
            .optional(
                "redirect_uri", .webAddress,
                "Where Twinfield sends the browser back to, exactly as registered there.",
                otherwise: none, example: "redirect_uri: https://books.example/connect/twinfield"),
            .optional(
                "pkce", .flag, "Whether to prove the login with PKCE; try it before relying on it.",
                otherwise: "false", example: "pkce: true"),
            .optional(
                "credits_per_minute", .wholeNumber,
                "The most of Twinfield's credits to use in a minute; 0 for no limit of ours.",
                otherwise: "25", example: "credits_per_minute: 25"),
            .optional(
                "allowed_host_suffix", .text,
                "How every host must end for a token to be sent to it; loopback is always allowed.",
                otherwise: ".twinfield.com", example: "allowed_host_suffix: .twinfield.com"),
        ])

    static let http = Section(
        Phrase("`http`"),
        [
            .optional(
                "timeout", .duration, "How long to wait for an answer.", otherwise: "60 seconds",
                example: "timeout: 60 seconds"),
            .optional(
                "retries", .wholeNumber, "How often to ask again; what may have booked never is.",
                otherwise: "4", example: "retries: 4"),
            .optional(
                "backoff", .duration, "How long to wait before the first retry; it doubles.",
                otherwise: "1 second", example: "backoff: 1 second"),
            .optional(
                "certificate_authorities", .path,
                "A file of PEM certificates that are trusted beside those of the system.",
                otherwise: none, example: "certificate_authorities: own-ca.pem"),
        ])

    static let posting = Section(
        Phrase("`posting`"),
        [
            .optional(
                "probe_grace", .duration,
                "How far apart two searches that find no entry must be before it is sent again.",
                otherwise: "30 minutes", example: "probe_grace: 30 minutes"),
            .optional(
                "read_back", .duration,
                "How old payments may be whose entries are read back each night.",
                otherwise: "366 days", example: "read_back: 366 days"),
        ])

    static let schedule = Section(
        Phrase("`schedule`"),
        [
            .optional(
                "every", .duration, "How often to fetch; at most 1 hour.", otherwise: "1 hour",
                example: "every: 15 minutes"),
            .optional(
                "nightly_at", .timeOfDay, "When everything without an entry is checked again.",
                otherwise: "02:30", example: "nightly_at: \"02:30\""),
            .optional(
                "time_zone", .text, "The zone of `nightly_at`.", otherwise: "Europe/Amsterdam",
                example: "time_zone: Europe/Amsterdam"),
            .optional(
                "jitter", .duration,
                "At most so much sooner than `every`, and later than `nightly_at`, by chance.",
                otherwise: "5 minutes", example: "jitter: 5 minutes"),
        ])

    static let dashboard = Section(
        Phrase("`dashboard`"),
        [
            .optional(
                "address", .text, "Host and port to listen on.", otherwise: "127.0.0.1:8080",
                example: "address: \"127.0.0.1:8080\""),
            .optional(
                "public_url", .webAddress,
                "The address that people type when a web server stands before the dashboard.",
                otherwise: none, example: "public_url: https://books.example/ccvmap"),
            .optional(
                "certificate", .path,
                "A PEM file with the certificate and its chain; the dashboard speaks https then.",
                otherwise: none, example: "certificate: /etc/ccvmap/fullchain.pem"),
            .optional(
                "certificate_key", .path, "A PEM file with the private key of `certificate`.",
                otherwise: none, example: "certificate_key: /etc/ccvmap/privkey.pem"),
            .optional(
                "database", .path,
                "The file of the people of the dashboard and of what they did, beside the ledger.",
                otherwise: "dashboard.sqlite", example: "database: dashboard.sqlite"),
            .optional(
                "report_webhook", .webAddress,
                "Where reports of problems are posted, as JSON with `subject` and `text`.",
                otherwise: none, example: "report_webhook: https://help.example/ccvmap"),
            .optional(
                "report_mail", .text, "To whom reports of problems are mailed.", otherwise: none,
                example: "report_mail: help@office.example"),
        ])

    static let monitoring = Section(
        Phrase("`monitoring`"),
        [
            .optional(
                "address", .text,
                "Host and port of /healthz and /metrics, on this machine only; or off.",
                otherwise: "127.0.0.1:9464", example: "address: \"127.0.0.1:9464\"")
        ])

    static let notifications = Section(
        Phrase("`notifications`"),
        [
            .optional(
                "command", .path, "A program that is run with the message on its stdin.",
                otherwise: none, example: "command: bin/tell-me")
        ])
}

extension EditorSchema {
    /// The schema of `ccvmap.yaml`, with a line end.
    public static let configuration = document(
        ConfigurationKeys.root, title: "Configuration of ccvmap")
}
