#pragma once
// Tells events as plain English sentences: "worker #2 takes 5 out of jobs; 7 of 10 slots left".
//
// Invariants: a Narrator is a small running model (channel fill, who waits where) fed with every event in
// order; the same events give the same sentences. It never needs the machine.

#include <string>
#include <vector>

#include "trace/recorder.h"

namespace sluice {

/// Feeds on events, one after the other, from the first of the trace.
class Narrator {
  public:
    explicit Narrator(const Recorder& recorder) : recorder_(recorder) {}

    /// The sentence for `event`, without a final period; updates the model. Every event has a sentence.
    std::string tell(const Event& event);

  private:
    struct ChannelState {
        uint32_t count = 0;
        uint32_t capacity = 0;
        std::vector<uint32_t> senders;  ///< goroutines that wait to send, first come first
        std::vector<uint32_t> receivers;
    };
    /// What a goroutine waits for: channels it stands at.
    struct SelectCaseState {
        uint32_t object;
        bool isSend;
    };

    ChannelState& channel(uint32_t object);
    void update(const Event& event);
    void leaveQueues(uint32_t goroutine);
    std::string special(const Event& event);
    std::string ending(const Event& event);

    const Recorder& recorder_;
    std::vector<ChannelState> channels_;           ///< by object number
    std::vector<SelectCaseState> selectCases_;     ///< of the select that is being told
    std::vector<std::vector<uint32_t>> standsAt_;  ///< by goroutine: objects it waits at
};

}  // namespace sluice
