# shellcheck shell=bash
# Sourced by the scripts beside it: strict mode, the top folder, messages, how SwiftPM is called.

set -euo pipefail

script_folder="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
cd "$script_folder/.."

# Says what happens now; on stderr, because stdout is for results.
say() {
    printf '==> %s\n' "$*" >&2
}

# Ends the script with one line of what went wrong and lines of what to do about it.
fail() {
    printf 'error: %s\n' "$1" >&2
    shift
    local line
    for line in "$@"; do
        printf '       %s\n' "$line" >&2
    done
    exit 1
}

# Runs `swift SUBCOMMAND …`; SCRATCH_PATH chooses another build folder than .build.
swift_package() {
    local subcommand="$1"
    shift
    if [ -n "${SCRATCH_PATH:-}" ]; then
        set -- --scratch-path "$SCRATCH_PATH" "$@"
    fi
    swift "$subcommand" "$@"
}
