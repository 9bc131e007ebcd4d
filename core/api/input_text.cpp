// Inputs as text: `SIGINT at=2s`, `HTTP at=300ms path=/slow count=3`, `STDIN text="a b"`.
#include <cctype>

#include "api/session.h"
#include "syntax/directives.h"

namespace sluice {

namespace {

/// Cuts `text` into words; double quotes keep spaces together and are removed. False when a quote is not
/// closed.
bool splitWords(std::string_view text, std::vector<std::string>& words) {
    std::string word;
    bool inWord = false, quoted = false;
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '\\' && i + 1 < text.size()) {
            const char next = text[++i];
            word += next == 'n' ? '\n' : next == 't' ? '\t' : next;
        } else if (c == '"') {
            quoted = !quoted;
            inWord = true;
        } else if (!quoted && std::isspace(static_cast<unsigned char>(c))) {
            if (inWord) words.push_back(std::move(word));
            word.clear();
            inWord = false;
        } else {
            word += c;
            inWord = true;
        }
    }
    if (inWord) words.push_back(std::move(word));
    return !quoted;
}

std::string upper(std::string text) {
    for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return text;
}

bool addValue(const std::string& key, const std::string& value, Input& input, std::string& error) {
    if (key != "at") {
        input.values.push_back({key, value});
        return true;
    }
    if (parseDuration(value, input.atNs) && input.atNs >= 0) return true;
    error = "at=" + value + " is not a time; write it like at=2s or at=300ms";
    return false;
}

}  // namespace

bool parseInput(std::string_view text, Input& input, std::string& error) {
    std::vector<std::string> words;
    if (!splitWords(text, words)) {
        error = "a quote is not closed";
        return false;
    }
    if (words.empty() || words[0].find('=') != std::string::npos) {
        error = "an input begins with its kind, for example SIGINT at=2s";
        return false;
    }
    input.kind = upper(words[0]);
    for (size_t i = 1; i < words.size(); ++i) {
        const size_t equals = words[i].find('=');
        if (equals == std::string::npos) {
            error = "\"" + words[i] + "\" is not key=value";
            return false;
        }
        if (!addValue(words[i].substr(0, equals), words[i].substr(equals + 1), input, error)) return false;
    }
    error = checkInput(input);
    return error.empty();
}

std::vector<Input> defaultInputs(const Compilation& compilation) {
    std::vector<Input> inputs;
    for (const Directive& directive : compilation.directives().all) {
        if (directive.verb != DirectiveVerb::Input || directive.args.empty()) continue;
        Input input;
        input.kind = upper(directive.args[0]);
        std::string error;
        bool good = true;
        for (const KeyValue& pair : directive.values)
            good = good && addValue(pair.key, pair.value, input, error);
        if (good && checkInput(input).empty()) inputs.push_back(std::move(input));
    }
    return inputs;
}

}  // namespace sluice
