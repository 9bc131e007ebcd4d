#include "files.h"

#include <sys/stat.h>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace sluice::cli {

namespace {

/// More than this is certainly not a Go source file; reading it would only cost memory before the compiler
/// refuses it.
constexpr size_t kMaxReadBytes = 64u << 20;

std::string reason(const std::string& path) { return path + ": " + std::strerror(errno); }

}  // namespace

bool readFile(const std::string& path, std::string& text, std::string& error) {
    const bool fromInput = path == "-";
    struct stat info {};
    if (!fromInput && stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode)) {
        error = path + ": is a directory; name a Go file in it";
        return false;
    }
    FILE* file = fromInput ? stdin : std::fopen(path.c_str(), "rb");
    if (!file) {
        error = reason(path);
        return false;
    }
    char buffer[1 << 16];
    size_t count = 0;
    while ((count = std::fread(buffer, 1, sizeof buffer, file)) > 0) {
        text.append(buffer, count);
        if (text.size() > kMaxReadBytes) break;
    }
    const bool failed = std::ferror(file) != 0;
    if (failed) error = reason(path);
    if (!fromInput) std::fclose(file);
    return !failed;
}

bool writeFile(const std::string& path, const std::string& text, std::string& error) {
    const bool toOutput = path == "-";
    FILE* file = toOutput ? stdout : std::fopen(path.c_str(), "wb");
    if (!file) {
        error = reason(path);
        return false;
    }
    bool good = std::fwrite(text.data(), 1, text.size(), file) == text.size();
    if (!toOutput) good = std::fclose(file) == 0 && good;
    if (!good) error = reason(path);
    return good;
}

}  // namespace sluice::cli
