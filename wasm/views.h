// Small results as JSON, for calls that happen once per click.
#pragma once

#include <string>
#include <vector>

#include "api/session.h"

namespace sluice::wasm {

/// The goroutines of a run at its present moment:
/// [{"number":1,"name":"main","status":"waiting","reason":"chan receive","object":1,
///   "frames":[{"function":"main.main","line":7,"column":2,"library":false,
///              "locals":[{"name":"x","type":"int","value":"1"}]}]}]
std::string goroutinesJson(const Run& run);
/// The goroutines with these numbers, in the same form, and the package variables:
/// {"goroutines":[…],"package":[{"name":"total","type":"int","value":"1","parts":0}]}. Values also say what
/// they lead to ("target"), their object's number ("object") and how many parts they have.
std::string stateJson(const Run& run, const std::vector<uint32_t>& goroutines);
std::string valuesJson(const std::vector<LocalView>& values);

/// A sink for runs of which only the state matters: events are counted and forgotten.
class CountingSink final : public EventSink {
  public:
    void publish(const Event*) override {}
    EventWindow nextWindow() override { return {events_, events_ + kEvents}; }

  private:
    static constexpr int kEvents = 256;
    Event events_[kEvents];
};

}  // namespace sluice::wasm
