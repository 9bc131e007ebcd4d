#include "base/utf8.h"
#include "heap/strings.h"
#include "library/natives.h"
#include "library/unicode.h"

// Natives of strings and bytes. Parts of a string share its bytes, as in Go.

namespace sluice {
namespace {

NativeStatus setIndex(NativeCall& call, size_t index) {
    call.setInt(0, index == std::string_view::npos ? -1 : static_cast<int64_t>(index));
    return NativeStatus::Done;
}

/// The part [from, to) of the string at argument 0.
std::pair<Slot, Slot> partOf(NativeCall& call, size_t from, size_t to) {
    return {from == to ? 0 : call.arg(0) + from, to - from};
}

void setPart(NativeCall& call, size_t from, size_t to) {
    auto [pointer, length] = partOf(call, from, to);
    call.setGoString(0, {pointer, length});
}

bool contains(std::string_view set, const DecodedRune& rune, std::string_view bytes) {
    if (rune.valid) return set.find(bytes) != std::string_view::npos;
    // An invalid byte stands for U+FFFD, and so does one in the set.
    for (size_t i = 0; i < set.size();) {
        DecodedRune other = decodeRune(set.substr(i));
        if (other.rune == kRuneError) return true;
        i += other.width;
    }
    return false;
}

size_t trimLeft(std::string_view text, std::string_view cutset) {
    size_t at = 0;
    while (at < text.size()) {
        DecodedRune rune = decodeRune(text.substr(at));
        if (!contains(cutset, rune, text.substr(at, rune.width))) break;
        at += rune.width;
    }
    return at;
}

size_t trimRight(std::string_view text, std::string_view cutset) {
    size_t end = text.size();
    while (end > 0) {
        DecodedRune rune = decodeLastRune(text.substr(0, end));
        if (!contains(cutset, rune, text.substr(end - rune.width, rune.width))) break;
        end -= rune.width;
    }
    return end;
}

NativeStatus mapCase(NativeCall& call, RuneCase which) {
    std::string_view text = call.getString(0);
    std::string out;
    out.reserve(text.size());
    bool same = true;
    for (size_t at = 0; at < text.size();) {
        uint8_t byte = static_cast<uint8_t>(text[at]);
        if (byte < 0x80) {
            char mapped = static_cast<char>(runeTo(which, byte));
            same = same && mapped == text[at];
            out.push_back(mapped);
            at++;
            continue;
        }
        DecodedRune rune = decodeRune(text.substr(at));
        uint32_t mapped = runeTo(which, rune.rune);
        same = same && mapped == rune.rune && rune.valid;
        appendRune(out, mapped);
        at += rune.width;
    }
    call.charge(text.size());
    if (same)
        call.setGoString(0, call.getGoString(0));
    else
        call.setString(0, out);
    return NativeStatus::Done;
}

}  // namespace

NativeStatus nativeStringsIndex(NativeCall& call) {
    call.charge(call.arg(1) / 8);
    return setIndex(call, call.getString(0).find(call.getString(2)));
}

NativeStatus nativeStringsLastIndex(NativeCall& call) {
    call.charge(call.arg(1) / 8);
    return setIndex(call, call.getString(0).rfind(call.getString(2)));
}

NativeStatus nativeStringsIndexByte(NativeCall& call) {
    call.charge(call.arg(1) / 8);
    return setIndex(call, call.getString(0).find(static_cast<char>(call.arg(2))));
}

NativeStatus nativeStringsLastIndexByte(NativeCall& call) {
    call.charge(call.arg(1) / 8);
    return setIndex(call, call.getString(0).rfind(static_cast<char>(call.arg(2))));
}

NativeStatus nativeStringsIndexAny(NativeCall& call) {
    std::string_view text = call.getString(0);
    std::string_view set = call.getString(2);
    call.charge(text.size());
    for (size_t at = 0; at < text.size();) {
        DecodedRune rune = decodeRune(text.substr(at));
        if (contains(set, rune, text.substr(at, rune.width))) return setIndex(call, at);
        at += rune.width;
    }
    return setIndex(call, std::string_view::npos);
}

NativeStatus nativeStringsLastIndexAny(NativeCall& call) {
    std::string_view text = call.getString(0);
    std::string_view set = call.getString(2);
    call.charge(text.size());
    for (size_t end = text.size(); end > 0;) {
        DecodedRune rune = decodeLastRune(text.substr(0, end));
        end -= rune.width;
        if (contains(set, rune, text.substr(end, rune.width))) return setIndex(call, end);
    }
    return setIndex(call, std::string_view::npos);
}

NativeStatus nativeStringsCount(NativeCall& call) {
    std::string_view text = call.getString(0);
    std::string_view part = call.getString(2);
    call.charge(text.size());
    if (part.empty()) {
        call.result(0) = countRunes(text) + 1;
        return NativeStatus::Done;
    }
    uint64_t count = 0;
    for (size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size()))
        count++;
    call.result(0) = count;
    return NativeStatus::Done;
}

NativeStatus nativeStringsEqualFold(NativeCall& call) {
    std::string_view a = call.getString(0);
    std::string_view b = call.getString(2);
    call.charge(a.size());
    while (!a.empty() && !b.empty()) {
        DecodedRune x = decodeRune(a);
        DecodedRune y = decodeRune(b);
        if (x.rune != y.rune && foldRune(x.rune) != foldRune(y.rune)) break;
        a.remove_prefix(x.width);
        b.remove_prefix(y.width);
    }
    call.setBool(0, a.empty() && b.empty());
    return NativeStatus::Done;
}

NativeStatus nativeStringsToUpper(NativeCall& call) { return mapCase(call, RuneCase::Upper); }
NativeStatus nativeStringsToLower(NativeCall& call) { return mapCase(call, RuneCase::Lower); }
NativeStatus nativeStringsToTitle(NativeCall& call) { return mapCase(call, RuneCase::Title); }

NativeStatus nativeStringsToValidUtf8(NativeCall& call) {
    std::string_view text = call.getString(0);
    std::string_view replacement = call.getString(2);
    std::string out;
    bool bad = false;
    for (size_t at = 0; at < text.size();) {
        DecodedRune rune = decodeRune(text.substr(at));
        if (rune.valid)
            out.append(text.substr(at, rune.width));
        else if (!bad)
            out.append(replacement);
        bad = !rune.valid;
        at += rune.width;
    }
    call.setString(0, out);
    return NativeStatus::Done;
}

NativeStatus nativeStringsFields(NativeCall& call) {
    std::string_view text = call.getString(0);
    call.charge(text.size());
    std::vector<std::pair<Slot, Slot>> parts;
    size_t start = std::string_view::npos;
    for (size_t at = 0; at < text.size();) {
        DecodedRune rune = decodeRune(text.substr(at));
        bool space = isSpaceRune(rune.rune);
        if (space && start != std::string_view::npos) {
            parts.push_back(partOf(call, start, at));
            start = std::string_view::npos;
        } else if (!space && start == std::string_view::npos) {
            start = at;
        }
        at += rune.width;
    }
    if (start != std::string_view::npos) parts.push_back(partOf(call, start, text.size()));
    setStrings(call, 0, parts);
    return NativeStatus::Done;
}

NativeStatus nativeStringsTrimSpace(NativeCall& call) {
    std::string_view text = call.getString(0);
    size_t from = 0;
    while (from < text.size()) {
        DecodedRune rune = decodeRune(text.substr(from));
        if (!isSpaceRune(rune.rune)) break;
        from += rune.width;
    }
    size_t to = text.size();
    while (to > from) {
        DecodedRune rune = decodeLastRune(text.substr(from, to - from));
        if (!isSpaceRune(rune.rune)) break;
        to -= rune.width;
    }
    setPart(call, from, to);
    return NativeStatus::Done;
}

NativeStatus nativeStringsTrim(NativeCall& call) {
    std::string_view text = call.getString(0);
    size_t from = trimLeft(text, call.getString(2));
    size_t to = from == text.size() ? from : trimRight(text, call.getString(2));
    setPart(call, from, to);
    return NativeStatus::Done;
}

NativeStatus nativeStringsTrimLeft(NativeCall& call) {
    std::string_view text = call.getString(0);
    setPart(call, trimLeft(text, call.getString(2)), text.size());
    return NativeStatus::Done;
}

NativeStatus nativeStringsTrimRight(NativeCall& call) {
    setPart(call, 0, trimRight(call.getString(0), call.getString(2)));
    return NativeStatus::Done;
}

NativeStatus nativeStringsJoin(NativeCall& call) {
    GoSlice parts = call.getSlice(0);
    std::string_view separator = call.getString(3);
    std::string out;
    for (uint64_t i = 0; i < parts.length; i++) {
        const Slot* part = call.sliceElement(parts, i, 2);
        if (i > 0) out.append(separator);
        out.append(call.heap().view(part[0], part[1]));
        if (out.size() > call.heap().limitBytes()) break;
    }
    call.charge(out.size() / 8);
    call.setString(0, out);
    return NativeStatus::Done;
}

// Replace(s, old, new string, n int) string
NativeStatus nativeStringsReplace(NativeCall& call) {
    std::string_view text = call.getString(0);
    std::string_view old = call.getString(2);
    std::string_view fresh = call.getString(4);
    int64_t left = call.getInt(6);
    call.charge(text.size());
    if (left < 0) left = INT64_MAX;
    if (left == 0 || old == fresh) {
        call.setGoString(0, call.getGoString(0));
        return NativeStatus::Done;
    }
    std::string out;
    size_t at = 0;
    for (bool first = true; left > 0 && out.size() <= call.heap().limitBytes(); left--, first = false) {
        size_t next = text.find(old, at);
        if (old.empty() && !first)
            next = at == text.size() ? std::string_view::npos : at + decodeRune(text.substr(at)).width;
        if (next == std::string_view::npos) break;
        out.append(text.substr(at, next - at)).append(fresh);
        at = next + old.size();
    }
    out.append(text.substr(at));
    call.setString(0, out);
    return NativeStatus::Done;
}

// replacePairs(s string, pairs []string) string
NativeStatus nativeStringsReplacePairs(NativeCall& call) {
    std::string_view text = call.getString(0);
    GoSlice pairs = call.getSlice(2);
    std::vector<std::string_view> words;
    for (uint64_t i = 0; i < pairs.length; i++) {
        const Slot* word = call.sliceElement(pairs, i, 2);
        words.push_back(call.heap().view(word[0], word[1]));
    }
    call.charge(text.size() * (words.size() + 1));
    std::string out;
    bool afterMatch = false;
    for (size_t at = 0; at <= text.size();) {
        size_t match = words.size();
        for (size_t i = 0; i + 1 < words.size(); i += 2) {
            // An empty word matches between runes, but not right behind another match.
            if (text.substr(at, words[i].size()) != words[i] || (words[i].empty() && afterMatch)) continue;
            match = i;
            break;
        }
        afterMatch = match < words.size();
        if (afterMatch) {
            out.append(words[match + 1]);
            at += words[match].size();
            if (!words[match].empty()) continue;
        }
        if (at < text.size()) out.push_back(text[at]);
        at++;
        afterMatch = false;
    }
    call.setString(0, out);
    return NativeStatus::Done;
}

// split(s, sep string, keep, n int) []string
NativeStatus nativeStringsSplit(NativeCall& call) {
    std::string_view text = call.getString(0);
    std::string_view separator = call.getString(2);
    size_t keep = call.getUint(4);
    int64_t n = call.getInt(5);
    if (n == 0) return NativeStatus::Done;
    size_t most = n < 0 ? SIZE_MAX : static_cast<size_t>(n);
    call.charge(text.size());
    std::vector<std::pair<Slot, Slot>> parts;
    size_t at = 0;
    if (separator.empty()) {
        while (at < text.size() && parts.size() + 1 < most) {
            size_t width = decodeRune(text.substr(at)).width;
            if (at + width == text.size()) break;
            parts.push_back(partOf(call, at, at + width));
            at += width;
        }
        if (at < text.size()) parts.push_back(partOf(call, at, text.size()));
    } else {
        while (parts.size() + 1 < most) {
            size_t next = text.find(separator, at);
            if (next == std::string_view::npos) break;
            parts.push_back(partOf(call, at, next + keep));
            at = next + separator.size();
        }
        parts.push_back(partOf(call, at, text.size()));
    }
    setStrings(call, 0, parts);
    return NativeStatus::Done;
}

NativeStatus nativeStringsRepeat(NativeCall& call) {
    uint64_t length = call.arg(1);
    uint64_t count = call.getUint(2);
    if (length == 0 || count == 0) return NativeStatus::Done;
    uint64_t total = length * count;
    ObjectRef object = total > call.heap().limitBytes() ? 0 : call.heap().allocBytes(total);
    if (object == 0) return call.panicRuntime("makeslice: len out of range");
    std::string_view text = call.getString(0);
    uint8_t* out = call.heap().bytes(object);
    for (uint64_t i = 0; i < count; i++) std::memcpy(out + i * length, text.data(), length);
    call.charge(total / 8);
    call.setGoString(0, {makePointer(object), total});
    return NativeStatus::Done;
}

NativeStatus nativeStringsShare(NativeCall& call) {
    call.setGoString(0, call.getGoString(0));
    return NativeStatus::Done;
}

}  // namespace sluice
