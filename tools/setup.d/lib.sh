# Shared by tools/setup and its parts. Everything that is not a package of the machine's own release goes into
# SLUICE_TOOLS, outside the repository, so that several clones share it and `git clean` does not cost a
# download.

SLUICE_TOOLS=${SLUICE_TOOLS:-${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/sluicebox/tools}
SLUICE_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

say() { printf 'setup: %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif have sudo; then sudo "$@"
    else die "needs root (or sudo) to run: $*"
    fi
}

# version_ge A B: is version A at least B? Dotted numbers.
version_ge() {
    local i; local -a a b
    IFS=.-+~ read -r -a a <<<"$1"; IFS=.-+~ read -r -a b <<<"$2"
    for i in 0 1 2; do
        local x=${a[i]:-0} y=${b[i]:-0}
        [[ $x =~ ^[0-9]+$ ]] || x=0
        if (( 10#$x > 10#$y )); then return 0; fi
        if (( 10#$x < 10#$y )); then return 1; fi
    done
}

is_debian() { [ -r /etc/os-release ] && grep -qE '^(ID|ID_LIKE)=.*debian' /etc/os-release && have apt-get; }
codename() { . /etc/os-release; printf '%s' "${VERSION_CODENAME:-}"; }

apt_updated=
# install_packages PACKAGE…: installs what is missing of the machine's own release; asks the index only then.
install_packages() {
    local missing=() package
    for package in "$@"; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] ||
            missing+=("$package")
    done
    [ ${#missing[@]} = 0 ] && return
    is_debian || die "please install by hand what these Debian packages hold: ${missing[*]}"
    say "installing ${missing[*]}"
    if [ -z "$apt_updated" ]; then
        as_root apt-get update -qq || say "apt-get update had errors; going on with what it got"
        apt_updated=1
    fi
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
        die "apt-get could not install ${missing[*]}"
}

# next_release_packages FOLDER PACKAGE…: unpacks packages of the Debian release after this one into FOLDER,
# without touching the system: an apt configuration of its own is derived from the machine's sources, with the
# release renamed.
next_release_packages() {
    local folder=$1; shift
    local from to; from=$(codename)
    case $from in
        bookworm) to=trixie ;;
        trixie) to=forky ;;
        *) die "does not know the Debian release after '$from'; please install $* by hand" ;;
    esac
    # An old keyring does not know the next release's keys.
    if [ "$(id -u)" = 0 ]; then
        apt-get install -y -qq --only-upgrade debian-archive-keyring >/dev/null 2>&1 || true
    fi
    local apt=$SLUICE_TOOLS/apt-$to
    mkdir -p "$apt"/{parts,lists/partial,cache/archives/partial,debs} "$folder"
    rm -f "$apt"/parts/* "$apt"/debs/*
    local file
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
        [ -r "$file" ] || continue
        sed -nE "s/^(deb .*[ /])$from([-a-z]* .*)$/\1$to\2/p" "$file" \
            >"$apt/parts/$(basename "$file" .list).list"
    done
    for file in /etc/apt/sources.list.d/*.sources; do
        [ -r "$file" ] && grep -qE "^Suites:.*$from" "$file" || continue
        sed -E "/^Suites:/ s/$from/$to/g" "$file" >"$apt/parts/$(basename "$file")"
    done
    local options=(
        -o Dir::Etc::SourceList=/dev/null -o "Dir::Etc::SourceParts=$apt/parts"
        -o Dir::Etc::Preferences=/dev/null -o Dir::Etc::PreferencesParts=/dev/null
        -o "Dir::State::Lists=$apt/lists" -o "Dir::Cache=$apt/cache" -o Dir::State::status=/dev/null
        -o Acquire::Languages=none -o APT::Sandbox::User=root -qq)
    apt-get "${options[@]}" update || say "some sources have no release '$to'; going on"
    (cd "$apt/debs" && apt-get "${options[@]}" download "$@") || die "could not download $* of $to"
    local deb
    for deb in "$apt"/debs/*.deb; do dpkg -x "$deb" "$folder" || die "could not unpack $deb"; done
    rm -rf "$apt"
}

# Puts the private Node, where there is one, before the system's.
use_node() {
    case :$PATH: in *":$SLUICE_TOOLS/node/node_modules/.bin:"*) return ;; esac
    if [ -x "$SLUICE_TOOLS/node/node_modules/.bin/node" ]; then
        PATH=$SLUICE_TOOLS/node/node_modules/.bin:$PATH
        export PATH
    fi
}

# build_preset PRESET [TARGET…]: configures once and builds what changed; quiet unless it fails.
build_preset() {
    local preset=$1; shift
    local folder=$SLUICE_ROOT/build/$preset log=$SLUICE_ROOT/build/test-logs/build-$preset.log
    mkdir -p "$(dirname "$log")"
    (
        cd "$SLUICE_ROOT"
        # Presets and toolchain files are read only when configuring.
        if [ ! -e "$folder/build.ninja" ] || [ CMakePresets.json -nt "$folder/build.ninja" ] ||
            [ "$SLUICE_TOOLS/emscripten/env" -nt "$folder/build.ninja" ]; then
            cmake --preset "$preset"
        fi
        cmake --build --preset "$preset" ${1:+--target "$@"}
    ) >"$log" 2>&1 || { say "building $preset failed; the end of $log:"; tail -n 40 "$log" >&2; return 1; }
}

# build_site: web/dist from the two bundles and web/, only when something it is made of has changed, or the
# address that it is made for (SLUICEBOX_URL, docs/embedding.md).
build_site() {
    build_preset wasm-st "engine-st" && build_preset wasm-mt "engine-mt" || return 1
    local dist=$SLUICE_ROOT/web/dist log=$SLUICE_ROOT/build/test-logs/build-site.log
    local address=$SLUICE_ROOT/build/site-address
    if [ -e "$dist/index.html" ] && [ "$(cat "$address" 2>/dev/null)" = "${SLUICEBOX_URL:-}" ] &&
        [ -z "$(find "$SLUICE_ROOT/web" "$SLUICE_ROOT/core/catalogue" \
        "$SLUICE_ROOT/docs" \
        "$SLUICE_ROOT"/build/wasm-?t/wasm/engine-?t.* \
        \( -name node_modules -o -name dist \) -prune -o \
        -type f -newer "$dist/index.html" -print -quit)" ]; then
        return 0
    fi
    (cd "$SLUICE_ROOT/web" && npm run build) >"$log" 2>&1 ||
        { say "building the page failed; the end of $log:"; tail -n 40 "$log" >&2; return 1; }
    printf '%s' "${SLUICEBOX_URL:-}" >"$address"
    # The build may keep the old time of an unchanged file.
    touch "$dist/index.html"
}

# doctest_result: reads doctest's output and prints it followed by the line that tools/test reads.
# Under Node doctest believes that it writes to a terminal, so colours are taken out first.
doctest_result() {
    sed -E 's/\x1b\[[0-9;]*m//g' | awk '{ print }
        /^\[doctest\] test cases:/ {
            gsub(/[^0-9|]/, ""); split($0, n, "|"); good = n[2]; bad = n[3]; seen = 1
        }
        END { if (seen) printf "RESULT %d %d\n", good, bad; exit seen ? 0 : 1 }'
}

# node_result: the same for the summary of Node's test runner.
node_result() {
    awk '{ print }
        /^(#|ℹ) pass [0-9]+$/ { good = $3; seen = 1 }
        /^(#|ℹ) (fail|cancelled) [0-9]+$/ { bad += $3 }
        END { if (seen) printf "RESULT %d %d\n", good, bad; exit seen ? 0 : 1 }'
}

# ctest_result: the same for CTest's list of tests.
ctest_result() {
    awk '{ print }
        /^ *[0-9]+\/[0-9]+ Test +#/ { if ($0 ~ /   Passed /) good++; else bad++ }
        END { if (good + bad) printf "RESULT %d %d\n", good, bad; exit good + bad ? 0 : 1 }'
}

# vitest_result REPORT: the same for Vitest's JSON report.
vitest_result() {
    node -e 'const r = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
        const empty = (file) => file.status === "failed" && !file.assertionResults.length;
        const broken = r.testResults.filter(empty);
        console.log(`RESULT ${r.numPassedTests} ${r.numFailedTests + broken.length}`);' "$1"
}
