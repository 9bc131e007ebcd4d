# What it takes to build and test the page: Node (at least 20.19, for Vite) and web/'s packages from its lock
# file.

NODE_WANTED=20.19

setup_web() {
    setup_node
    [ -e "$SLUICE_ROOT/web/package.json" ] || return 0
    # npm writes the inner file when it is done, so that it is older than a lock file that changed since.
    [ "$SLUICE_ROOT/web/node_modules/.package-lock.json" -nt "$SLUICE_ROOT/web/package-lock.json" ] && return
    say "installing the packages of web/package-lock.json"
    (cd "$SLUICE_ROOT/web" && npm ci --no-audit --no-fund --loglevel=error >&2) || die "npm ci failed in web/"
    touch "$SLUICE_ROOT/web/node_modules/.package-lock.json"
}

node_version() { "$1" --version 2>/dev/null | sed 's/^v//'; }

# A Node that is too old (Debian 12 has 18) gets a private one, which npm itself can install.
setup_node() {
    use_node
    have node && version_ge "$(node_version node)" "$NODE_WANTED" && have npm && return
    install_packages nodejs npm
    version_ge "$(node_version node)" "$NODE_WANTED" && return
    local folder=$SLUICE_TOOLS/node
    say "fetching Node into $folder"
    rm -rf "$folder"
    mkdir -p "$folder"
    (cd "$folder" && echo '{"private": true}' >package.json &&
        npm install --no-audit --no-fund --loglevel=error node@22 npm@10 >&2) ||
        die "npm could not install node"
    use_node
    version_ge "$(node_version node)" "$NODE_WANTED" || die "the private Node does not run"
}
