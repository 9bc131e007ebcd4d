#pragma once

// Package encoding/json's reader: stores a well-formed text through a pointer (encoding/json/decode.go).
//
// Invariants:
// - Places in the arena are kept as pointer words and looked up again after every allocation.
// - A value whose type reads itself (UnmarshalJSON, UnmarshalText) is noted and left alone; the caller asks
// it afterwards.

#include <string>
#include <string_view>
#include <vector>

#include "heap/heap.h"
#include "library/json_encode.h"

namespace sluice {

class JsonDecoder {
  public:
    /// A value that reads itself: a pointer to it and its text.
    struct Later {
        TypeId type = 0;
        Slot pointer = 0;
        std::string text;
        /// For a value of a map, which lies in a box until it has read itself: the map and the box.
        TypeId mapType = 0;
        Slot map = 0;
        Slot box = 0;
    };
    struct Options {
        bool useNumber = false;
        bool disallowUnknown = false;
    };
    /// The first value that does not fit: encoding/json's UnmarshalTypeError.
    struct Misfit {
        std::string value;  ///< "" if everything fits.
        std::string type;
        std::string structName;
        std::string field;
        size_t offset = 0;
    };

    JsonDecoder(Heap& heap, const JsonInterfaces& interfaces, std::string_view text, Options options)
        : heap_(heap), types_(heap.types()), interfaces_(interfaces), text_(text), options_(options) {}

    /// Stores the text in what `pointer` (a *T with T = `type`) points to. The text must be well formed.
    void run(TypeId type, Slot pointer);

    const std::vector<Later>& later() const { return later_; }
    const Misfit& misfit() const { return misfit_; }
    /// The first field that no struct has, with DisallowUnknownFields; "" if there is none.
    const std::string& unknown() const { return unknown_; }
    bool outOfMemory() const { return heap_.outOfMemory(); }

  private:
    static constexpr int kMaxDepth = 1000;

    void value(TypeId type, Slot place, int depth);
    void object(TypeId type, Slot place, int depth);
    void structure(TypeId type, Slot place, int depth);
    void map(TypeId type, Slot place, int depth);
    void array(TypeId type, Slot place, int depth);
    void slice(TypeId type, Slot place, int depth);
    void anything(TypeId interface, Slot place, int depth);
    void string(TypeId type, Slot place);
    void number(TypeId type, Slot place);
    void storeWord(TypeId type, Slot place, Slot word);
    void storeText(Slot place, std::string_view text);
    bool readsItself(TypeId type, Slot place);
    void unfit(std::string_view what, TypeId type);
    void skip();
    void space();
    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    std::string_view raw();
    std::string key();
    /// Steps over a separator; false at the closing bracket, which is taken.
    bool next(char close);
    TypeId typeNamed(std::string_view name) const;

    Heap& heap_;
    const TypeTable& types_;
    JsonInterfaces interfaces_;
    std::string text_;
    Options options_;
    std::string unknown_;
    size_t at_ = 0;
    std::vector<Later> later_;
    Misfit misfit_;
    std::string structName_;
    std::string fieldPath_;
};

/// Stores what lies in the entry's box in its map under the key `text`; false if that is no key of the map.
bool storeJsonEntry(Heap& heap, const JsonDecoder::Later& entry);

}  // namespace sluice
