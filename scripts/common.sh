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

# Runs a command as root: directly, or through sudo, which asks for a password on a terminal only.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif [ -t 0 ]; then
        sudo "$@"
    else
        sudo -n "$@"
    fi
}

# Calls apt-get as root; it asks nothing, and waits for another that is busy.
apt() {
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq -o DPkg::Lock::Timeout=120 "$@" >&2
}

# Refreshes the lists of packages; a new machine often has none.
apt_update() {
    apt update ||
        say "the package lists could not all be refreshed; trying with those that are here"
}

# Installs Debian packages and no more than they need.
apt_install() {
    apt install -y --no-install-recommends "$@"
}
