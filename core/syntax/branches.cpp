// Labels and branch statements of one function body (Go spec, "Labeled statements" to "Fallthrough
// statements").
//
// Invariants: a goto to a label further on stays in `forward` of its block until the label comes or the block
// ends, and then belongs to the enclosing block; what is left at the end jumps nowhere. Function literals are
// other bodies.
#include "base/assert.h"
#include "syntax/dump.h"
#include "syntax/parser_impl.h"

namespace sluice {

namespace {

struct Block {
    const Block* parent;
    Pos start;
    LabeledStmt* labeled;  // the label in front of the statement that this block belongs to, or null
};

struct Label {
    Block block;  // of the declaration
    const Block* blockId;
    LabeledStmt* stmt;
    bool isUsed;
};

/// What an unlabelled branch statement refers to.
struct Targets {
    Stmt* breaks = nullptr;
    Stmt* continues = nullptr;
    int caseIndex = -1;  // of the clause whose statement list this is, or -1
};

using Gotos = std::vector<BranchStmt*>;

class BranchChecker {
  public:
    explicit BranchChecker(Diagnostics& diagnostics)
        : diagnostics_(diagnostics), files_(diagnostics.files()) {}

    void check(BlockStmt* body) {
        const Gotos left = checkBlock(nullptr, Targets{}, nullptr, body->pos, body->stmts);
        for (const BranchStmt* stmt : left) {
            const std::string name(stmt->label->name.text());
            if (Label* label = find(stmt->label->name)) {
                label->isUsed = true;
                error(stmt->label,
                      "goto " + name + " jumps into block starting at " + files_.format(label->block.start));
            } else {
                error(stmt->label, "label " + name + " not defined");
            }
        }
        for (const Label& label : labels_) {
            if (label.isUsed) continue;
            const Ident* ident = label.stmt->label;
            error(ident, "label " + std::string(ident->name.text()) + " defined and not used");
        }
    }

  private:
    /// State of one statement list.
    struct Scan {
        const Block* block;
        Targets targets;
        Gotos forward;
        Gotos jumping;  // of `forward`: those that a declaration would be jumped over by
        Pos varPos;
        std::string varName;
        LabeledStmt* labeled = nullptr;
        size_t index = 0;
        size_t count = 0;
    };

    void error(const Node* node, std::string message) {
        diagnostics_.report(DiagCode::LabelError, node->pos, node->length(), std::move(message));
    }

    Label* find(Name name) {
        for (Label& label : labels_) {
            if (label.stmt->label->name == name) return &label;
        }
        return nullptr;
    }

    Gotos checkBlock(const Block* parent, Targets targets, LabeledStmt* labeled, Pos start,
                     List<Stmt*> stmts) {
        const Block block{parent, start, labeled};
        Scan scan;
        scan.block = &block;
        scan.targets = targets;
        scan.count = stmts.size();
        while (scan.count > 0 && isA<EmptyStmt>(stmts[scan.count - 1])) scan.count--;
        for (; scan.index < scan.count; scan.index++) {
            scan.labeled = nullptr;
            checkStmt(scan, stmts[scan.index]);
        }
        return scan.forward;
    }

    void checkInner(Scan& scan, Targets targets, Pos start, List<Stmt*> stmts) {
        const Gotos inner = checkBlock(scan.block, targets, scan.labeled, start, stmts);
        scan.forward.insert(scan.forward.end(), inner.begin(), inner.end());
    }

    void recordVar(Scan& scan, Pos pos, std::string name) {
        scan.varPos = pos;
        scan.varName = std::move(name);
        scan.jumping = scan.forward;
    }

    void checkStmt(Scan& scan, Stmt* stmt) {
        while (LabeledStmt* labeled = asIf<LabeledStmt>(stmt)) {
            declare(scan, labeled);
            stmt = labeled->stmt;
        }
        const Targets nested{scan.targets.breaks, scan.targets.continues, -1};
        switch (stmt->kind) {
            case NodeKind::DeclStmt: {
                const GenDecl* decl = as<GenDecl>(as<DeclStmt>(stmt)->decl);
                if (decl->token != Token::Var || decl->specs.empty()) break;
                const Ident* name = as<VarSpec>(decl->specs.front())->names.front();
                recordVar(scan, name->pos, std::string(name->name.text()));
                break;
            }
            case NodeKind::AssignStmt: {
                const AssignStmt* assign = as<AssignStmt>(stmt);
                if (assign->op != Token::Define) break;
                std::string text;
                for (const Expr* expr : assign->left) text += (text.empty() ? "" : ", ") + exprText(expr);
                recordVar(scan, assign->opPos, text);
                break;
            }
            case NodeKind::BranchStmt: checkBranch(scan, as<BranchStmt>(stmt)); break;
            case NodeKind::BlockStmt: checkInner(scan, nested, stmt->pos, as<BlockStmt>(stmt)->stmts); break;
            case NodeKind::IfStmt: {
                IfStmt* branch = as<IfStmt>(stmt);
                checkInner(scan, nested, branch->thenBlock->pos, branch->thenBlock->stmts);
                if (branch->elseStmt != nullptr) {
                    checkInner(scan, nested, branch->elseStmt->pos, {&branch->elseStmt, 1});
                }
                break;
            }
            case NodeKind::ForStmt: checkLoop(scan, stmt, as<ForStmt>(stmt)->body); break;
            case NodeKind::RangeStmt: checkLoop(scan, stmt, as<RangeStmt>(stmt)->body); break;
            case NodeKind::SwitchStmt: checkClauses(scan, stmt, as<SwitchStmt>(stmt)->clauses); break;
            case NodeKind::TypeSwitchStmt: checkClauses(scan, stmt, as<TypeSwitchStmt>(stmt)->clauses); break;
            case NodeKind::SelectStmt:
                for (CommClause* clause : as<SelectStmt>(stmt)->clauses) {
                    checkInner(scan, {stmt, scan.targets.continues, -1}, clause->pos, clause->body);
                }
                break;
            default: break;
        }
    }

    void checkLoop(Scan& scan, Stmt* loop, BlockStmt* body) {
        checkInner(scan, {loop, loop, -1}, body->pos, body->stmts);
    }

    void checkClauses(Scan& scan, Stmt* stmt, List<CaseClause*> clauses) {
        for (uint32_t i = 0; i < clauses.size(); i++) {
            const Targets targets{stmt, scan.targets.continues, static_cast<int>(i)};
            checkInner(scan, targets, clauses[i]->pos, clauses[i]->body);
        }
    }

    void declare(Scan& scan, LabeledStmt* stmt) {
        const Name name = stmt->label->name;
        if (name.isBlank()) return;
        scan.labeled = stmt;
        if (const Label* other = find(name)) {
            error(stmt->label, "label " + std::string(name.text()) + " already defined at " +
                                   files_.format(other->stmt->label->pos));
        } else {
            labels_.push_back({*scan.block, scan.block, stmt, false});
        }
        Gotos left;
        for (BranchStmt* jump : scan.forward) {
            if (jump->label->name != name) {
                left.push_back(jump);
                continue;
            }
            jump->target = stmt;
            find(name)->isUsed = true;
            for (const BranchStmt* jumping : scan.jumping) {
                if (jumping != jump || !scan.varPos.isValid()) continue;
                error(jump->label, "goto " + std::string(name.text()) + " jumps over declaration of " +
                                       scan.varName + " at " + files_.format(scan.varPos));
            }
        }
        scan.forward = left;
    }

    void checkBranch(Scan& scan, BranchStmt* stmt) {
        if (stmt->label != nullptr) return checkLabeledBranch(scan, stmt);
        if (stmt->token == Token::Break) {
            stmt->target = scan.targets.breaks;
            if (stmt->target == nullptr) error(stmt, "break is not in a loop, switch, or select");
        } else if (stmt->token == Token::Continue) {
            stmt->target = scan.targets.continues;
            if (stmt->target == nullptr) error(stmt, "continue is not in a loop");
        } else if (stmt->token == Token::Fallthrough) {
            checkFallthrough(scan, stmt);
        }
    }

    void checkFallthrough(const Scan& scan, const BranchStmt* stmt) {
        const char* message = "fallthrough statement out of place";
        if (isA<TypeSwitchStmt>(scan.targets.breaks)) {
            message = "cannot fallthrough in type switch";
        } else if (const SwitchStmt* parent = asIf<SwitchStmt>(scan.targets.breaks)) {
            if (scan.targets.caseIndex >= 0 && scan.index + 1 == scan.count) {
                const uint32_t next = static_cast<uint32_t>(scan.targets.caseIndex) + 1;
                if (next < parent->clauses.size()) return;
                message = "cannot fallthrough final case in switch";
            }
        }
        error(stmt, message);
    }

    void checkLabeledBranch(Scan& scan, BranchStmt* stmt) {
        const std::string name(stmt->label->name.text());
        Label* label = find(stmt->label->name);
        if (label != nullptr) label->isUsed = true;
        if (stmt->token == Token::Goto) {
            for (const Block* block = scan.block; label != nullptr && block != nullptr;
                 block = block->parent) {
                if (label->blockId == block) stmt->target = label->stmt;
            }
            if (stmt->target == nullptr) scan.forward.push_back(stmt);
            return;
        }
        const std::string word(tokenText(stmt->token));
        if (label == nullptr) {
            return error(stmt->label, word + " label not defined: " + name);
        }
        for (const Block* block = scan.block; block != nullptr; block = block->parent) {
            if (block->labeled != label->stmt) continue;
            Stmt* target = label->stmt->stmt;
            const bool isLoop = isA<ForStmt>(target) || isA<RangeStmt>(target);
            const bool isSwitch =
                isA<SwitchStmt>(target) || isA<TypeSwitchStmt>(target) || isA<SelectStmt>(target);
            if (isLoop || (isSwitch && stmt->token == Token::Break)) stmt->target = target;
            break;
        }
        if (stmt->target == nullptr) error(stmt->label, "invalid " + word + " label " + name);
    }

    Diagnostics& diagnostics_;
    const FileSet& files_;
    std::vector<Label> labels_;
};

}  // namespace

void checkBranches(BlockStmt* body, Diagnostics& diagnostics) { BranchChecker(diagnostics).check(body); }

}  // namespace sluice
