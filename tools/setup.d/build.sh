# What it takes to build the engine: a C++ compiler, CMake, Ninja, the test and command line libraries, and
# Emscripten (at least 3.1.69: older ones have an older libc++, and a wasm-split without --no-placeholders).

EMSCRIPTEN_WANTED=3.1.69

setup_build() {
    if is_debian; then
        install_packages g++ cmake ninja-build ccache doctest-dev libcli11-dev libboost-dev
    else
        local program
        for program in c++ cmake ninja; do have "$program" || die "please install $program"; done
    fi
    setup_emscripten
}

emcc_version() { "$1" --version 2>/dev/null | sed -nE '1s/.* ([0-9]+\.[0-9]+\.[0-9]+).*/\1/p'; }

# Leaves SLUICE_EMSCRIPTEN, the folder of emcc, in $SLUICE_TOOLS/emscripten/env (read by
# cmake/Emscripten.cmake).
setup_emscripten() {
    local folder=$SLUICE_TOOLS/emscripten
    if [ -e "$folder/env" ]; then
        (. "$folder/env" && [ -x "$SLUICE_EMSCRIPTEN/emcc" ]) && return
    fi
    rm -rf "$folder"
    mkdir -p "$folder"
    if have emcc && version_ge "$(emcc_version emcc)" "$EMSCRIPTEN_WANTED"; then
        local emcc; emcc=$(readlink -f "$(command -v emcc)")
        printf "export SLUICE_EMSCRIPTEN='%s'\n" "$(dirname "$emcc")" >"$folder/env"
        return
    fi
    is_debian || die "please install Emscripten $EMSCRIPTEN_WANTED or newer and put emcc on PATH"
    if [ "$(codename)" != bookworm ]; then
        install_packages emscripten
        printf "export SLUICE_EMSCRIPTEN='/usr/share/emscripten'\n" >"$folder/env"
        return
    fi
    private_emscripten "$folder"
}

# Debian 12 has Emscripten 3.1.6. The next release's package brings its own cache of prebuilt system
# libraries; its binaryen programs need that release's libc, which patchelf points them at. Compiler and
# linker are the machine's own.
private_emscripten() {
    local folder=$1
    install_packages python3 patchelf clang-19 lld-19 llvm-19 node-acorn nodejs
    say "fetching Emscripten into $folder"
    next_release_packages "$folder" emscripten binaryen libc6 libstdc++6 libgcc-s1
    local libs loader
    libs=$(dirname "$(find "$folder/usr/lib" -name libstdc++.so.6)")
    loader=$(find "$folder/usr" -name 'ld-linux*.so.*' -type f | head -n 1)
    local program
    for program in "$folder"/usr/bin/wasm* "$folder"/usr/bin/binaryen*; do
        patchelf --print-interpreter "$program" >/dev/null 2>&1 || continue
        patchelf --set-interpreter "$loader" --set-rpath "$libs" "$program"
    done
    for program in "$folder"/usr/lib/*/libbinaryen*.so; do patchelf --set-rpath "$libs" "$program"; done
    mkdir -p "$folder/usr/share/emscripten/node_modules"
    ln -sfn /usr/share/nodejs/acorn "$folder/usr/share/emscripten/node_modules/acorn"
    # Emscripten reads this file from its own folder first, so that no environment variable is needed to run
    # emcc.
    cat >"$folder/usr/share/emscripten/.emscripten" <<END
LLVM_ROOT = '/usr/bin'
BINARYEN_ROOT = '$folder/usr'
NODE_JS = '$(command -v node || command -v nodejs)'
FROZEN_CACHE = True
LLVM_ADD_VERSION = '19'
CLANG_ADD_VERSION = '19'
END
    printf "export SLUICE_EMSCRIPTEN='%s'\n" "$folder/usr/share/emscripten" >"$folder/env.new"
    local emcc=$folder/usr/share/emscripten/emcc
    version_ge "$(emcc_version "$emcc")" "$EMSCRIPTEN_WANTED" ||
        die "the private Emscripten does not run: $("$emcc" --version 2>&1 | tail -n 3)"
    mv "$folder/env.new" "$folder/env"
}
