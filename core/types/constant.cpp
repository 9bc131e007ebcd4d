// Exact constants: values, arithmetic and comparison.
#include <cmath>

#include "types/constant_impl.h"

namespace boost {
// Boost asks the program for this where there are no exceptions; every call would be a bug in the checks
// below.
void throw_exception(const std::exception&) { SLUICE_UNREACHABLE("arithmetic on a bad constant"); }
void throw_exception(const std::exception&, const boost::source_location&) {
    SLUICE_UNREACHABLE("arithmetic on a bad constant");
}
}  // namespace boost

namespace sluice {

// ---- ConstValue

bool ConstValue::boolValue() const {
    SLUICE_ASSERT(kind_ == ConstantKind::Bool);
    return small_ != 0;
}

std::string_view ConstValue::stringValue() const {
    if (isUnknown()) return {};  // a sum that was too long, and has been reported
    SLUICE_ASSERT(kind_ == ConstantKind::String);
    return text_;
}

int64_t ConstValue::int64Value(bool* exact) const {
    if (rep_ == kSmall) {
        if (exact) *exact = true;
        return small_;
    }
    Int value = A::intOf(this);
    bool fits = A::denOf(this) == 1 && value >= std::numeric_limits<int64_t>::min() &&
                value <= std::numeric_limits<int64_t>::max();
    if (exact) *exact = fits;
    return fits ? value.convert_to<int64_t>() : 0;
}

uint64_t ConstValue::uint64Value(bool* exact) const {
    if (rep_ == kSmall) {
        if (exact) *exact = small_ >= 0;
        return static_cast<uint64_t>(small_);
    }
    Int value = A::intOf(this);
    bool fits = A::denOf(this) == 1 && value >= 0 && value <= std::numeric_limits<uint64_t>::max();
    if (exact) *exact = fits;
    return fits ? value.convert_to<uint64_t>() : 0;
}

double ConstValue::float64Value() const {
    if (kind_ != ConstantKind::Int && kind_ != ConstantKind::Float) return 0;
    if (rep_ == kSmall && small_ > -(1LL << 53) && small_ < (1LL << 53)) return static_cast<double>(small_);
    return toDouble(A::intOf(this), A::denOf(this), 53, -1074, 1024);
}

double ConstValue::float32Value() const {
    if (kind_ != ConstantKind::Int && kind_ != ConstantKind::Float) return 0;
    return toDouble(A::intOf(this), A::denOf(this), 24, -149, 128);
}

int ConstValue::sign() const {
    if (rep_ == kSmall) return (small_ > 0) - (small_ < 0);
    Int value = A::intOf(this);
    return (value > 0) - (value < 0);
}

int ConstValue::bitLength() const {
    if (kind_ != ConstantKind::Int) return 0;
    return bitsOf(A::intOf(this));
}

// ---- ConstantPool

ConstantPool::ConstantPool() : storage_(new Storage) {
    storage_->unknown = A::make(*this, ConstantKind::Unknown);
    for (int i = 0; i < 2; i++) {
        ConstValue* value = A::make(*this, ConstantKind::Bool);
        A::setSmall(value, i);
        storage_->truth[i] = value;
    }
}

ConstantPool::~ConstantPool() {
    for (auto* v : storage_->values) delete v;
    for (auto* v : storage_->ints) delete v;
    for (auto* v : storage_->ratios) delete v;
    for (auto* v : storage_->texts) delete v;
}

const ConstValue* ConstantPool::unknown() { return storage_->unknown; }
const ConstValue* ConstantPool::makeBool(bool value) { return storage_->truth[value]; }

const ConstValue* ConstantPool::makeString(std::string_view value) {
    ConstValue* made = A::make(*this, ConstantKind::String);
    storage_->texts.push_back(new std::string(value));
    A::setText(made, *storage_->texts.back());
    return made;
}

const ConstValue* ConstantPool::makeInt(int64_t value) {
    ConstValue* made = A::make(*this, ConstantKind::Int);
    A::setSmall(made, value);
    return made;
}

const ConstValue* ConstantPool::makeUint(uint64_t value) {
    if (value <= uint64_t(std::numeric_limits<int64_t>::max())) return makeInt(static_cast<int64_t>(value));
    return A::fromInt(*this, Int(value));
}

const ConstValue* ConstantPool::makeFloat(double value) {
    if (std::isnan(value) || std::isinf(value)) return unknown();
    int exponent = 0;
    double mantissa = std::frexp(value, &exponent);
    Int num(static_cast<int64_t>(std::ldexp(mantissa, 53)));
    Int den = 1;
    exponent -= 53;
    if (exponent > 0) num <<= static_cast<unsigned>(exponent);
    if (exponent < 0) den <<= static_cast<unsigned>(-exponent);
    return A::fromRatio(*this, num, den);
}

namespace {
Int bitwise(const Int& x, Token op, const Int& y) {
    switch (op) {
        case Token::And: return x & y;
        case Token::Or: return x | y;
        case Token::Xor: return x ^ y;
        default: return x & Int(-y - 1);
    }
}
}  // namespace

const ConstValue* ConstantPool::binary(const ConstValue* x, Token op, const ConstValue* y,
                                       bool integerDivision) {
    if (x->isUnknown() || y->isUnknown()) return unknown();
    if (x->kind() == ConstantKind::Bool) {
        bool a = x->boolValue(), b = y->boolValue();
        return makeBool(op == Token::LogicalAnd ? a && b : a || b);
    }
    if (x->kind() == ConstantKind::String) {
        if (x->stringValue().size() + y->stringValue().size() > kMaxConstantString) return unknown();
        std::string joined(x->stringValue());
        joined += y->stringValue();
        return makeString(joined);
    }
    if (A::isSmall(x) && A::isSmall(y)) {
        int64_t a = A::small(x), b = A::small(y), r = 0;
        bool overflow = true;
        switch (op) {
            case Token::Add: overflow = __builtin_add_overflow(a, b, &r); break;
            case Token::Sub: overflow = __builtin_sub_overflow(a, b, &r); break;
            case Token::Mul: overflow = __builtin_mul_overflow(a, b, &r); break;
            case Token::And:
                r = a & b;
                overflow = false;
                break;
            case Token::Or:
                r = a | b;
                overflow = false;
                break;
            case Token::Xor:
                r = a ^ b;
                overflow = false;
                break;
            case Token::AndNot:
                r = a & ~b;
                overflow = false;
                break;
            default: break;
        }
        if (!overflow) return makeInt(r);
    }
    Int xn = A::intOf(x), yn = A::intOf(y);
    if (x->kind() == ConstantKind::Int && y->kind() == ConstantKind::Int) {
        switch (op) {
            case Token::Add: return A::fromInt(*this, xn + yn);
            case Token::Sub: return A::fromInt(*this, xn - yn);
            case Token::Mul: return A::fromInt(*this, xn * yn);
            case Token::Quo:
                if (integerDivision) return A::fromInt(*this, xn / yn);
                return A::fromRatio(*this, xn, yn);
            case Token::Rem: return A::fromInt(*this, xn % yn);
            default: return A::fromInt(*this, bitwise(xn, op, yn));
        }
    }
    Int xd = A::denOf(x), yd = A::denOf(y);
    switch (op) {
        case Token::Add: return A::fromRatio(*this, xn * yd + yn * xd, xd * yd);
        case Token::Sub: return A::fromRatio(*this, xn * yd - yn * xd, xd * yd);
        case Token::Mul: return A::fromRatio(*this, xn * yn, xd * yd);
        case Token::Quo: return A::fromRatio(*this, xn * yd, xd * yn);
        default: return unknown();
    }
}

const ConstValue* ConstantPool::shift(const ConstValue* x, bool left, unsigned count) {
    if (x->isUnknown()) return unknown();
    Int value = A::intOf(x);
    if (left) return A::fromInt(*this, value << count);
    if (value >= 0) return A::fromInt(*this, value >> count);
    return A::fromInt(*this, -((-value - 1) >> count) - 1);
}

const ConstValue* ConstantPool::negate(const ConstValue* x) {
    if (x->isUnknown()) return unknown();
    if (x->kind() == ConstantKind::Int) return A::fromInt(*this, -A::intOf(x));
    return A::fromRatio(*this, -A::intOf(x), A::denOf(x));
}

const ConstValue* ConstantPool::complement(const ConstValue* x, unsigned sizeBits) {
    if (x->isUnknown()) return unknown();
    Int value = -A::intOf(x) - 1;
    if (sizeBits > 0) value = value & ((Int(1) << sizeBits) - 1);
    return A::fromInt(*this, value);
}

const ConstValue* ConstantPool::logicalNot(const ConstValue* x) {
    return x->isUnknown() ? unknown() : makeBool(!x->boolValue());
}

bool ConstantPool::compare(const ConstValue* x, Token relation, const ConstValue* y) {
    if (x->isUnknown() || y->isUnknown()) return false;
    int order = 0;
    if (x->kind() == ConstantKind::Bool) {
        order = int(x->boolValue()) - int(y->boolValue());
    } else if (x->kind() == ConstantKind::String) {
        order = x->stringValue().compare(y->stringValue());
    } else {
        Int difference = A::intOf(x) * A::denOf(y) - A::intOf(y) * A::denOf(x);
        order = (difference > 0) - (difference < 0);
    }
    switch (relation) {
        case Token::Equal: return order == 0;
        case Token::NotEqual: return order != 0;
        case Token::Less: return order < 0;
        case Token::LessEqual: return order <= 0;
        case Token::Greater: return order > 0;
        default: return order >= 0;
    }
}

const ConstValue* ConstantPool::toInt(const ConstValue* x) {
    if (x->kind() == ConstantKind::Int) return x;
    if (x->kind() != ConstantKind::Float || A::denOf(x) != 1) return unknown();
    return A::fromInt(*this, A::intOf(x));
}

const ConstValue* ConstantPool::toFloat(const ConstValue* x) {
    if (x->kind() == ConstantKind::Float) return x;
    if (x->kind() != ConstantKind::Int) return unknown();
    return A::fromRatio(*this, A::intOf(x), 1);
}

const ConstValue* ConstantPool::roundFloat32(const ConstValue* x) {
    if (x->isUnknown()) return x;
    return makeFloat(x->float32Value());
}

const ConstValue* ConstantPool::roundFloat64(const ConstValue* x) {
    if (x->isUnknown()) return x;
    return makeFloat(x->float64Value());
}
}  // namespace sluice
