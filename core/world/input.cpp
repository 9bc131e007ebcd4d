#include "world/input.h"

#include <cstdlib>

#include "base/read_float.h"
#include "world/world.h"

namespace sluice {
namespace {

constexpr struct {
    std::string_view name;
    int number;
    std::string_view text;
} kSignals[] = {
    {"SIGHUP", 1, "hangup"},
    {"SIGINT", 2, "interrupt"},
    {"SIGQUIT", 3, "quit"},
    {"SIGABRT", 6, "aborted"},
    {"SIGKILL", 9, "killed"},
    {"SIGUSR1", 10, "user defined signal 1"},
    {"SIGUSR2", 12, "user defined signal 2"},
    {"SIGPIPE", 13, "broken pipe"},
    {"SIGALRM", 14, "alarm clock"},
    {"SIGTERM", 15, "terminated"},
    {"SIGCHLD", 17, "child exited"},
    {"SIGCONT", 18, "continued"},
};

bool oneOf(std::string_view word, std::initializer_list<std::string_view> words) {
    for (std::string_view w : words)
        if (w == word) return true;
    return false;
}

bool isDurationKey(std::string_view key) { return oneOf(key, {"latency", "jitter", "every", "at"}); }

bool isShare(std::string_view text) {
    std::string copy(text);
    char* end = nullptr;
    double value = readFloat(copy.c_str(), &end);
    bool percent = *end == '%';
    if (percent) end++;
    return end != copy.c_str() && *end == '\0' && value >= 0 && value <= (percent ? 100 : 1);
}

std::string checkValue(const InputValue& value) {
    int64_t ns = 0;
    if (isDurationKey(value.key) && !parseWorldDuration(value.value, ns))
        return value.key + " must be a duration such as 50ms, not " + value.value;
    if (value.key == "fail" && !isShare(value.value))
        return "fail must be a share such as 30%, not " + value.value;
    if (oneOf(value.key, {"status", "count", "port", "rows"})) {
        char* end = nullptr;
        long number = std::strtol(value.value.c_str(), &end, 10);
        if (value.value.empty() || *end != '\0' || number < 0 || number > 1'000'000)
            return value.key + " must be a number, not " + value.value;
    }
    return {};
}

std::string checkValues(const std::vector<InputValue>& values, std::initializer_list<std::string_view> keys,
                        std::string_view what) {
    for (const InputValue& value : values) {
        if (!oneOf(value.key, keys)) return std::string(what) + " has no value " + value.key;
        std::string wrong = checkValue(value);
        if (!wrong.empty()) return wrong;
    }
    return {};
}

}  // namespace

std::string_view Input::get(std::string_view key, std::string_view otherwise) const {
    for (const InputValue& value : values)
        if (value.key == key) return value.value;
    return otherwise;
}

int signalNumber(std::string_view name) {
    for (const auto& signal : kSignals)
        if (signal.name == name) return signal.number;
    return 0;
}

std::string_view signalText(int number) {
    for (const auto& signal : kSignals)
        if (signal.number == number) return signal.text;
    return "unknown signal";
}

std::string checkInput(const Input& input) {
    if (input.atNs < 0) return "an input cannot happen before the program starts";
    if (signalNumber(input.kind) != 0) return checkValues(input.values, {"at"}, input.kind);
    if (input.kind == "HTTP")
        return checkValues(input.values, {"at", "method", "path", "body", "host", "port", "count", "every"},
                           "HTTP");
    if (input.kind == "STDIN") return checkValues(input.values, {"at", "text", "eof"}, "STDIN");
    return "unknown input " + input.kind + "; there are HTTP, STDIN and signals such as SIGINT";
}

std::string checkSetting(const WorldSetting& setting) {
    bool host = false;
    for (const InputValue& value : setting.values) host = host || value.key == "host";
    if (host)
        return checkValues(setting.values, {"host", "latency", "jitter", "status", "fail", "body", "error"},
                           "a host");
    if (setting.words.size() == 1 && setting.words[0] == "sql")
        return checkValues(setting.values, {"latency", "jitter", "fail", "rows", "error"}, "sql");
    return "a world line sets host=NAME or sql";
}

bool parseWorldDuration(std::string_view text, int64_t& ns) {
    if (text == "0") {
        ns = 0;
        return true;
    }
    constexpr struct {
        std::string_view name;
        double ns;
    } kUnits[] = {{"ns", 1}, {"us", 1e3}, {"µs", 1e3}, {"ms", 1e6}, {"s", 1e9}, {"m", 60e9}, {"h", 3600e9}};
    double total = 0;
    bool any = false;
    while (!text.empty()) {
        size_t digits = text.find_first_not_of("0123456789.");
        if (digits == 0 || digits == std::string_view::npos) return false;
        double number = readFloat(std::string(text.substr(0, digits)).c_str(), nullptr);
        text.remove_prefix(digits);
        size_t unitLength = text.find_first_of("0123456789.");
        std::string_view unit = text.substr(0, unitLength);
        text.remove_prefix(unit.size());
        bool known = false;
        for (const auto& candidate : kUnits) {
            if (candidate.name != unit) continue;
            total += number * candidate.ns;
            known = true;
        }
        if (!known) return false;
        any = true;
    }
    if (!any || total > 9e18) return false;
    ns = static_cast<int64_t>(total + 0.5);
    return true;
}

}  // namespace sluice
