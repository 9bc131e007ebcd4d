// Sliders: the value that stands in the source, its range, and the text that a new value becomes.
#include <cctype>
#include <cmath>
#include <cstdlib>

#include "base/assert.h"
#include "base/decimal.h"
#include "base/read_float.h"
#include "source/text.h"
#include "syntax/directive_impl.h"

namespace sluice {

namespace {

// Integers up to here are exact in the double that carries a slider's value.
constexpr double kMaxExact = 9007199254740992.0;

struct TimeUnit {
    std::string_view name;
    double nanoseconds;
};
// Largest first: the first one that divides a value exactly makes the shortest text.
constexpr TimeUnit kTimeUnits[] = {
    {"Hour", 3600e9},     {"Minute", 60e9},     {"Second", 1e9},
    {"Millisecond", 1e6}, {"Microsecond", 1e3}, {"Nanosecond", 1},
};

const TimeUnit* findTimeUnit(std::string_view name) {
    for (const TimeUnit& unit : kTimeUnits) {
        if (unit.name == name) return &unit;
    }
    return nullptr;
}

/// A literal-like expression's value, or kind unset.
struct Folded {
    bool isKnown = false;
    SliderKind kind = SliderKind::Int;
    double value = 0;
};

std::string withoutSeparators(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c != '_') out += c;
    }
    return out;
}

Folded foldLiteral(const BasicLit* literal) {
    const std::string text = withoutSeparators(literal->text);
    if (literal->isBad) return {};
    if (literal->token == Token::Float) return {true, SliderKind::Float, readFloat(text.c_str(), nullptr)};
    if (literal->token != Token::Int) return {};
    int base = 10;
    size_t skip = 0;
    if (text.size() > 1 && text[0] == '0') {
        const char letter = static_cast<char>(text[1] | 0x20);
        base = letter == 'x' ? 16 : letter == 'b' ? 2 : 8;
        skip = letter == 'x' || letter == 'b' || letter == 'o' ? 2 : 1;
    }
    const double value = static_cast<double>(std::strtoull(text.c_str() + skip, nullptr, base));
    if (value > kMaxExact) return {};
    return {true, SliderKind::Int, value};
}

Folded foldBinary(Token op, const Folded& left, const Folded& right) {
    if (!left.isKnown || !right.isKnown) return {};
    if (left.kind == SliderKind::Bool || right.kind == SliderKind::Bool) return {};
    Folded out;
    out.isKnown = true;
    out.kind = left.kind;
    if (right.kind == SliderKind::Duration || left.kind == SliderKind::Duration) {
        out.kind = SliderKind::Duration;
    } else if (right.kind == SliderKind::Float) {
        out.kind = SliderKind::Float;
    }
    switch (op) {
        case Token::Add: out.value = left.value + right.value; break;
        case Token::Sub: out.value = left.value - right.value; break;
        case Token::Mul: out.value = left.value * right.value; break;
        case Token::Quo:
            if (right.value == 0) return {};
            out.value = left.value / right.value;
            if (out.kind != SliderKind::Float) out.value = std::trunc(out.value);
            break;
        case Token::Shl:
            if (out.kind != SliderKind::Int || right.value < 0 || right.value > 52) return {};
            out.value = std::ldexp(left.value, static_cast<int>(right.value));
            break;
        default: return {};
    }
    if (!(std::fabs(out.value) <= kMaxExact)) return {};
    return out;
}

/// Folds numbers, true and false, time units and arithmetic on them; anything with other names is unknown.
Folded fold(const Expr* expr) {
    switch (expr->kind) {
        case NodeKind::BasicLit: return foldLiteral(as<BasicLit>(expr));
        case NodeKind::ParenExpr: return fold(as<ParenExpr>(expr)->inner);
        case NodeKind::Ident: {
            const Name name = as<Ident>(expr)->name;
            if (name == "true") return {true, SliderKind::Bool, 1};
            if (name == "false") return {true, SliderKind::Bool, 0};
            return {};
        }
        case NodeKind::SelectorExpr: {
            const SelectorExpr* selector = as<SelectorExpr>(expr);
            const TimeUnit* unit = findTimeUnit(selector->selector->name.text());
            if (unit == nullptr || !isA<Ident>(selector->operand)) return {};
            return {true, SliderKind::Duration, unit->nanoseconds};
        }
        case NodeKind::UnaryExpr: {
            const UnaryExpr* unary = as<UnaryExpr>(expr);
            Folded inner = fold(unary->operand);
            if (unary->op != Token::Sub && unary->op != Token::Add) return {};
            if (inner.kind == SliderKind::Bool) return {};
            if (unary->op == Token::Sub) inner.value = -inner.value;
            return inner;
        }
        case NodeKind::BinaryExpr: {
            const BinaryExpr* binary = as<BinaryExpr>(expr);
            return foldBinary(binary->op, fold(binary->left), fold(binary->right));
        }
        case NodeKind::CallExpr: {  // time.Duration(500)
            const CallExpr* call = as<CallExpr>(expr);
            const SelectorExpr* callee = asIf<SelectorExpr>(call->callee);
            if (callee == nullptr || callee->selector->name != "Duration" || call->arguments.size() != 1)
                return {};
            Folded inner = fold(call->arguments.front());
            inner.kind = SliderKind::Duration;
            return inner;
        }
        default: return {};
    }
}

/// Applies a declared type: `var rate float64 = 2` is a float.
void applyDeclaredType(const Expr* type, Folded& folded) {
    if (type == nullptr || folded.kind == SliderKind::Bool) return;
    std::string_view name;
    if (const Ident* ident = asIf<Ident>(type)) name = ident->name.text();
    if (const SelectorExpr* selector = asIf<SelectorExpr>(type)) name = selector->selector->name.text();
    if (name == "float64" || name == "float32") folded.kind = SliderKind::Float;
    if (name == "Duration" && folded.kind == SliderKind::Int) folded.kind = SliderKind::Duration;
}

/// 1, 2 or 5 times a power of ten: the largest such number that is at most `limit`.
double niceStep(double limit) {
    if (!(limit > 0)) return 0;
    const double power = std::pow(10, std::floor(std::log10(limit)));
    for (const double factor : {5.0, 2.0}) {
        if (factor * power <= limit) return factor * power;
    }
    return power;
}

void setDefaults(Slider& slider) {
    const double value = slider.value;
    switch (slider.kind) {
        case SliderKind::Bool:
            slider.min = 0;
            slider.max = 1;
            slider.step = 1;
            return;
        case SliderKind::Int:
            slider.min = value >= 1 ? 1 : value * 2;
            slider.max = std::fmax(10, value * 4);
            slider.step = 1;
            return;
        case SliderKind::Float:
            slider.min = value < 0 ? value * 2 : 0;
            slider.max = value >= 0 && value <= 1 ? 1 : std::fabs(value) * 2;
            return;
        case SliderKind::Duration:
            slider.min = value < 0 ? value * 2 : std::floor(value / 10);
            slider.max = value > 0 ? value * 10 : 1e9;
            return;
    }
}

std::string readBounds(const Directive& directive, Slider& slider) {
    for (const std::string& arg : directive.args) {
        if (arg != "log") return "slider does not know the word " + arg;
        slider.isLog = true;
    }
    bool hasStep = false;
    for (const KeyValue& pair : directive.values) {
        double* place = nullptr;
        if (pair.key == "min") place = &slider.min;
        if (pair.key == "max") place = &slider.max;
        if (pair.key == "step") place = &slider.step;
        hasStep = hasStep || pair.key == "step";
        if (pair.key == "label") {
            slider.label = pair.value;
        } else if (place == nullptr) {
            return "slider does not know the key " + pair.key + "; known are min, max, step, log and label";
        } else if (!parseSliderValue(slider, pair.value, *place)) {
            const char* kinds[] = {"a whole number", "a duration such as 500ms", "a number", "true or false"};
            return pair.key + "=" + pair.value + " must be " + kinds[static_cast<int>(slider.kind)];
        }
    }
    if (slider.min >= slider.max) return "slider needs min below max";
    if (slider.step < 0) return "slider needs a positive step";
    if (slider.isLog && slider.min <= 0) return "a log slider needs min above 0";
    const std::string problem = rangeProblem(slider, slider.value);
    if (!problem.empty()) return problem;
    const bool isContinuous = slider.kind == SliderKind::Float || slider.kind == SliderKind::Duration;
    if (!hasStep && isContinuous && !slider.isLog) {
        slider.step = niceStep((slider.max - slider.min) / 100);
        if (slider.kind == SliderKind::Duration) slider.step = std::fmax(1, slider.step);
    }
    return "";
}

/// The `time.Millisecond` in a literal's text: {"time.", "Millisecond"}.
const TimeUnit* unitInText(std::string_view text, std::string& qualifier) {
    for (size_t dot = text.find('.'); dot != std::string_view::npos; dot = text.find('.', dot + 1)) {
        for (const TimeUnit& unit : kTimeUnits) {
            if (!text.substr(dot + 1).starts_with(unit.name)) continue;
            size_t begin = dot;
            while (begin > 0 &&
                   (std::isalnum(static_cast<unsigned char>(text[begin - 1])) || text[begin - 1] == '_')) {
                begin--;
            }
            qualifier = std::string(text.substr(begin, dot - begin + 1));
            return &unit;
        }
    }
    return nullptr;
}

std::string integerText(double value) {
    constexpr int kLargestExponent = 400;  // never with an exponent
    const std::string text = shortestText(std::nearbyint(value), false, kLargestExponent);
    return text == "-0" ? "0" : text;
}

std::string durationSource(const Slider& slider, double value) {
    std::string qualifier;
    const TimeUnit* authors = unitInText(slider.literalText, qualifier);
    if (authors == nullptr) return integerText(value);  // `const d time.Duration = 500`
    const TimeUnit* unit = authors;
    if (std::fmod(value, unit->nanoseconds) != 0) {
        for (unit = kTimeUnits; std::fmod(value, unit->nanoseconds) != 0;) unit++;
    }
    const double count = value / unit->nanoseconds;
    const std::string unitText = qualifier + std::string(unit->name);
    const bool hasProduct = slider.literalText.find('*') != std::string::npos;
    if (count == 1 && !hasProduct) return unitText;
    const bool isTight = hasProduct && slider.literalText.find(' ') == std::string::npos;
    return integerText(count) + (isTight ? "*" : " * ") + unitText;
}

}  // namespace

std::string makeSlider(const Directive& directive, const DirectiveSite& site, const File& file, Slider& out) {
    List<Ident*> names;
    List<Expr*> values;
    const Expr* type = nullptr;
    bool isRepeated = false;
    if (const ConstSpec* spec = asIf<ConstSpec>(site.node)) {
        names = spec->names;
        values = spec->values;
        type = spec->declaredType;
        isRepeated = spec->isRepeated;
    } else {
        const VarSpec* variable = as<VarSpec>(site.node);
        names = variable->names;
        values = variable->values;
        type = variable->declaredType;
    }
    if (names.size() != 1 || values.size() != 1 || isRepeated) {
        return "a slider needs a declaration of one name with one value";
    }
    out.name = std::string(names.front()->name.text());
    Folded folded = fold(values.front());
    if (!folded.isKnown) {
        return "the value of " + out.name +
               " must be written with numbers, true or false, or units such as 5 * time.Second";
    }
    applyDeclaredType(type, folded);
    out.kind = folded.kind;
    out.value = folded.value;
    out.directivePos = directive.pos;
    out.line = file.source->lineColumn(names.front()->pos).line;
    out.literalBegin = values.front()->pos.offset();
    out.literalEnd = values.front()->end.offset();
    out.literalText =
        std::string(file.source->text().substr(out.literalBegin, out.literalEnd - out.literalBegin));
    setDefaults(out);
    return readBounds(directive, out);
}

std::string rangeProblem(const Slider& slider, double value) {
    if (value >= slider.min && value <= slider.max) return "";
    return slider.name + "=" + sliderValueText(slider, value) + " is outside the slider's range " +
           sliderValueText(slider, slider.min) + " to " + sliderValueText(slider, slider.max);
}

std::string shortestDecimal(double value) {
    constexpr int kLargestExponent = 21;  // as strconv's %v
    return shortestText(value, false, kLargestExponent);
}

std::string sliderValueText(const Slider& slider, double value) {
    switch (slider.kind) {
        case SliderKind::Bool: return value != 0 ? "true" : "false";
        case SliderKind::Int: return integerText(value);
        case SliderKind::Duration: return formatDuration(static_cast<int64_t>(value));
        case SliderKind::Float: break;
    }
    return shortestDecimal(value);
}

bool parseSliderValue(const Slider& slider, std::string_view text, double& value) {
    if (slider.kind == SliderKind::Bool) {
        if (text != "true" && text != "false" && text != "1" && text != "0") return false;
        value = text == "true" || text == "1" ? 1 : 0;
        return true;
    }
    if (slider.kind == SliderKind::Duration) {
        int64_t nanoseconds = 0;
        if (!parseDuration(text, nanoseconds)) return false;
        value = static_cast<double>(nanoseconds);
        return std::fabs(value) <= kMaxExact;
    }
    const std::string digits = withoutSeparators(text);
    if (digits.empty() || digits.find_first_not_of("+-.0123456789eE") != std::string::npos) return false;
    char* end = nullptr;
    const double number = readFloat(digits.c_str(), &end);
    if (*end != 0 || !std::isfinite(number)) return false;
    if (slider.kind == SliderKind::Int && (number != std::trunc(number) || std::fabs(number) > kMaxExact)) {
        return false;
    }
    value = number;
    return true;
}

std::string sliderSource(const Slider& slider, double value) {
    switch (slider.kind) {
        case SliderKind::Bool: return value != 0 ? "true" : "false";
        case SliderKind::Int: return integerText(std::round(value));
        case SliderKind::Duration: return durationSource(slider, std::round(value));
        case SliderKind::Float: break;
    }
    const std::string text = shortestDecimal(value);
    // Without a point the constant would become an integer.
    return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
}

}  // namespace sluice
