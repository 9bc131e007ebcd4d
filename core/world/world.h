#pragma once

// The simulated outside of a run: signals, standard input, requests to the program's servers, other hosts,
// databases.
//
// Invariants:
// - Everything happens through timers of the scheduler, at the inputs' times; equal times are in the order of
// the inputs.
// - Randomness (failures, jitter) is drawn from the scheduler's strategy, and only where a setting asks for
// it.
// - A goroutine that waits for the world is parked with reason IoWait and remembered in exactly one place
// here.
// - Without an input nothing arrives. Who waits for a signal or listens holds the run open: it then ends as
// "waiting for
//   input", not as a deadlock, because the real outside could still do something.

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "sched/scheduler.h"
#include "world/input.h"

namespace sluice {

/// How a host answers.
struct HostRule {
    std::string host;  ///< Lower case; "*" for hosts without a rule.
    int64_t latencyNs = 50'000'000;
    int64_t jitterNs = 0;
    double failShare = 0;  ///< 0 … 1: how often the connection fails.
    int status = 200;
    std::string body;   ///< "" means a short greeting.
    std::string error;  ///< What failing looks like; "" means "connection reset by peer".
};

/// How databases answer.
struct SqlRule {
    int64_t latencyNs = 1'000'000;
    int64_t jitterNs = 0;
    double failShare = 0;
    int64_t rows = 3;
    std::string error;
};

/// One answer of a host, drawn when a request is made.
struct HostAnswer {
    uint64_t id = 0;  ///< Number of the request.
    int64_t latencyNs = 0;
    int status = 200;
    std::string body;
    std::string error;  ///< Not "": there is no answer, but this error.
};

struct SqlAnswer {
    int64_t latencyNs = 0;
    int64_t rows = 0;
    std::string error;
};

/// A request for one of the program's servers.
struct ServerRequest {
    uint64_t id = 0;     ///< Unique in the run.
    bool local = false;  ///< Made by the program itself, which knows the rest by the id.
    std::string method;
    std::string path;
    std::string host;
    std::string body;
};

/// Whoever passes signals on to the program's channels.
class SignalHandler {
  public:
    /// Signal `number`, which the program wants, arrives now.
    virtual void signalArrived(int number) = 0;

  protected:
    ~SignalHandler() = default;
};

class World final : public TimerTarget {
  public:
    /// Reads the settings and starts the timers of all inputs. Call before the first step of the run.
    World(Scheduler& scheduler, std::vector<Input> inputs, const std::vector<WorldSetting>& settings);
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    // --- signals: numbers as on Linux, 1 … 31 ---

    void setSignalHandler(SignalHandler* handler) { signalHandler_ = handler; }
    /// Which signals the program wants to be told about (bit n = signal n). The first call with any holds the
    /// run open.
    void wantSignals(uint32_t set);
    void ignoreSignals(uint32_t set) { ignored_ = set; }
    uint32_t ignoredSignals() const { return ignored_; }
    /// A signal arrives, from outside or by the program's own hand. Unwanted ones may end the run.
    void signal(int number);

    // --- standard input ---

    enum class ReadStatus : uint8_t { Data, End, Wait };
    /// Copies at most `most` bytes into `out`. Wait: `g` was parked, call again. The input ends behind the
    /// last STDIN input.
    ReadStatus read(Goroutine& g, size_t most, std::string& out);

    // --- the program's servers ---

    /// Opens a port; false if it is open already.
    bool listen(int port);
    /// Nobody listens any more: a waiting accept returns.
    void close(int port);
    bool isListening(int port) const;
    enum class AcceptStatus : uint8_t { Request, Closed, Wait };
    /// The next request for `port`. Wait: `g` was parked, call again.
    AcceptStatus accept(Goroutine& g, int port, ServerRequest& out);
    /// The program connects to a port of its own; 0 if nobody listens there, otherwise the id of the request.
    uint64_t connect(int port);
    /// A request was answered; tells the trace.
    void answered(uint64_t id, int status);

    // --- connections inside the program, which package net keeps in memory ---

    /// Parks `g` until wakeIo is called with the same key.
    void waitIo(Goroutine& g, uint64_t key);
    void wakeIo(uint64_t key);

    // --- hosts and databases ---

    /// How `host` (lower case, without port) answers a request now.
    HostAnswer ask(std::string_view host, std::string_view what);
    SqlAnswer query();

    void fire(Scheduler& scheduler, TimerId timer, int64_t when, uint64_t data) override;

  private:
    struct Port {
        int number = 0;
        std::deque<ServerRequest> requests;
        Goroutine* waiting = nullptr;
    };
    /// What is left of an HTTP input that comes several times.
    struct Arrival {
        Input input;
        int port = 0;  ///< 0: any.
        int64_t left = 0;
        int64_t everyNs = 0;
    };

    void start();
    void happen(const Input& input, uint64_t data);
    void arrive(Arrival& arrival);
    void wake(Goroutine*& waiting);
    Port* findPort(int number);
    bool chance(double share);
    int64_t delay(int64_t latencyNs, int64_t jitterNs);
    uint32_t text(std::string_view text);

    Scheduler& scheduler_;
    std::vector<Input> inputs_;
    std::vector<Arrival> arrivals_;  ///< By input number; empty entries for other kinds.
    std::vector<HostRule> hosts_;
    SqlRule sql_;

    uint32_t wanted_ = 0;
    uint32_t ignored_ = 0;
    bool everWanted_ = false;
    SignalHandler* signalHandler_ = nullptr;

    std::string stdin_;
    size_t stdinRead_ = 0;
    uint32_t stdinToCome_ = 0;
    std::vector<Goroutine*> readers_;

    std::vector<std::pair<uint64_t, Goroutine*>> ioWaiters_;  ///< In the order of their arrival.
    std::vector<Port> ports_;
    uint64_t lastRequest_ = 0;
};

/// The number of a signal by its name ("SIGINT"); 0 if unknown.
int signalNumber(std::string_view name);
/// "interrupt", "terminated" …
std::string_view signalText(int number);
/// "500ms", "2s", "1m30s"; false when malformed or negative.
bool parseWorldDuration(std::string_view text, int64_t& ns);

}  // namespace sluice
