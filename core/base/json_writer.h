#pragma once
// Writes JSON text, for small results that cross to JavaScript or to other programs.
//
// Invariants: commas are the writer's business; what was begun must be ended; texts are UTF-8, control
// characters, quotes and backslashes are escaped, invalid bytes become U+FFFD.

#include <cstdint>
#include <string>
#include <string_view>

namespace sluice {

class JsonWriter {
  public:
    JsonWriter& beginObject();
    JsonWriter& endObject();
    JsonWriter& beginArray();
    JsonWriter& endArray();
    /// The name of the next value in an object.
    JsonWriter& key(std::string_view name);
    JsonWriter& text(std::string_view value);
    JsonWriter& number(int64_t value);
    /// Shortest form that reads back as the same number; what JSON has no word for becomes null.
    JsonWriter& real(double value);
    JsonWriter& boolean(bool value);

    JsonWriter& text(std::string_view name, std::string_view value) { return key(name).text(value); }
    JsonWriter& number(std::string_view name, int64_t value) { return key(name).number(value); }
    JsonWriter& boolean(std::string_view name, bool value) { return key(name).boolean(value); }

    /// What was written so far.
    const std::string& result() const { return out_; }

  private:
    JsonWriter& raw(std::string_view value);

    std::string out_;
    bool needsComma_ = false;
};

}  // namespace sluice
