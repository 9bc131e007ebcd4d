#pragma once

// Package fmt's reader: takes values out of a text and stores them through pointers (fmt/scan.go).
//
// Invariants:
// - Nothing is stored before store(): a scan that asks for more text has no effect.
// - `asks` means that the text at hand ends where more of it could change the result.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "heap/heap.h"

namespace sluice {

enum class ScanMode : uint8_t { Words, Line, Format };

class Scanner {
  public:
    /// `targets` are interfaces (two slots each) that should hold pointers. `more`: the text may go on.
    Scanner(Heap& heap, std::string_view text, bool more, const std::vector<Slot>& targets)
        : heap_(heap), text_(text), more_(more), targets_(targets) {}

    void run(ScanMode mode, std::string_view format);

    int64_t count() const { return count_; }
    size_t used() const { return at_; }
    bool asks() const { return asks_; }
    /// "" or the text of Go's error ("unexpected newline", "expected integer", "EOF", "unexpected EOF" …).
    const std::string& error() const { return error_; }
    /// Stores what was read. False when out of memory.
    bool store();

  private:
    struct Stored {
        size_t target = 0;
        Slot value = 0;
        std::string text;
        bool isText = false;
        bool isBytes = false;
    };

    static constexpr int kEnd = -1;
    int peek();
    int take();
    void fail(std::string_view text);
    bool failed() const { return asks_ || !error_.empty(); }
    bool isSpace(int c) const {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f';
    }

    void words(bool line);
    void directives(std::string_view format);
    bool formatSpace(std::string_view format, size_t& i);
    void skipSpace(bool stopAtNewline);
    void value(size_t target, char verb);
    std::string token();
    std::string accept(std::string_view allowed);
    void integer(size_t target, TypeId type, char verb);
    void floating(size_t target, TypeId type);
    void boolean(size_t target);
    void text(size_t target, bool bytes, char verb);
    std::string quotedText();

    Heap& heap_;
    std::string_view text_;
    bool more_;
    const std::vector<Slot>& targets_;
    size_t at_ = 0;
    int64_t count_ = 0;
    int64_t width_ = -1;  ///< Runes left for the current operand; -1: no limit.
    bool newlineIsSpace_ = true;
    bool asks_ = false;
    std::string error_;
    std::vector<Stored> stored_;
};

}  // namespace sluice
