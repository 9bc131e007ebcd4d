// Names for goroutines, objects and types in the trace.
#include <algorithm>

#include "machine/machine.h"
#include "machine/machine_goroutine.h"
#include "trace/naming.h"

namespace sluice {

namespace {

/// Nested fields and elements are followed this deep; deeper ones keep the name found so far.
constexpr int kMaxPathDepth = 12;

/// Appends the path of what lies at byte `offset` inside a value of `type`: ".pool.mu", "[3].lock". A
/// struct's first
/// field has the struct's own address; the path goes on into it while it is a struct of the user or of
/// package sync.
void appendPath(const TypeTable& types, TypeId id, uint64_t slot, std::string& out) {
    for (int depth = 0; depth < kMaxPathDepth; ++depth) {
        const RType& type = types[id];
        if (type.kind == RKind::Struct && type.package != "sync" && type.package != "sync/atomic") {
            const RField* found = nullptr;
            for (const RField& field : type.fields) {
                const uint32_t size = types[field.type].slots;
                if (size != 0 && slot >= field.slotOffset && slot < uint64_t{field.slotOffset} + size)
                    found = &field;
            }
            if (found == nullptr) return;
            if (types[found->type].kind != RKind::Struct && types[found->type].kind != RKind::Array &&
                slot == 0 && depth == 0) {
                return;
            }
            if (!found->embedded || !found->exported) out += "." + found->name;
            slot -= found->slotOffset;
            id = found->type;
        } else if (type.kind == RKind::Array && types[type.elem].slots != 0) {
            const uint32_t stride = types[type.elem].slots;
            out += "[" + std::to_string(slot / stride) + "]";
            slot %= stride;
            id = type.elem;
        } else {
            return;
        }
    }
}

std::string withoutMain(const std::string& name) {
    return name.rfind("main.", 0) == 0 ? name.substr(5) : name;
}

}  // namespace

uint32_t Machine::nameOf(Slot pointer) {
    const ObjectRef object = pointerObject(pointer);
    if (object == 0) return 0;
    uint64_t slot = pointerOffset(pointer) / kSlotBytes;
    std::string name;
    if (object == globals_) {
        for (const GlobalVariable& global : program().globals) {
            const uint32_t size = types()[global.type].slots;
            if (slot < global.slot || slot >= uint64_t{global.slot} + size) continue;
            name = withoutMain(global.name);
            appendPath(types(), global.type, slot - global.slot, name);
        }
    } else {
        const ObjectHeader& header = heap_.header(object);
        if (header.site == 0 || header.site >= program().sites.size()) return 0;
        const Site& site = program().sites[header.site];
        name = site.name;
        TypeId type = site.type;
        if (type != 0) {
            // The site of a backing array has the slice's or the element's type.
            if (types()[type].kind == RKind::Slice || types()[type].kind == RKind::Pointer)
                type = types()[type].elem;
            const uint32_t stride = types()[type].slots;
            if (header.count > 1 && stride != 0) {
                name += "[" + std::to_string(slot / stride) + "]";
                slot %= stride;
            }
            appendPath(types(), type, slot, name);
        }
    }
    if (!name.empty() && name[0] == '.') name.erase(0, 1);
    return recorder().text(name);
}

uint32_t Machine::nameOfCall() {
    if (!recorder().enabled()) return 0;
    const auto& names = image().callNames;
    const std::pair<uint32_t, uint32_t> wanted{recorder().here().pos, 0};
    const auto found = std::lower_bound(names.begin(), names.end(), wanted);
    if (found == names.end() || found->first != wanted.first) return 0;
    return recorder().text(program().sites[found->second].name.substr(1));
}

uint32_t Machine::typeName(TypeId type) {
    if (type >= typeNames_.size()) return 0;
    if (typeNames_[type] == 0) typeNames_[type] = recorder().text(types()[type].name);
    return typeNames_[type];
}

void Machine::nameNext(Goroutine& g, Slot closure) {
    if (closure == 0 || !recorder().enabled()) return;
    const uint32_t function = static_cast<uint32_t>(heap_.slotAt(closure)[0]);
    static_cast<MachineGoroutine&>(g).nextName = goroutineNames(function, 0).name;
}

Machine::GoroutineNames Machine::goroutineNames(uint32_t function, uint32_t site) {
    if (site != 0 && siteNames_[site].function != 0 && siteNames_[site].owner == function)
        return siteNames_[site];
    GoroutineNames names;
    const std::string& full = image_.function(function).name;
    const std::string& given = program().sites[site].name;
    const std::string& own = image_.function(function).goroutineName;
    const bool isEntry = function == program().entryFunction;
    names.function = recorder().text(isEntry ? "main.main" : full);
    names.name = recorder().text(isEntry                       ? "main"
                                 : site != 0 && !given.empty() ? given
                                 : !own.empty()                ? own
                                                               : goroutineShortName(full));
    names.owner = function;
    if (site != 0) siteNames_[site] = names;
    return names;
}

}  // namespace sluice
