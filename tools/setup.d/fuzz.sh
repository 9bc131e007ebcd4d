# Clang with its fuzzer and sanitizers, for the fuzz targets.

setup_fuzz() {
    local runtime
    runtime=$(find /usr/lib/llvm-19 -name 'libclang_rt.fuzzer-*.a' 2>/dev/null | head -n 1)
    have clang++-19 && [ -n "$runtime" ] && return
    install_packages clang-19 libclang-rt-19-dev
}
