# The browser of the browser tests: Debian's Chromium.

setup_browser() {
    have chromium && return
    have google-chrome && return
    install_packages chromium
}
