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
    {"encoding/json", "use fmt.Sprintf with %v or %+v to look at values"},
    {"encoding/", "use fmt.Sprintf and strconv to convert values to text"},
    {"net/rpc", "use channels, or net/http against the simulated world"},
    {"net/http/", "use net/http, which runs against a simulated world"},
    {"net", "use net/http, which runs against a simulated world"},
    {"net/", "use net/http, which runs against a simulated world"},
    {"os/exec", "other programs cannot be started here; use a goroutine in its place"},
    {"os/user", "there is no user account here; os.Getenv works"},
    {"io/ioutil", "use io and os"},
    {"io/fs",
     "there is no file system here; use strings.NewReader or bytes.Buffer as io.Reader and io.Writer"},
    {"path/filepath", "there is no file system here; use strings for paths"},
    {"path", "use strings"},
    {"embed", "write the data as a string constant"},
    {"regexp", "use strings: Contains, Index, Fields, Split, Cut …"},
    {"regexp/", "use strings: Contains, Index, Fields, Split, Cut …"},
    {"text/template", "use fmt.Sprintf"},
    {"html/", "use fmt.Sprintf"},
    {"html", "use strings.NewReplacer"},
    {"text/", "use fmt.Printf with widths such as %-10s"},
    {"log/slog", "use log"},
    {"log/", "use log"},
    {"flag", "use os.Args, or a constant with a //sluice:slider line"},
    {"math/big", "use int64, uint64 or float64"},
    {"math/cmplx", "complex numbers are not supported; use two float64 values"},
    {"crypto/", "use math/rand for random values, or write a small hash such as FNV-1a by hand"},
    {"hash/", "write a small hash such as FNV-1a by hand"},
    {"hash", "write a small hash such as FNV-1a by hand"},
    {"container/ring", "use container/list or a slice"},
    {"sync/errgroup", "use golang.org/x/sync/errgroup"},
    {"runtime/", "use runtime: NumGoroutine, Gosched, GOMAXPROCS"},
    {"testing/", "use testing"},
    {"database/sql/", "use database/sql with the simulated driver"},
    {"golang.org/x/exp/slices", "use slices of the standard library"},
    {"golang.org/x/exp/maps", "use maps of the standard library"},
    {"golang.org/x/exp/constraints", "use cmp.Ordered, or write the constraint out"},
    {"golang.org/x/", "supported are sync/errgroup, sync/semaphore, sync/singleflight and time/rate"},
    {"github.com/", "programs are one file and use the standard library; copy what you need into the file"},
};

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
}  // namespace

bool PackageChecker::reportUnsupportedImport(ImportDecl* decl) {
    std::string_view path = decl->path;
    if (isInternal(path) && !pkg_->isLibrary) {
        error(DiagCode::InternalPackage, decl->pathLiteral,
              text("use of internal package ", path, " not allowed"));
        return true;
    }
    if (path != "unsafe" && path != "C" && owner_.importPackage(path) != nullptr) return false;
    std::string_view hint = kGeneralHint;
    for (const Unsupported& row : kUnsupported) {
        if (matches(row.path, path)) {
            hint = row.instead;
            break;
        }
    }
    if (path.substr(0, 1) == "." || path.substr(0, 5) == "main/") {
        error(DiagCode::UnsupportedImport, decl->pathLiteral,
              text("package ", path,
                   " is not supported: a program is one package in one file; put its code into this file"));
        return true;
    }
    error(DiagCode::UnsupportedImport, decl->pathLiteral,
          text("package ", path, " is not supported: ", hint));
    return true;
}
}  // namespace sluice
