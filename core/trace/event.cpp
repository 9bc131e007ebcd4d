#include "trace/event.h"

#include "base/assert.h"

namespace sluice {

namespace {

struct Meaning {
    std::string_view word;
    ArgumentKind kind;
};

// Words of columns a and b that are not plain numbers.
constexpr Meaning kMeanings[] = {
    {"-", ArgumentKind::None},
    {"value", ArgumentKind::Value},
    {"text", ArgumentKind::Text},
    {"name", ArgumentKind::Text},
    {"type", ArgumentKind::Text},
    {"g", ArgumentKind::Goroutine},
    {"owner g", ArgumentKind::Goroutine},
    {"woken g", ArgumentKind::Goroutine},
    {"msg", ArgumentKind::Message},
    {"reason", ArgumentKind::Reason},
    {"until ns low", ArgumentKind::TimeLow},
    {"until ns high", ArgumentKind::TimeHigh},
    {"ready set", ArgumentKind::Set},
    {"object", ArgumentKind::Object},
    {"parent", ArgumentKind::Object},
    {"direction", ArgumentKind::Direction},
    {"delta", ArgumentKind::Signed},
    {"outcome", ArgumentKind::Outcome},
};

constexpr ArgumentKind kindOf(std::string_view meaning) {
    for (const Meaning& m : kMeanings) {
        if (m.word == meaning) return m.kind;
    }
    return ArgumentKind::Number;
}

constexpr EventInfo kInfos[] = {
#define SLUICE_EVENT(number, Name, word, a, b, change, sentence) \
    {number, #Name, word, a, b, change, sentence, kindOf(a), kindOf(b)},
#include "trace/events.def"
#undef SLUICE_EVENT
};

constexpr size_t kInfoCount = sizeof kInfos / sizeof kInfos[0];
constexpr size_t kMaxNumber = 255;

constexpr bool ascending() {
    for (size_t i = 0; i < kInfoCount; i++) {
        if (kInfos[i].number > kMaxNumber || kInfos[i].sentence.empty()) return false;
        if (i > 0 && kInfos[i].number <= kInfos[i - 1].number) return false;
    }
    return true;
}
static_assert(ascending(), "rows of events.def are sorted by number and have a sentence");

struct Index {
    uint8_t row[kMaxNumber + 1] = {};
};

constexpr Index makeIndex() {
    Index index;
    for (size_t i = 0; i < kInfoCount; i++) index.row[kInfos[i].number] = static_cast<uint8_t>(i + 1);
    return index;
}
constexpr Index kIndex = makeIndex();

constexpr EventInfo kUnknown{0, "", "", "-", "-", "-", "", ArgumentKind::None, ArgumentKind::None};

struct ReasonInfo {
    std::string_view text;
    bool sleep;
};

constexpr ReasonInfo kReasons[] = {
#define SLUICE_WAIT_REASON(number, Name, text, klass) {text, std::string_view(klass) == "sleep"},
#include "trace/wait_reasons.def"
#undef SLUICE_WAIT_REASON
};

constexpr uint32_t kReasonNumbers[] = {
#define SLUICE_WAIT_REASON(number, Name, text, klass) number,
#include "trace/wait_reasons.def"
#undef SLUICE_WAIT_REASON
};

constexpr bool reasonsCount() {
    for (size_t i = 0; i < sizeof kReasonNumbers / sizeof kReasonNumbers[0]; i++) {
        if (kReasonNumbers[i] != i) return false;
    }
    return true;
}
static_assert(reasonsCount(), "rows of wait_reasons.def are numbered without gaps");

}  // namespace

ArgumentKind argumentKind(std::string_view meaning) { return kindOf(meaning); }

const EventInfo& eventInfo(EventKind kind) {
    size_t number = static_cast<size_t>(kind);
    if (number > kMaxNumber || kIndex.row[number] == 0) return kUnknown;
    return kInfos[kIndex.row[number] - 1];
}

const EventInfo* eventInfos(size_t& count) {
    count = kInfoCount;
    return kInfos;
}

std::string_view waitReasonText(WaitReason reason) {
    size_t i = static_cast<size_t>(reason);
    return i < sizeof kReasons / sizeof kReasons[0] ? kReasons[i].text : std::string_view{};
}

bool isSleeping(WaitReason reason) {
    size_t i = static_cast<size_t>(reason);
    return i < sizeof kReasons / sizeof kReasons[0] && kReasons[i].sleep;
}

}  // namespace sluice
