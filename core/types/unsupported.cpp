// Parts of Go that this engine does not have: each gets one message that names it and the nearest supported
// way.
#include "types/package_checker.h"

namespace sluice {
namespace {
struct Unsupported {
    std::string_view path;  // exact path, or a prefix when it ends in '/'
    std::string_view instead;
};

// In order of matching; the first row whose path fits is used.
constexpr Unsupported kUnsupported[] = {
    {"unsafe", "use ordinary types; there is no memory to look behind"},
    {"C", "cgo cannot run here; write the C part in Go"},
    {"reflect",
     "use type switches, interfaces or generics; fmt.Printf with %T and %v prints types and values"},
    {"encoding/", "use encoding/json, csv, binary, hex or base64"},
    {"net/rpc", "use channels, or net and net/http, which run in memory"},
    {"net/http/", "use net/http and net/http/httptest, which run in memory"},
    {"net/rpc/", "use channels, or net and net/http, which run in memory"},
    {"net/", "use net and net/http, which run in memory"},
    {"os/exec", "other programs cannot be started here; use a goroutine in its place"},
    {"os/user", "there is no user account here; os.Getenv works"},
    {"embed", "write the data as a string constant"},
    {"regexp/", "use regexp"},
    {"text/template", "use fmt.Sprintf"},
    {"html/", "use fmt.Sprintf"},
    {"html", "use strings.NewReplacer"},
    {"text/", "use text/tabwriter, or fmt.Printf with widths such as %-10s"},
    {"log/", "use log or log/slog"},
    {"math/cmplx", "complex numbers are not supported; use two float64 values"},
    {"crypto/", "use crypto/sha256, sha1, md5, hmac or rand"},
    {"hash/", "use hash/fnv, crc32, crc64, adler32 or maphash"},
    {"sync/errgroup", "use golang.org/x/sync/errgroup"},
    {"runtime/", "use runtime, runtime/debug, runtime/pprof or runtime/trace"},
    {"testing/", "use testing"},
    {"database/sql/", "use database/sql with the simulated driver"},
    {"golang.org/x/exp/slices", "use slices of the standard library"},
    {"golang.org/x/exp/maps", "use maps of the standard library"},
    {"golang.org/x/exp/constraints", "use cmp.Ordered, or write the constraint out"},
    {"go.uber.org/goleak", "the page names leaked goroutines itself; runtime.NumGoroutine counts them"},
    {"go.uber.org/atomic", "use sync/atomic"},
    {"go.uber.org/zap", "use log/slog"},
    {"go.uber.org/", "use the standard library, golang.org/x/sync or golang.org/x/time/rate"},
    {"github.com/stretchr/testify/", "use testing: if got != want { t.Errorf(…) }"},
    {"github.com/pkg/errors", "use errors, and fmt.Errorf with %w"},
    {"github.com/sirupsen/logrus", "use log/slog"},
    {"github.com/rs/zerolog", "use log/slog"},
    {"github.com/gorilla/mux", "use http.ServeMux with patterns such as \"GET /items/{id}\""},
    {"github.com/gin-gonic/gin", "use http.ServeMux with patterns such as \"GET /items/{id}\""},
    {"github.com/go-chi/", "use http.ServeMux with patterns such as \"GET /items/{id}\""},
    {"github.com/gorilla/websocket", "use net, whose connections run in memory"},
    {"golang.org/x/", "supported are sync/errgroup, sync/semaphore, sync/singleflight and time/rate"},
    {"plugin", "a program is one file; put the code into it"},
};

/// First elements of the standard library's import paths: anything else without a dot is a misspelling or a
/// package of the reader's own.
constexpr std::string_view kStandardRoots[] = {
    "archive",  "bufio",   "builtin", "bytes",    "cmp",    "compress", "container", "context", "crypto",
    "database", "debug",   "embed",   "encoding", "errors", "expvar",   "flag",      "fmt",     "go",
    "hash",     "html",    "image",   "index",    "io",     "iter",     "log",       "maps",    "math",
    "mime",     "net",     "os",      "path",     "plugin", "reflect",  "regexp",    "runtime", "slices",
    "sort",     "strconv", "strings", "structs",  "sync",   "syscall",  "testing",   "text",    "time",
    "unicode",  "unique",  "unsafe",  "weak",     "C"};

constexpr std::string_view kGeneralHint =
    "supported are the packages that concurrent programs use: fmt, sync, time, context, errors, strings, os "
    "…";

bool matches(std::string_view pattern, std::string_view path) {
    if (pattern.back() == '/') return path.substr(0, pattern.size()) == pattern;
    return pattern == path;
}

bool isInternal(std::string_view path) {
    return path == "internal" || path.substr(0, 9) == "internal/" ||
           path.find("/internal/") != std::string_view::npos;
}

std::string_view firstElement(std::string_view path) { return path.substr(0, path.find('/')); }

bool isStandard(std::string_view path) {
    for (std::string_view root : kStandardRoots) {
        if (firstElement(path) == root) return true;
    }
    return false;
}

std::string_view hintFor(std::string_view path) {
    for (const Unsupported& row : kUnsupported) {
        if (matches(row.path, path)) return row.instead;
    }
    if (firstElement(path).find('.') != std::string_view::npos)
        return "programs are one file and use the standard library; copy what you need into the file";
    return kGeneralHint;
}
}  // namespace

bool PackageChecker::reportUnsupportedImport(ImportDecl* decl) {
    std::string_view path = decl->path;
    if (isInternal(path) && !pkg_->isLibrary) {
        error(DiagCode::InternalPackage, decl->pathLiteral,
              text("use of internal package ", path, " not allowed"));
        return true;
    }
    if (path != "unsafe" && path != "C" && owner_.importPackage(path) != nullptr) return false;
    const char* own = "a program is one package in one file; put its code into this file";
    if (path.substr(0, 1) == ".") {
        error(DiagCode::UnsupportedImport, decl->pathLiteral,
              text("package ", path, " is not supported: ", own));
    } else if (firstElement(path).find('.') == std::string_view::npos && !isStandard(path)) {
        // The go command says "is not in std" here; a missing "s" is the most frequent reason.
        std::string plural = std::string(path) + "s";
        bool meantPlural = isStandard(plural) && owner_.importPackage(plural) != nullptr;
        error(DiagCode::UnsupportedImport, decl->pathLiteral,
              text("package ", path, " is not in std: ", meantPlural ? "did you mean " + plural + "?" : own));
    } else {
        error(DiagCode::UnsupportedImport, decl->pathLiteral,
              text("package ", path, " is not supported: ", hintFor(path)));
    }
    return true;
}
}  // namespace sluice
