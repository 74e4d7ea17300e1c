#!/usr/bin/env bash
# The front door of the build: finds Rust and Node, then hands over to xtask/, which does the rest.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# rustup puts cargo here, which a shell opened before the installation does not know yet.
PATH="$PATH:${CARGO_HOME:-$HOME/.cargo}/bin"

need() {
  command -v "$1" >/dev/null && return
  echo "build.sh: $1 is missing. Please install $2, then run this again." >&2
  exit 1
}
need cargo "Rust with rustup (https://rustup.rs)"
need cc "a C compiler, which Rust links with (on Debian and Ubuntu: apt-get install build-essential)"
need node "Node.js 20 or newer (https://nodejs.org)"
need npm "npm, which comes with Node.js (https://nodejs.org)"

exec cargo run --quiet --package xtask -- "$@"
