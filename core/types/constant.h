#pragma once
// Exact compile-time constants (Go spec "Constants").
//
// Invariants
// - A ConstValue never changes and lives as long as its pool.
// - Integers are exact (the checker refuses more than kMaxConstantBits bits). Floats are exact rationals
// while numerator
//   and denominator are small, then binary floating point with a kFloatBits mantissa.
// - The value of a typed constant is already rounded to its type.
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "source/token.h"

namespace sluice {

/// Integer constants of more bits are refused: "constant multiplication overflow" (gc's limit).
constexpr int kMaxConstantBits = 512;
/// Mantissa bits of floating-point constants.
constexpr int kFloatBits = 512;

enum class ConstantKind : uint8_t { Unknown, Bool, String, Int, Float };

class ConstValue {
  public:
    ConstantKind kind() const { return kind_; }
    bool isUnknown() const { return kind_ == ConstantKind::Unknown; }
    /// Kind must be Bool.
    bool boolValue() const;
    /// Kind must be String.
    std::string_view stringValue() const;
    /// An integer value (Int, or Float with an integral value) as int64; `exact` is false when it does not
    /// fit.
    int64_t int64Value(bool* exact = nullptr) const;
    /// As uint64; `exact` is false for negative or too large values.
    uint64_t uint64Value(bool* exact = nullptr) const;
    /// Nearest float64 (infinite when too large).
    double float64Value() const;
    /// Nearest float32, without double rounding, as a double.
    double float32Value() const;
    /// -1, 0 or 1; Int and Float only.
    int sign() const;
    /// Bits of the absolute value of an Int.
    int bitLength() const;
    /// As gc prints it in messages: "256", "1.5", "1e+100", "\"text\"" (long strings are shortened).
    std::string text() const;
    /// All digits of an Int; like text() for other kinds.
    std::string exactText() const;

  private:
    friend class ConstantPool;
    friend struct ConstantAccess;
    explicit ConstValue(ConstantKind kind) : kind_(kind) {}
    ConstantKind kind_;
    uint8_t rep_ = 0;      // which representation, private to constant.cpp
    int64_t small_ = 0;    // Bool, and Int that fits
    void* big_ = nullptr;  // owned by the pool
    std::string_view text_;
};

/// Makes and owns constants. All results live as long as the pool.
class ConstantPool {
  public:
    ConstantPool();
    ~ConstantPool();
    ConstantPool(const ConstantPool&) = delete;
    ConstantPool& operator=(const ConstantPool&) = delete;

    const ConstValue* unknown();
    const ConstValue* makeBool(bool value);
    const ConstValue* makeString(std::string_view value);
    const ConstValue* makeInt(int64_t value);
    const ConstValue* makeUint(uint64_t value);
    const ConstValue* makeFloat(double value);
    /// From the text of a literal of the source (underscores allowed, all bases); unknown if malformed or too
    /// large.
    const ConstValue* intLiteral(std::string_view text);
    const ConstValue* floatLiteral(std::string_view text);

    /// Operands of the same kind after matching (Int with Float gives Float). Division by zero is the
    /// caller's to refuse. `integerDivision` makes Quo truncate. Operators: + - * / % & | ^ &^ && ||.
    const ConstValue* binary(const ConstValue* x, Token op, const ConstValue* y,
                             bool integerDivision = false);
    /// x << count, x >> count; x must be Int.
    const ConstValue* shift(const ConstValue* x, bool left, unsigned count);
    const ConstValue* negate(const ConstValue* x);
    /// Bitwise complement; sizeBits > 0 limits the result to that many bits (unsigned types).
    const ConstValue* complement(const ConstValue* x, unsigned sizeBits);
    const ConstValue* logicalNot(const ConstValue* x);
    bool compare(const ConstValue* x, Token relation, const ConstValue* y);

    /// An Int of the same value, or unknown if x has a fraction.
    const ConstValue* toInt(const ConstValue* x);
    const ConstValue* toFloat(const ConstValue* x);
    /// Rounded to the format; unknown if too large for it.
    const ConstValue* roundFloat32(const ConstValue* x);
    const ConstValue* roundFloat64(const ConstValue* x);

  private:
    friend struct ConstantAccess;
    struct Storage;
    std::unique_ptr<Storage> storage_;
};
}  // namespace sluice
