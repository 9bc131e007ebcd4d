#include "world/world.h"
#include "base/read_float.h"

#include <algorithm>
#include <cstdlib>

namespace sluice {
namespace {

/// Signals that an unprepared program survives.
bool isHarmless(int signal) { return signal == 17 || signal == 18; }

double readShare(std::string_view text) {
    std::string copy(text);
    char* end = nullptr;
    double value = readFloat(copy.c_str(), &end);
    return std::clamp(*end == '%' ? value / 100 : value, 0.0, 1.0);
}

int64_t readNumber(std::string_view text, int64_t otherwise) {
    std::string copy(text);
    char* end = nullptr;
    long long value = std::strtoll(copy.c_str(), &end, 10);
    return copy.empty() || *end != '\0' || value < 0 ? otherwise : value;
}

void readCommon(const InputValue& value, int64_t& latencyNs, int64_t& jitterNs, double& failShare,
                std::string& error) {
    if (value.key == "latency")
        parseWorldDuration(value.value, latencyNs);
    else if (value.key == "jitter")
        parseWorldDuration(value.value, jitterNs);
    else if (value.key == "fail")
        failShare = readShare(value.value);
    else if (value.key == "error")
        error = value.value;
}

std::string lowerCase(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return text;
}

bool endsWith(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

}  // namespace

World::World(Scheduler& scheduler, std::vector<Input> inputs, const std::vector<WorldSetting>& settings)
    : scheduler_(scheduler), inputs_(std::move(inputs)) {
    HostRule all;
    all.host = "*";
    hosts_.push_back(all);
    for (const WorldSetting& setting : settings) {
        if (!checkSetting(setting).empty()) continue;
        HostRule rule;
        for (const InputValue& value : setting.values)
            if (value.key == "host") rule.host = lowerCase(value.value);
        bool isHost = !rule.host.empty();
        if (isHost && rule.host != "*") {
            std::string name = rule.host;
            rule = hosts_[0];
            rule.host = name;
        }
        for (const InputValue& value : setting.values) {
            if (isHost)
                readCommon(value, rule.latencyNs, rule.jitterNs, rule.failShare, rule.error);
            else
                readCommon(value, sql_.latencyNs, sql_.jitterNs, sql_.failShare, sql_.error);
            if (value.key == "status") rule.status = static_cast<int>(readNumber(value.value, 200));
            if (value.key == "body") rule.body = value.value;
            if (value.key == "rows") sql_.rows = readNumber(value.value, sql_.rows);
        }
        if (rule.host == "*")
            hosts_[0] = rule;
        else if (isHost)
            hosts_.push_back(rule);
    }
    start();
}

void World::start() {
    arrivals_.resize(inputs_.size());
    for (size_t i = 0; i < inputs_.size(); i++) {
        const Input& input = inputs_[i];
        if (!checkInput(input).empty()) continue;
        if (input.kind == "STDIN") stdinToCome_++;
        scheduler_.startTimer(input.atNs, *this, i);
    }
}

uint32_t World::text(std::string_view text) {
    return scheduler_.recorder().enabled() ? scheduler_.recorder().text(text) : 0;
}

void World::wake(Goroutine*& waiting) {
    Goroutine* g = waiting;
    waiting = nullptr;
    if (g != nullptr) scheduler_.ready(*g);
}

void World::fire(Scheduler&, TimerId, int64_t, uint64_t data) { happen(inputs_[data], data); }

void World::happen(const Input& input, uint64_t data) {
    if (int number = signalNumber(input.kind); number != 0) return signal(number);
    if (input.kind == "STDIN") {
        stdinToCome_--;
        if (input.get("eof", "false") == "true") stdinToCome_ = 0;
        std::string_view typed = input.get("text", "");
        scheduler_.recorder().emitAs(0, 0, EventKind::Input, 0, text("text is typed"));
        stdin_.append(typed);
        std::vector<Goroutine*> readers;
        readers.swap(readers_);
        for (Goroutine* g : readers) scheduler_.ready(*g);
        return;
    }
    Arrival& arrival = arrivals_[data];
    if (arrival.input.kind.empty()) {
        arrival.input = input;
        arrival.port = static_cast<int>(readNumber(input.get("port", "0"), 0));
        arrival.left = readNumber(input.get("count", "1"), 1);
        parseWorldDuration(input.get("every", "0"), arrival.everyNs);
    }
    while (arrival.left > 0) {
        arrive(arrival);
        arrival.left--;
        if (arrival.everyNs > 0 && arrival.left > 0) {
            scheduler_.startTimer(scheduler_.now() + arrival.everyNs, *this, data);
            return;
        }
    }
}

void World::arrive(Arrival& arrival) {
    ServerRequest request;
    request.id = ++lastRequest_;
    request.method = arrival.input.get("method", "GET");
    request.path = arrival.input.get("path", "/");
    request.host = arrival.input.get("host", "localhost");
    request.body = arrival.input.get("body", "");
    uint32_t what = text(request.method + " " + request.path);
    scheduler_.recorder().emitAs(0, 0, EventKind::HttpServe, 0, what, static_cast<uint32_t>(request.id));
    Port* port = arrival.port != 0 ? findPort(arrival.port) : ports_.empty() ? nullptr : &ports_[0];
    if (port == nullptr) {
        scheduler_.recorder().emitAs(0, 0, EventKind::Input, 0,
                                     text("nobody listens: the connection is refused"));
        return;
    }
    port->requests.push_back(std::move(request));
    wake(port->waiting);
}

void World::wantSignals(uint32_t set) {
    wanted_ = set;
    if (!everWanted_ && set != 0) {
        everWanted_ = true;
        scheduler_.holdOpen(1);
    }
}

void World::signal(int number) {
    scheduler_.recorder().emitAs(0, 0, EventKind::Signal, 0, text(signalText(number)));
    uint32_t bit = uint32_t{1} << number;
    bool deadly = number == 9;
    if ((ignored_ & bit) != 0 && !deadly) return;
    if ((wanted_ & bit) != 0 && !deadly) {
        if (signalHandler_ != nullptr) signalHandler_->signalArrived(number);
        return;
    }
    if (isHarmless(number)) return;
    // `go run` passes the death of its child on in these words and with this status.
    scheduler_.finish(Outcome::Died, 1, "signal: " + std::string(signalText(number)));
}

World::ReadStatus World::read(Goroutine& g, size_t most, std::string& out) {
    size_t there = stdin_.size() - stdinRead_;
    if (there > 0) {
        size_t take = std::min(there, most);
        out.assign(stdin_, stdinRead_, take);
        stdinRead_ += take;
        return ReadStatus::Data;
    }
    if (stdinToCome_ == 0) return ReadStatus::End;
    readers_.push_back(&g);
    scheduler_.park(g, WaitReason::IoWait, 0, 0, true);
    return ReadStatus::Wait;
}

World::Port* World::findPort(int number) {
    for (Port& port : ports_)
        if (port.number == number) return &port;
    return nullptr;
}

bool World::isListening(int port) const {
    for (const Port& p : ports_)
        if (p.number == port) return true;
    return false;
}

bool World::listen(int port) {
    if (findPort(port) != nullptr) return false;
    ports_.push_back({port, {}, nullptr});
    scheduler_.holdOpen(1);
    return true;
}

void World::close(int port) {
    for (size_t i = 0; i < ports_.size(); i++) {
        if (ports_[i].number != port) continue;
        wake(ports_[i].waiting);
        ports_.erase(ports_.begin() + static_cast<std::ptrdiff_t>(i));
        scheduler_.holdOpen(-1);
        return;
    }
}

World::AcceptStatus World::accept(Goroutine& g, int number, ServerRequest& out) {
    Port* port = findPort(number);
    if (port == nullptr) return AcceptStatus::Closed;
    if (!port->requests.empty()) {
        out = std::move(port->requests.front());
        port->requests.pop_front();
        return AcceptStatus::Request;
    }
    port->waiting = &g;
    scheduler_.park(g, WaitReason::IoWait, 0, 0, true);
    return AcceptStatus::Wait;
}

uint64_t World::connect(int number) {
    Port* port = findPort(number);
    if (port == nullptr) return 0;
    ServerRequest request;
    request.id = ++lastRequest_;
    request.local = true;
    port->requests.push_back(request);
    wake(port->waiting);
    return request.id;
}

void World::answered(uint64_t id, int status) {
    scheduler_.recorder().emit(EventKind::HttpDone, 0, static_cast<uint32_t>(status),
                               static_cast<uint32_t>(id));
}

void World::waitIo(Goroutine& g, uint64_t key) {
    ioWaiters_.emplace_back(key, &g);
    scheduler_.park(g, WaitReason::IoWait, 0, 0, true);
}

void World::wakeIo(uint64_t key) {
    std::vector<std::pair<uint64_t, Goroutine*>> rest;
    std::vector<std::pair<uint64_t, Goroutine*>> woken;
    for (const auto& waiter : ioWaiters_) (waiter.first == key ? woken : rest).push_back(waiter);
    ioWaiters_ = std::move(rest);
    for (auto& [number, goroutine] : woken) wake(goroutine);
}

bool World::chance(double share) {
    if (share <= 0) return false;
    return static_cast<double>(scheduler_.strategy().random() >> 11) * 0x1p-53 < share;
}

int64_t World::delay(int64_t latencyNs, int64_t jitterNs) {
    if (jitterNs <= 0) return latencyNs;
    uint64_t spread = static_cast<uint64_t>(jitterNs) * 2 + 1;
    int64_t offset = static_cast<int64_t>(scheduler_.strategy().random() % spread) - jitterNs;
    return std::max<int64_t>(latencyNs + offset, 0);
}

HostAnswer World::ask(std::string_view host, std::string_view what) {
    const HostRule* rule = &hosts_[0];
    for (const HostRule& candidate : hosts_)
        if (candidate.host == host) rule = &candidate;
    HostAnswer answer;
    answer.latencyNs = delay(rule->latencyNs, rule->jitterNs);
    answer.status = rule->status;
    answer.id = ++lastRequest_;
    scheduler_.recorder().emit(EventKind::HttpRequest, 0, text(what), static_cast<uint32_t>(answer.id));
    if (rule->host == "*" && (host == "invalid" || endsWith(host, ".invalid"))) {
        answer.error = "dial tcp: lookup " + std::string(host) + ": no such host";
    } else if (chance(rule->failShare)) {
        answer.error = rule->error.empty() ? "read tcp: connection reset by peer" : rule->error;
    } else {
        answer.body = !rule->body.empty() ? rule->body : "hello from " + std::string(host) + "\n";
    }
    return answer;
}

SqlAnswer World::query() {
    SqlAnswer answer;
    answer.latencyNs = delay(sql_.latencyNs, sql_.jitterNs);
    answer.rows = sql_.rows;
    if (chance(sql_.failShare)) answer.error = sql_.error.empty() ? "driver: bad connection" : sql_.error;
    return answer;
}

}  // namespace sluice
