#pragma once

// Package fmt's formatter: walks values by their run-time types and writes what Go 1.24 writes (fmt/print.go,
// fmt/format.go).
//
// Invariants:
// - Nothing is allocated in the arena while a Formatter works, so that raw pointers into it stay valid.
// - Methods are not called from here. A value whose method must speak becomes a request; requests come in the
// order
//   in which Go would call the methods. With the answers to the first k of them, the same walk gets to the
//   next ones.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "heap/heap.h"

namespace sluice {

/// Numbers of the interface types whose methods fmt calls; 0 where a program has none.
struct FormatInterfaces {
    TypeId formatter = 0;
    TypeId stringer = 0;
    TypeId goStringer = 0;
    TypeId error = 0;
};

/// Finds them in a program's types.
FormatInterfaces findFormatInterfaces(const TypeTable& types);

/// The flags of one directive. The bits of pack() are known to fmt/print.go.
struct FormatFlags {
    bool minus = false;
    bool plus = false;
    bool sharp = false;
    bool space = false;
    bool zero = false;
    bool plusV = false;
    bool sharpV = false;
    bool hasWidth = false;
    bool hasPrecision = false;
    int64_t width = 0;
    int64_t precision = 0;

    /// minus 1, plus 2, sharp 4, space 8, zero 16, plusV 64, sharpV 128. A Formatter sees plusV as plus and
    /// sharpV as sharp.
    int64_t pack() const;
};

/// A value that must speak for itself.
struct FormatRequest {
    TypeId type = 0;
    std::vector<Slot> image;
    uint32_t verb = 0;
    FormatFlags flags;
};

/// What it said. `raw` text is written as it is, other text like a string operand.
struct FormatAnswer {
    std::string_view text;
    bool raw = false;
};

enum class FormatMode : uint8_t { Print, Println, Printf, Errorf };

/// A value in memory: `image` is its flat image (bool and uint8: a whole slot or a single byte, see
/// `packed`).
struct FormatValue {
    TypeId type = 0;  ///< 0: no value at all (a nil interface).
    const Slot* image = nullptr;
    bool packed = false;    ///< The image is one byte.
    bool readOnly = false;  ///< Reached through an unexported field: methods are not called.
    bool embeddedReadOnly =
        false;  ///< It is an unexported embedded field: its own exported fields are free again.

    bool isSilent() const { return readOnly || embeddedReadOnly; }
};

class Formatter {
  public:
    /// Text longer than this is cut, and the run ends: a value may hold itself a thousand times over.
    static constexpr size_t kMaxText = size_t{64} << 20;
    /// Values nested deeper than this are written as "...".
    static constexpr int kMaxDepth = 500;

    Formatter(Heap& heap, const FormatInterfaces& interfaces)
        : heap_(heap), types_(heap.types()), interfaces_(interfaces) {}

    void setAnswers(std::vector<FormatAnswer> answers) { answers_ = std::move(answers); }

    /// Formats `count` operands (interfaces, two slots each).
    void run(FormatMode mode, std::string_view format, const Slot* operands, size_t count);

    const std::string& text() const { return out_; }
    /// True when something did not fit into kMaxText.
    bool isCut() const { return isCut_; }
    const std::vector<FormatRequest>& requests() const { return requests_; }
    /// Bit i is set if operand i belongs to a %w.
    uint64_t wrapped() const { return wrapped_; }

    /// For inspectors: one value as %v (`sharp` false) or %#v writes it, without methods.
    void value(const FormatValue& value, bool sharp);

  private:
    // Directives (format_print.cpp).
    void print(const Slot* operands, size_t count, bool line);
    void printf(std::string_view format, const Slot* operands, size_t count);
    void directive(std::string_view format, size_t& at);
    void argumentIndex(std::string_view format, size_t& at);
    void widthAndPrecision(std::string_view format, size_t& at);
    bool starArgument(int64_t& number);
    void verb(uint32_t verb);
    void extraOperands();
    void operand(FormatValue value, uint32_t verb);
    FormatValue dynamic(const Slot* interface, Slot* scratch) const;

    // Values (format_value.cpp).
    void printValue(const FormatValue& value, uint32_t verb, int depth);
    void printMap(const FormatValue& value, uint32_t verb, int depth);
    void printStruct(const FormatValue& value, uint32_t verb, int depth);
    void printList(const FormatValue& value, uint32_t verb, int depth);
    void printPointer(const FormatValue& value, uint32_t verb, int depth);
    bool handleMethods(const FormatValue& value, uint32_t verb);
    bool mustSpeak(TypeId type, uint32_t verb) const;
    void badVerb(const FormatValue& value, uint32_t verb);
    void badVerbNil(uint32_t verb);
    FormatValue field(const FormatValue& value, const RField& field, Slot* scratch) const;
    FormatValue element(TypeId type, const uint8_t* base, uint64_t index, bool readOnly) const;
    const uint8_t* listBytes(const FormatValue& value, uint64_t& length) const;
    int compareValues(const FormatValue& a, const FormatValue& b, int depth) const;

    // Basic kinds (format_basic.cpp).
    void fmtBool(const FormatValue& value, uint32_t verb);
    void fmtInteger(const FormatValue& value, uint64_t number, bool isSigned, uint32_t verb);
    void fmtFloat(const FormatValue& value, double number, int bits, uint32_t verb);
    void fmtString(const FormatValue& value, std::string_view text, uint32_t verb);
    bool stringVerb(std::string_view text, uint32_t verb);
    void fmtBytes(const FormatValue& value, std::string_view bytes, bool isNil, uint32_t verb);
    void fmtAddress(const FormatValue& value, uint64_t address, uint32_t verb);
    void integer(uint64_t number, unsigned base, bool isSigned, uint32_t verb, bool upper);
    void unicodePoint(uint64_t number);
    void floating(double number, int bits, char verb, int precision);
    void hex0x(uint64_t number, bool leading);
    void hexBytes(std::string_view text, bool upper);
    void quoted(std::string_view text);
    void character(uint64_t number, bool quote);
    std::string_view truncated(std::string_view text) const;
    void pad(std::string_view text);
    void padding(int64_t count);
    void write(std::string_view text);
    void writeRune(uint32_t rune);

    Heap& heap_;
    const TypeTable& types_;
    FormatInterfaces interfaces_;
    std::vector<FormatAnswer> answers_;
    size_t nextAnswer_ = 0;
    std::vector<FormatRequest> requests_;
    std::string out_;
    bool isCut_ = false;
    FormatFlags flags_;
    bool erroring_ = false;  ///< Inside %!verb(…): methods are not called, against endless recursion.
    bool wrapErrors_ = false;
    uint64_t wrapped_ = 0;

    // State of printf.
    const Slot* operands_ = nullptr;
    size_t count_ = 0;
    size_t argument_ = 0;
    bool reordered_ = false;
    bool goodIndex_ = true;
    bool afterIndex_ = false;
};

/// The address that %p shows for a pointer word.
uint64_t shownAddress(Slot pointer);

}  // namespace sluice
