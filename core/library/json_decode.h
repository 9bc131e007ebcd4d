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
    };
    /// The first value that does not fit: encoding/json's UnmarshalTypeError.
    struct Misfit {
        std::string value;  ///< "" if everything fits.
        std::string type;
        std::string structName;
        std::string field;
        size_t offset = 0;
    };

    JsonDecoder(Heap& heap, const JsonInterfaces& interfaces, std::string_view text)
        : heap_(heap), types_(heap.types()), interfaces_(interfaces), text_(text) {}

    /// Stores the text in what `pointer` (a *T with T = `type`) points to. The text must be well formed.
    void run(TypeId type, Slot pointer);

    const std::vector<Later>& later() const { return later_; }
    const Misfit& misfit() const { return misfit_; }
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
    size_t at_ = 0;
    std::vector<Later> later_;
    Misfit misfit_;
    std::string structName_;
    std::string fieldPath_;
};

}  // namespace sluice
