# A real Go 1.24 for differential tests and benchmarks (never needed by users), with golang.org/x/sync and
# x/time as modules. Taken from PATH when it is new enough, from the next Debian release into a private folder
# otherwise.

setup_go() {
    local go=$SLUICE_TOOLS/go
    [ -e "$go/env" ] && return
    local goroot
    if have go && version_ge "$(GOTOOLCHAIN=local go env GOVERSION | sed 's/^go//')" 1.24; then
        goroot=$(go env GOROOT)
    fi
    say "fetching Go 1.24 into $go"
    rm -rf "$go"
    if [ -z "${goroot:-}" ]; then
        if [ "$(codename)" = bookworm ]; then
            next_release_packages "$go" golang-1.24-go golang-1.24-src \
                golang-golang-x-sync-dev golang-golang-x-time-dev
            goroot=$go/usr/lib/go-1.24
        else
            install_packages golang-1.24-go golang-golang-x-sync-dev golang-golang-x-time-dev
            mkdir -p "$go/usr/share"
            ln -sfn /usr/share/gocode "$go/usr/share/gocode"
            goroot=/usr/lib/go-1.24
        fi
    fi
    # The x packages are plain source trees. Commands run inside `module`, which replaces the real ones by
    # them, so that any single file can be built without a network.
    local module
    for module in sync time; do
        local source=$go/usr/share/gocode/src/golang.org/x/$module
        [ -d "$source" ] || continue
        mkdir -p "$go/x/$module"
        cp -rL "$source/." "$go/x/$module/"
        printf 'module golang.org/x/%s\n\ngo 1.23.0\n' "$module" >"$go/x/$module/go.mod"
    done
    mkdir -p "$go/module"
    cat >"$go/module/go.mod" <<END
module scratch

go 1.24

require (
	golang.org/x/sync v0.0.0
	golang.org/x/time v0.0.0
)

replace (
	golang.org/x/sync => $go/x/sync
	golang.org/x/time => $go/x/time
)
END
    cat >"$go/env" <<END
export GOROOT='$goroot'
export GOTOOLCHAIN=local GOPROXY=off GOFLAGS= GOWORK=off GOTELEMETRY=off
export GOCACHE='$go/cache' GOPATH='$go/path'
export SLUICE_GO='$goroot/bin/go' SLUICE_GO_MODULE='$go/module'
END
    (. "$go/env" && "$SLUICE_GO" version >/dev/null) ||
        { rm -f "$go/env"; die "the private Go does not run"; }
}
