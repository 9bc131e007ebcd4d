#include "trace/recorder.h"

namespace sluice {

namespace {
const ObjectInfo kNoObject{};
const GoroutineInfo kNoGoroutine{};
}  // namespace

Recorder::Recorder(EventSink* sink) : sink_(sink) {}

Recorder::~Recorder() { publish(); }

void Recorder::refill() {
    windowStart_ += static_cast<uint64_t>(next_ - begin_);
    if (begin_ != nullptr) sink_->publish(next_);
    EventWindow window = sink_->nextWindow();
    begin_ = next_ = window.begin;
    end_ = window.end;
    SLUICE_ASSERT(begin_ < end_);
}

void Recorder::publish() {
    if (sink_ != nullptr && begin_ != nullptr) sink_->publish(next_);
}

uint32_t Recorder::text(std::string_view text) {
    if (text.empty() || sink_ == nullptr) return 0;
    if (textBytes_ + text.size() > kMaxTextBytes) {
        Name known = texts_.find(text);
        if (known) return known.id();
        if (overflowText_ == 0) overflowText_ = texts_.intern("\xE2\x80\xA6").id();
        return overflowText_;
    }
    uint32_t before = texts_.size();
    uint32_t id = texts_.intern(text).id();
    if (texts_.size() != before) textBytes_ += text.size();
    return id;
}

std::string_view Recorder::textOf(uint32_t id) const {
    if (id == 0 || id > texts_.size()) return {};
    return texts_.byId(id).text();
}

std::string Recorder::valueText(uint32_t word) const {
    if (isSmallValue(word)) return std::to_string(smallValueOf(word));
    return std::string(textOf(word));
}

uint32_t Recorder::valueSlow(const uint64_t* image, uint32_t type) {
    if (formatter_ == nullptr) return 0;
    if (formatter_->isPlainInteger(type)) return integerValue(static_cast<int64_t>(image[0]));
    scratch_.clear();
    formatter_->format(image, type, scratch_);
    if (scratch_.empty()) scratch_ = "\"\"";
    return text(scratch_);
}

uint32_t Recorder::integerSlow(int64_t value) { return text(std::to_string(value)); }

uint32_t Recorder::nextOrdinal(std::vector<uint32_t>& counts, uint32_t name) {
    if (name == 0) return 0;
    if (counts.size() <= name) counts.resize(name + 1);
    return ++counts[name];
}

uint32_t Recorder::addObject(ObjectInfo info) {
    uint32_t number = ++objectCount_;
    if (sink_ == nullptr) return number;
    if (info.maker == 0) info.maker = here_.goroutine;
    if (info.pos == 0) info.pos = here_.pos;
    info.ordinal = nextOrdinal(objectNames_, info.name);
    objects_.push_back(info);
    return number;
}

uint32_t Recorder::noteObject(std::string_view type, uint32_t name, uint32_t parent) {
    ObjectInfo info;
    info.type = text(type);
    info.name = name;
    info.parent = parent;
    uint32_t number = addObject(info);
    emit(EventKind::ObjectMake, number, info.type, name);
    return number;
}

const ObjectInfo& Recorder::object(uint32_t number) const {
    return number == 0 || number > objects_.size() ? kNoObject : objects_[number - 1];
}

void Recorder::renameObject(uint32_t number, uint32_t name) {
    if (number == 0 || number > objects_.size()) return;
    objects_[number - 1].name = name;
    objects_[number - 1].ordinal = nextOrdinal(objectNames_, name);
}

std::string Recorder::objectName(uint32_t number) const {
    const ObjectInfo& info = object(number);
    if (info.name == 0) {
        std::string type(textOf(info.type));
        return (type.empty() ? "object" : type) + " " + std::to_string(number);
    }
    std::string name(textOf(info.name));
    if (objectNames_[info.name] > 1) name += " #" + std::to_string(info.ordinal);
    return name;
}

void Recorder::addGoroutine(uint32_t number, GoroutineInfo info) {
    SLUICE_ASSERT(number == goroutineCount_ + 1);
    goroutineCount_ = number;
    if (sink_ == nullptr) return;
    info.ordinal = nextOrdinal(goroutineNames_, info.name);
    goroutines_.push_back(info);
}

const GoroutineInfo& Recorder::goroutine(uint32_t number) const {
    return number == 0 || number > goroutines_.size() ? kNoGoroutine : goroutines_[number - 1];
}

void Recorder::renameGoroutine(uint32_t number, std::string_view name) {
    if (number == 0 || number > goroutines_.size()) return;
    uint32_t id = text(name);
    goroutines_[number - 1].name = id;
    goroutines_[number - 1].ordinal = nextOrdinal(goroutineNames_, id);
}

std::string Recorder::goroutineName(uint32_t number) const {
    if (number == 0) return "the scheduler";
    const GoroutineInfo& info = goroutine(number);
    if (info.name == 0) return "goroutine " + std::to_string(number);
    std::string name(textOf(info.name));
    if (goroutineNames_[info.name] > 1) name += " #" + std::to_string(info.ordinal);
    return name;
}

}  // namespace sluice
