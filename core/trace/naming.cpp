#include "trace/naming.h"

namespace sluice {

namespace {

// "[...]" of generic functions says nothing to a reader.
std::string withoutTypeArguments(std::string_view text) {
    std::string out;
    int depth = 0;
    for (char c : text) {
        if (c == '[') depth++;
        if (depth == 0) out += c;
        if (c == ']') depth--;
    }
    return out;
}

bool isNumber(std::string_view text) {
    if (text.empty()) return false;
    for (char c : text) {
        if (c < '0' || c > '9') return false;
    }
    return true;
}

bool isNumbered(std::string_view text, std::string_view prefix) {
    return text.substr(0, prefix.size()) == prefix && isNumber(text.substr(prefix.size()));
}

// The function the compiler wraps around a go or defer statement: the same thing to a reader.
bool isWrapper(std::string_view text) { return isNumbered(text, "gowrap") || isNumbered(text, "deferwrap"); }

}  // namespace

std::string goroutineShortName(std::string_view function) {
    std::string name = withoutTypeArguments(function);
    // "-fm" marks a method value.
    constexpr std::string_view kMethodValue = "-fm";
    if (name.ends_with(kMethodValue)) name.resize(name.size() - kMethodValue.size());
    // The package path ends at the first dot after the last slash.
    size_t slash = name.rfind('/');
    size_t dot = name.find('.', slash == std::string::npos ? 0 : slash);
    if (dot == std::string::npos) return name;
    std::string package = name.substr(slash == std::string::npos ? 0 : slash + 1,
                                      dot - (slash == std::string::npos ? 0 : slash + 1));
    std::string rest = name.substr(dot + 1);
    std::string clean;
    for (char c : rest) {
        if (c != '(' && c != ')' && c != '*') clean += c;
    }
    // Split off the closure parts at the end: "produce.func2.1" → "produce" and "func2".
    std::string base = clean;
    std::string closure;
    while (true) {
        size_t last = base.rfind('.');
        if (last == std::string::npos) break;
        std::string part = base.substr(last + 1);
        if (!isNumber(part) && !isNumbered(part, "func") && !isWrapper(part)) break;
        if (!isWrapper(part)) closure = part;
        base.resize(last);
    }
    bool user = package == "main" && slash == std::string::npos;
    std::string shown = user ? base : package + "." + base;
    if (closure.empty() || (closure == "func1" && base != "main" && base != "init")) return shown;
    return shown + "." + closure;
}

}  // namespace sluice
