# The browsers of the browser tests: Debian's Chromium and Firefox ESR.

setup_browser() {
    local missing=()
    have chromium || have google-chrome || missing+=(chromium)
    have firefox-esr || have firefox || missing+=(firefox-esr)
    [ ${#missing[@]} = 0 ] || install_packages "${missing[@]}"
}
