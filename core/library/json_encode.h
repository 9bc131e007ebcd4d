#pragma once

// Package encoding/json's writer: walks values by their run-time types (encoding/json/encode.go).
//
// Invariants: as Formatter's (format.h): nothing is allocated in the arena, methods become requests in order.

#include <string>
#include <string_view>
#include <vector>

#include "heap/heap.h"

namespace sluice {

/// Numbers of the interface types whose methods encoding/json calls.
struct JsonInterfaces {
    TypeId marshaler = 0;
    TypeId textMarshaler = 0;
    TypeId unmarshaler = 0;
    TypeId textUnmarshaler = 0;
};

JsonInterfaces findJsonInterfaces(const TypeTable& types);

/// How a struct field is written.
struct JsonField {
    const RField* field = nullptr;
    std::vector<uint32_t>
        path;  ///< Field indices from the outermost struct: more than one for embedded structs.
    std::string name;
    bool omitEmpty = false;
    bool omitZero = false;
    bool quoted = false;
};

/// The fields of a struct that JSON sees, in order; embedded structs are merged in.
std::vector<JsonField> jsonFields(const TypeTable& types, TypeId type);

struct JsonRequest {
    TypeId type = 0;
    std::vector<Slot> image;
};

class JsonEncoder {
  public:
    JsonEncoder(Heap& heap, const JsonInterfaces& interfaces, bool html)
        : heap_(heap), types_(heap.types()), interfaces_(interfaces), html_(html) {}

    void setAnswers(std::vector<std::string_view> answers) { answers_ = std::move(answers); }
    /// Writes the interface value {type word, data}.
    void run(Slot type, Slot data);

    const std::string& text() const { return out_; }
    const std::vector<JsonRequest>& requests() const { return requests_; }
    /// Go's text of the error, or "".
    const std::string& error() const { return error_; }

  private:
    static constexpr int kMaxDepth = 1000;

    void value(TypeId type, const Slot* image, bool packed, bool quoted, int depth);
    void structure(TypeId type, const Slot* image, int depth);
    void list(TypeId type, const Slot* image, int depth);
    void map(TypeId type, Slot map, int depth);
    void number(double value, int bits, bool quoted);
    bool speaks(TypeId type, const Slot* image, bool packed);
    bool isEmpty(TypeId type, const Slot* image) const;
    bool isZero(TypeId type, const Slot* image) const;
    void quotedText(std::string_view text);
    std::string plainName(const RType& key, const Slot* image) const;
    /// The text of a key with MarshalText, "" while it is not known.
    std::string spokenName(TypeId key, const Slot* image);

    Heap& heap_;
    const TypeTable& types_;
    JsonInterfaces interfaces_;
    bool html_;
    std::vector<std::string_view> answers_;
    size_t nextAnswer_ = 0;
    std::vector<JsonRequest> requests_;
    bool stopped_ = false;  ///< The names of a map's keys are asked for before anything behind them.
    std::string out_;
    std::string error_;
};

/// Appends `text` as a JSON string; `html` escapes <, > and & too.
void appendJsonString(std::string& out, std::string_view text, bool html);
/// Appends bytes in standard base64 with padding.
void appendBase64(std::string& out, std::string_view bytes);

}  // namespace sluice
