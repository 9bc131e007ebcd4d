// Finds the `//sluice:` lines of a file, splits them into words and checks what each verb needs.
#include <algorithm>

#include "base/interner.h"
#include "source/lexer.h"
#include "source/text.h"
#include "syntax/directive_impl.h"

namespace sluice {

namespace {

constexpr std::string_view kPrefix = "//sluice:";

bool isBlankChar(char c) { return c == ' ' || c == '\t'; }
bool isWordChar(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Length of the `key` of `key=`, or 0.
size_t keyLength(std::string_view text) {
    size_t length = 0;
    while (length < text.size() && (isWordChar(text[length]) || text[length] == '.' || text[length] == '-')) {
        length++;
    }
    if (length == 0 || length == text.size() || text[length] != '=') return 0;
    return text[0] >= '0' && text[0] <= '9' ? 0 : length;
}

/// Takes a quoted text or a word from `rest`. Returns what is wrong, or "".
std::string takeValue(std::string_view& rest, std::string& value) {
    const char quote = rest.empty() ? ' ' : rest.front();
    if (quote != '"' && quote != '`') {
        size_t length = 0;
        while (length < rest.size() && !isBlankChar(rest[length])) length++;
        value = std::string(rest.substr(0, length));
        rest.remove_prefix(length);
        return "";
    }
    size_t end = 1;
    while (end < rest.size() && rest[end] != quote) end += quote == '"' && rest[end] == '\\' ? 2 : 1;
    if (end >= rest.size()) return "quoted text is not closed";
    value = unquoteString(rest.substr(0, end + 1));
    rest.remove_prefix(end + 1);
    return rest.empty() || isBlankChar(rest.front()) ? "" : "a blank is missing behind the quoted text";
}

struct Verb {
    std::string_view name;
    DirectiveVerb verb;
};
constexpr Verb kVerbs[] = {
    {"slider", DirectiveVerb::Slider}, {"watch", DirectiveVerb::Watch},     {"input", DirectiveVerb::Input},
    {"try", DirectiveVerb::Try},       {"name", DirectiveVerb::Name},       {"world", DirectiveVerb::World},
    {"choice", DirectiveVerb::Choice}, {"because", DirectiveVerb::Because}, {"about", DirectiveVerb::About},
};

/// Reads the directives of one file.
class DirectiveReader {
  public:
    DirectiveReader(File& file, Interner& names, Diagnostics& diagnostics)
        : file_(file), names_(names), diagnostics_(diagnostics), sites_(findDirectiveSites(file)) {}

    Directives read() {
        for (const Comment& comment : file_.comments) {
            if (comment.text.starts_with(kPrefix)) readComment(comment);
        }
        for (const Directive& directive : out_.all) {
            if (directive.verb == DirectiveVerb::Try) checkParameters(directive);
        }
        return std::move(out_);
    }

  private:
    void report(DiagCode code, Pos pos, uint32_t length, std::string message) {
        diagnostics_.report(code, pos, length, "sluice: " + std::move(message));
    }

    void readComment(const Comment& comment) {
        Directive directive;
        directive.pos = comment.pos;
        directive.length = static_cast<uint32_t>(comment.text.size());
        directive.line = file_.source->lineColumn(comment.pos).line;
        if (!comment.startsLine) {
            report(DiagCode::DirectiveMisplaced, comment.pos, directive.length,
                   "a directive must stand on a line of its own");
            return;
        }
        std::string_view rest = comment.text.substr(kPrefix.size());
        size_t verbLength = 0;
        while (verbLength < rest.size() && !isBlankChar(rest[verbLength])) verbLength++;
        const std::string_view verbName = rest.substr(0, verbLength);
        rest.remove_prefix(verbLength);
        const auto verb = std::find_if(std::begin(kVerbs), std::end(kVerbs),
                                       [&](const Verb& known) { return known.name == verbName; });
        if (verb == std::end(kVerbs)) {
            report(DiagCode::DirectiveUnknown, comment.pos, directive.length,
                   "unknown directive " + std::string(verbName) +
                       "; known are slider, watch, input, try, choice, because, about, name and world");
            return;
        }
        directive.verb = verb->verb;
        size_t errorAt = 0;
        const std::string problem = splitDirective(rest, directive, errorAt);
        if (!problem.empty()) {
            const uint32_t offset = static_cast<uint32_t>(comment.text.size() - rest.size() + errorAt);
            report(DiagCode::DirectiveMalformed, comment.pos.plus(offset), 1, problem);
            return;
        }
        finish(directive);
    }

    /// The site on the first line below the directive that is not a comment line.
    const DirectiveSite* siteOf(const Directive& directive) const {
        uint32_t line = directive.line + 1;
        for (const Comment& comment : file_.comments) {
            if (!comment.startsLine || file_.source->lineColumn(comment.pos).line != line) continue;
            line = file_.source->lineColumn(comment.end).line + 1;
        }
        for (const DirectiveSite& site : sites_) {
            if (site.line == line) return &site;
        }
        return nullptr;
    }

    void finish(Directive& directive) {
        const DirectiveSite* site = siteOf(directive);
        if (site != nullptr) {
            directive.target = site->kind;
            directive.targetName = std::string(site->name);
            directive.ownerName = std::string(site->owner);
            directive.targetLine = site->line;
        }
        std::string problem;
        DiagCode code = DiagCode::DirectiveMalformed;
        switch (directive.verb) {
            case DirectiveVerb::Slider: problem = readSlider(directive, site, code); break;
            case DirectiveVerb::Watch: problem = checkWatch(directive); break;
            case DirectiveVerb::Input: problem = checkInput(directive); break;
            case DirectiveVerb::Try: problem = readTry(directive); break;
            case DirectiveVerb::Choice: problem = addChoice(directive, out_); break;
            case DirectiveVerb::Because: problem = addBecause(directive, out_); break;
            case DirectiveVerb::About: problem = readAbout(directive); break;
            case DirectiveVerb::Name: problem = readName(directive, site, code); break;
            case DirectiveVerb::World: problem = checkWorld(directive); break;
        }
        if (problem.empty()) {
            out_.all.push_back(std::move(directive));
        } else {
            report(code, directive.pos, directive.length, problem);
        }
    }

    std::string readSlider(const Directive& directive, const DirectiveSite* site, DiagCode& code) {
        if (site == nullptr || (site->kind != DirectiveTarget::Const && site->kind != DirectiveTarget::Var)) {
            code = DiagCode::DirectiveMisplaced;
            return "a slider must stand directly above a constant or variable";
        }
        Slider slider;
        std::string problem = makeSlider(directive, *site, file_, slider);
        if (problem.empty() && out_.findSlider(slider.name) != nullptr) {
            problem = "there is already a slider for " + slider.name;
        }
        if (problem.empty()) out_.sliders.push_back(std::move(slider));
        return problem;
    }

    static std::string checkWatch(const Directive& directive) {
        if (!directive.values.empty()) return "watch takes names only";
        const bool isNamed = directive.target == DirectiveTarget::Var ||
                             directive.target == DirectiveTarget::Type ||
                             directive.target == DirectiveTarget::Field;
        if (directive.args.empty() && !isNamed) return "watch needs the names of variables or fields";
        for (const std::string& name : directive.args) {
            for (const char c : name) {
                const bool isGood = isWordChar(c) || c == '.' || static_cast<unsigned char>(c) >= 0x80;
                if (!isGood) return "watch cannot read the name " + name;
            }
        }
        return "";
    }

    static std::string checkInput(const Directive& directive) {
        if (directive.args.empty()) return "input needs a kind, such as SIGINT";
        const std::string* at = directive.find("at");
        int64_t time = 0;
        if (at == nullptr) return "input needs at=TIME, such as at=2s";
        if (!parseDuration(*at, time) || time < 0) return "at=" + *at + " is not a time such as 2s or 300ms";
        return "";
    }

    std::string readTry(const Directive& directive) {
        Experiment experiment;
        const std::string problem = makeExperiment(directive, experiment);
        if (problem.empty()) out_.experiments.push_back(std::move(experiment));
        return problem;
    }

    std::string readAbout(const Directive& directive) {
        if (!directive.args.empty() || directive.values.empty()) return "about needs key=value pairs";
        for (const KeyValue& pair : directive.values) out_.about.push_back(pair);
        return "";
    }

    static std::string checkWorld(const Directive& directive) {
        return directive.values.empty() && directive.args.empty() ? "world needs key=value pairs" : "";
    }

    std::string readName(const Directive& directive, const DirectiveSite* site, DiagCode& code) {
        if (directive.args.size() != 1 || !directive.values.empty()) return "name needs exactly one name";
        if (site == nullptr) {
            code = DiagCode::DirectiveMisplaced;
            return "a name must stand directly above a go statement or a declaration";
        }
        const Name name = names_.intern(directive.args.front());
        if (GoStmt* stmt = asIf<GoStmt>(site->node)) {
            stmt->givenName = name;
        } else if (site->kind == DirectiveTarget::Statement) {
            FuncLit* started = functionGivenAway(*site->node);
            if (started == nullptr) {
                code = DiagCode::DirectiveMisplaced;
                return "a name must stand directly above a go statement, or a call with a function literal";
            }
            started->givenName = name;
        }
        return "";
    }

    /// The function literal that the statement's call is given, as in g.Go(func() error { … }), or null.
    static FuncLit* functionGivenAway(Node& stmt) {
        Expr* value = nullptr;
        if (const ExprStmt* alone = asIf<ExprStmt>(&stmt)) value = alone->expr;
        if (const AssignStmt* assigned = asIf<AssignStmt>(&stmt); assigned && assigned->right.size() == 1)
            value = assigned->right[0];
        const CallExpr* call = value == nullptr ? nullptr : asIf<CallExpr>(value);
        if (call == nullptr) return nullptr;
        for (Expr* argument : call->arguments) {
            if (FuncLit* literal = asIf<FuncLit>(argument)) return literal;
        }
        return nullptr;
    }

    /// The parameters of a `try` must be sliders, which may come later in the file.
    void checkParameters(const Directive& directive) {
        for (const KeyValue& pair : directive.values) {
            if (isExperimentKey(pair.key)) continue;
            const Slider* slider = out_.findSlider(pair.key);
            double value = 0;
            std::string problem;
            DiagCode code = DiagCode::ParameterMalformed;
            if (slider == nullptr) {
                code = DiagCode::ParameterUnknown;
                problem = "try names " + pair.key + ", which has no slider";
            } else if (!parseSliderValue(*slider, pair.value, value)) {
                problem = "try cannot set " + pair.key + " to " + pair.value;
            } else {
                code = DiagCode::ParameterOutOfRange;
                problem = rangeProblem(*slider, value);
            }
            if (!problem.empty()) report(code, directive.pos, directive.length, problem);
        }
    }

    File& file_;
    Interner& names_;
    Diagnostics& diagnostics_;
    std::vector<DirectiveSite> sites_;
    Directives out_;
};

}  // namespace

std::string splitDirective(std::string_view rest, Directive& out, size_t& errorAt) {
    const size_t total = rest.size();
    for (;;) {
        while (!rest.empty() && isBlankChar(rest.front())) rest.remove_prefix(1);
        errorAt = total - rest.size();
        if (rest.empty()) return "";
        if (rest.starts_with("->") && (rest.size() == 2 || isBlankChar(rest[2]))) {
            const std::string problem = splitClaimWords(rest.substr(2), out.claimWords);
            return problem.empty() && out.claimWords.empty() ? "nothing follows `->`" : problem;
        }
        const size_t length = keyLength(rest);
        std::string key(rest.substr(0, length));
        if (length > 0) rest.remove_prefix(length + 1);
        std::string value;
        const bool isQuoted = !rest.empty() && (rest.front() == '"' || rest.front() == '`');
        const std::string problem = takeValue(rest, value);
        if (!problem.empty()) return problem;
        if (length == 0) {
            out.args.push_back(std::move(value));
        } else {
            if (value.empty() && !isQuoted) return key + "= has no value";
            if (out.find(key) != nullptr) return key + "= stands twice";
            out.values.push_back({std::move(key), std::move(value)});
        }
    }
}

const std::string* Directive::find(std::string_view key) const {
    for (const KeyValue& pair : values) {
        if (pair.key == key) return &pair.value;
    }
    return nullptr;
}

const Slider* Directives::findSlider(std::string_view name) const {
    for (const Slider& slider : sliders) {
        if (slider.name == name) return &slider;
    }
    return nullptr;
}

Directives readDirectives(File& file, Interner& names, Diagnostics& diagnostics) {
    return DirectiveReader(file, names, diagnostics).read();
}

}  // namespace sluice
