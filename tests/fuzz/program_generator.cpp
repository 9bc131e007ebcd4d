#include "program_generator.h"

namespace sluice::fuzz {

namespace {

/// Nesting of blocks and expressions: deep enough for closures in selects in loops, small enough to read a
/// crash.
constexpr uint32_t kMaxDepth = 4;
constexpr uint32_t kMaxStatements = 40;

/// Writes statements over a fixed set of variables: ints a…d, slice s, map m, string t, channels c0
/// (unbuffered), c1 (2 slots), mutex mu, wait group wg, pointer p, interface v, array g, struct q.
class Generator {
  public:
    explicit Generator(Bytes& bytes) : bytes_(bytes) {}

    std::string program() {
        out_ =
            "package main\n\nimport (\n\t\"errors\"\n\t\"fmt\"\n\t\"runtime\"\n\t\"sync\"\n\t\"time\"\n)\n\n"
            "type pair struct {\n\tx, y int\n\tname string\n}\n\n"
            "func (q pair) sum() int   { return q.x + q.y }\n"
            "func (q *pair) grow(n int) { q.x += n }\n\n"
            "type summer interface{ sum() int }\n\n"
            "func twice[T any](f func(T) T, x T) T { return f(f(x)) }\n\n"
            "func main() {\n"
            "\ta, b, c, d := 1, 2, 3, 4\n\ts := []int{1, 2, 3}\n\tm := map[int]string{1: \"one\"}\n\tt := "
            "\"text\"\n"
            "\tc0, c1 := make(chan int), make(chan int, 2)\n\tvar mu sync.Mutex\n\tvar wg sync.WaitGroup\n"
            "\tp := &a\n\tvar v any = 1\n\tvar g [3]int\n\tq := pair{1, 2, \"q\"}\n"
            "\t_, _, _, _, _, _, _ = c0, c1, p, v, g, q, d\n\t_, _, _, _, _ = b, c, s, m, t\n"
            "\tdefer mu.TryLock()\n\tdefer wg.Wait()\n\t_, _, _ = errors.New, runtime.Gosched, time.Sleep\n";
        block(1);
        out_ += "\tfmt.Println(a, b, c, d, s, len(m), t, g, q)\n}\n";
        return out_;
    }

  private:
    void line(uint32_t depth, const std::string& text) { out_ += std::string(depth, '\t') + text + "\n"; }

    std::string integer(uint32_t depth) {
        static const char* const kSimple[] = {"a",      "b",    "c",   "d",  "-a",     "-b",
                                              "len(s)", "g[1]", "q.x", "*p", "len(t)", "cap(c1)"};
        if (depth >= kMaxDepth || bytes_.coin()) return kSimple[bytes_.below(12)];
        const std::string left = integer(depth + 1);
        switch (bytes_.below(12)) {
            case 0: return "(" + left + " + " + integer(depth + 1) + ")";
            case 1: return "(" + left + " * " + integer(depth + 1) + ")";
            case 2: return "(" + left + " / " + integer(depth + 1) + ")";
            case 3: return "(" + left + " & " + integer(depth + 1) + ")";
            case 4: return "(" + left + " << (uint(" + integer(depth + 1) + ") % 70))";
            case 5: return "s[" + left + "]";
            case 6: return "g[" + std::string("abcd").substr(bytes_.below(4), 1) + "]";
            case 7: return "min(" + left + ", a)";
            case 8: return "q.sum()";
            case 9: return "int(int8(" + left + "))";
            case 10: return "twice(func(n int) int { return n + a }, " + left + ")";
            default: return "len(m[" + left + "])";
        }
    }

    std::string condition(uint32_t depth) {
        static const char* const kCompare[] = {" < ", " == ", " >= ", " != "};
        return integer(depth) + kCompare[bytes_.below(4)] + integer(depth);
    }

    void block(uint32_t depth) {
        const uint32_t count = 1 + bytes_.below(5);
        for (uint32_t i = 0; i < count && statements_ < kMaxStatements; ++i) statement(depth);
    }

    void nested(uint32_t depth, const std::string& head, const std::string& tail = "}") {
        line(depth, head);
        block(depth + 1);
        line(depth, tail);
    }

    void statement(uint32_t depth) {
        ++statements_;
        static const char* const kNames[] = {"a", "b", "c", "d"};
        const std::string name = kNames[bytes_.below(4)];
        const uint32_t kind = bytes_.below(depth < kMaxDepth ? 28 : 18);
        switch (kind) {
            case 0: return line(depth, name + " = " + integer(depth));
            case 1: return line(depth, name + " += " + integer(depth));
            case 2: return line(depth, "s = append(s, " + integer(depth) + ")");
            case 3: return line(depth, "m[" + integer(depth) + "] = t");
            case 4: return line(depth, "t += fmt.Sprint(" + name + ")");
            case 5: return line(depth, "c1 <- " + integer(depth));
            case 6: return line(depth, name + " = <-c1");
            case 7: return line(depth, "c0 <- " + integer(depth));
            case 8: return line(depth, name + ", _ = <-c0");
            case 9:
                return line(depth, "time.Sleep(time.Duration(" + integer(depth) + "%5) * time.Millisecond)");
            case 10: return line(depth, "runtime.Gosched()");
            case 11: return line(depth, "q.grow(" + integer(depth) + ")");
            case 12: return line(depth, "v = " + std::string(bytes_.coin() ? "q" : "t"));
            case 13: return line(depth, "p = &" + name);
            case 14: return line(depth, "delete(m, " + integer(depth) + ")");
            case 15: return line(depth, "s, g[0] = s[min(len(s), 1):], " + integer(depth));
            case 16:
                return line(depth, "if w, ok := v.(summer); ok {\n" + std::string(depth, '\t') + "\t" + name +
                                       " = w.sum()\n" + std::string(depth, '\t') + "}");
            case 17: return line(depth, bytes_.coin() ? "mu.Lock()" : "mu.Unlock()");
            case 18: return nested(depth, "if " + condition(depth) + " {");
            case 19:
                return nested(depth, "for i := range min(" + integer(depth) + ", 5) {\n" +
                                         std::string(depth, '\t') + "\t_ = i");
            case 20: return nested(depth, "go func() {", "}()");
            case 21:
                return nested(depth,
                              "func() {\n" + std::string(depth, '\t') + "\tdefer func() { v = recover() }()",
                              "}()");
            case 22:
                return nested(depth,
                              "wg.Add(1)\n" + std::string(depth, '\t') + "go func() {\n" +
                                  std::string(depth, '\t') + "\tdefer wg.Done()",
                              "}()");
            case 23: return selection(depth);
            case 24:
                return nested(depth,
                              "for k := range m {\n" + std::string(depth, '\t') + "\t" + name + " = k");
            case 25:
                return nested(depth,
                              "switch " + integer(depth) + " {\n" + std::string(depth, '\t') + "case 1:");
            case 26: return nested(depth, "defer func() {", "}()");
            default: return nested(depth, "for n := 0; n < 3; n++ {");
        }
    }

    void selection(uint32_t depth) {
        line(depth, "select {");
        line(depth, bytes_.coin() ? "case a = <-c0:" : "case c0 <- b:");
        block(depth + 1);
        line(depth, bytes_.coin() ? "case c, ok := <-c1:\n" + std::string(depth, '\t') + "\t_, _ = c, ok"
                                  : "case c1 <- d:");
        if (bytes_.coin()) line(depth, "case <-time.After(time.Millisecond):");
        if (bytes_.coin()) line(depth, "default:");
        line(depth, "}");
    }

    Bytes& bytes_;
    std::string out_;
    uint32_t statements_ = 0;
};

}  // namespace

std::string generateProgram(Bytes& bytes) { return Generator(bytes).program(); }

}  // namespace sluice::fuzz
