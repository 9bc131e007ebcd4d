#pragma once

// What the outside world does to a program, and how it answers it: plain data that a session hands over.
//
// Invariants:
// - An input happens at its virtual time, never earlier; inputs of equal time happen in the order of the
// list.
// - Unknown kinds, keys and malformed values are reported by checkInput and ignored by the world: never an
// error in a run.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sluice {

/// `key=value` of an input or of a `//sluice:world` line.
struct InputValue {
    std::string key;
    std::string value;
    bool operator==(const InputValue&) const = default;
};

/// One thing that the outside world does.
///
///   kind     values (default)                                      what happens
///   SIGINT   (also SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2)     the signal is sent to the program
///   HTTP     method (GET) path (/) body ("") host (localhost)      requests arrive at the program's server
///            port (any) count (1) every (0ms: all at once)
///   STDIN    text ("")  eof (false)                                text arrives on the standard input
struct Input {
    std::string kind;
    int64_t atNs = 0;  ///< Virtual time, >= 0.
    std::vector<InputValue> values;

    /// The value of `key`, or `otherwise`.
    std::string_view get(std::string_view key, std::string_view otherwise) const;
    bool operator==(const Input&) const = default;
};

/// One `//sluice:world` line: words and values as written.
///
///   host=NAME [latency=50ms] [jitter=0ms] [status=200] [fail=0%] [body="…"] [error="…"]   how a host answers
///   http.Get; host=* is the default sql [latency=1ms] [jitter=0ms] [fail=0%] [rows=3] [error="…"] how
///   databases answer
struct WorldSetting {
    std::vector<std::string> words;
    std::vector<InputValue> values;
};

/// "" if the world understands the input, otherwise what is wrong with it, as a sentence for the user.
std::string checkInput(const Input& input);
/// The same for a setting.
std::string checkSetting(const WorldSetting& setting);

}  // namespace sluice
