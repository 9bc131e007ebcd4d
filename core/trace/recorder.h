#pragma once
// Where events, texts, and the names of goroutines and objects are kept during a run.
//
// Invariants:
// - Text ids, object numbers and goroutine numbers count from 1 in the order of first appearance; 0 is
//   "none".
// - Numbers are given out whether or not recording is on, so that switching recording off changes nothing
//   else.
// - Appending never fails and never drops: a sink that is full keeps the rest aside, its room() is 0, and the
//   scheduler stops before the next operation.

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/assert.h"
#include "base/interner.h"
#include "trace/event.h"

namespace sluice {

/// A stretch of memory for events to come.
struct EventWindow {
    Event* begin = nullptr;
    Event* end = nullptr;
};

/// Where events go. Windows are handed out one after the other and filled in order.
class EventSink {
  public:
    virtual ~EventSink() = default;
    /// Says that the events up to `upTo` in the current window are final, and makes them visible to readers.
    virtual void publish(const Event* upTo) = 0;
    /// The window after the current one, which is now full. Never empty.
    virtual EventWindow nextWindow() = 0;
    /// Events that may be appended before the producer should stop until a reader has made room. More may
    /// come in one operation; they are kept.
    virtual uint64_t room() const { return UINT64_MAX; }
};

/// Keeps all events in memory, in chunks that never move.
class VectorSink final : public EventSink {
  public:
    static constexpr uint32_t kChunkEvents = 4096;  // 128 KiB: few allocations, little waste for short runs

    void publish(const Event* upTo) override;
    EventWindow nextWindow() override;

    /// Published events so far.
    uint64_t size() const { return size_; }
    const Event& operator[](uint64_t i) const {
        SLUICE_ASSERT(i < size_);
        return chunks_[i / kChunkEvents][i % kChunkEvents];
    }
    /// The chunk that starts at event `index * kChunkEvents`; `count` receives how many of its events are
    /// published.
    const Event* chunk(size_t index, uint32_t& count) const;

  private:
    std::vector<std::unique_ptr<Event[]>> chunks_;
    uint64_t size_ = 0;
};

/// A ring in memory the caller owns (static storage of the threaded bundle), read in place by another thread.
/// head and tail are event counts modulo 2^32; the slot of event i is i % capacity.
class RingSink final : public EventSink {
  public:
    /// @param capacity a power of two, at least 1024
    RingSink(Event* storage, uint32_t capacity, std::atomic<uint32_t>& head,
             const std::atomic<uint32_t>& tail);

    void publish(const Event* upTo) override;
    EventWindow nextWindow() override;
    /// What is free beyond a quarter of the slots, which are kept for operations that make many events; 0
    /// while events wait outside the ring.
    uint64_t room() const override;
    /// Moves events that were kept aside into the ring as far as there is room; publish() does it too.
    void drainOverflow();

  private:
    uint32_t freeSlots() const;

    Event* storage_;
    uint32_t capacity_;
    std::atomic<uint32_t>& head_;
    const std::atomic<uint32_t>& tail_;
    /// Events kept outside the ring while it has no room.
    struct Aside {
        std::unique_ptr<Event[]> events;
        uint32_t filled;
        uint32_t read;
    };

    Event* windowBegin_ = nullptr;
    uint32_t windowHead_ = 0;  ///< head when the current window was handed out
    bool windowInRing_ = false;
    std::vector<Aside> aside_;
};

/// Turns the image of a Go value into a short text. Implemented by the machine; called only while recording.
class ValueFormatter {
  public:
    virtual ~ValueFormatter() = default;
    /// True when values of `type` are one slot and print as that signed 64-bit integer (no String method).
    virtual bool isPlainInteger(uint32_t type) const = 0;
    /// Appends `image` as fmt's %v would print it, without running user code and without addresses, at most
    /// about kMaxValueText bytes ("…" marks a cut).
    virtual void format(const uint64_t* image, uint32_t type, std::string& out) = 0;
};

constexpr size_t kMaxValueText = 40;

/// What is known about a channel, mutex, timer … All texts are text ids.
struct ObjectInfo {
    uint32_t type = 0;      ///< "chan", "mutex", "rwmutex", "waitgroup", "cond", "once", "semaphore", "pool",
                            ///< "timer", "ticker", "context" …
    uint32_t name = 0;      ///< name of the variable or field it was made for; 0 = unnamed
    uint32_t element = 0;   ///< channels: the element type as %T prints it
    uint32_t capacity = 0;  ///< channels
    uint32_t parent = 0;    ///< object it belongs to (channel of a timer → timer, child context → parent)
    uint32_t maker = 0;     ///< goroutine
    uint32_t pos = 0;       ///< where it was made (or first used, for zero values)
    uint32_t ordinal = 0;   ///< 1, 2, 3 … among the objects with this name
};

/// What is known about a goroutine. All texts are text ids.
struct GoroutineInfo {
    uint32_t function = 0;  ///< as Go's traceback prints it: "main.worker", "main.main.func1"
    uint32_t name = 0;      ///< short name without number, see naming.h: "worker", "main.func1"
    uint32_t parent = 0;    ///< goroutine; 0 for main
    uint32_t pos = 0;       ///< the go statement
    uint32_t ordinal = 0;   ///< 1, 2, 3 … among the goroutines with this name
    bool system = false;    ///< not part of the program: not drawn, not counted
    int64_t createdNs = 0;
};

/// Who acts now; the scheduler keeps time, processor and goroutine, the machine keeps pos. emit() copies it.
struct Moment {
    int64_t time = 0;
    uint32_t goroutine = 0;
    uint32_t pos = 0;
    uint16_t processor = kNoProcessor;
};

/// See the head of the file.
class Recorder {
  public:
    /// @param sink where events go; null switches recording off. Must outlive the recorder.
    explicit Recorder(EventSink* sink);
    ~Recorder();
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    bool enabled() const { return sink_ != nullptr; }
    Moment& here() { return here_; }
    const Moment& here() const { return here_; }

    /// Appends one event of the current moment.
    void emit(EventKind kind, uint32_t object = 0, uint32_t a = 0, uint32_t b = 0) {
        if (sink_ == nullptr) return;
        append({here_.time, static_cast<uint16_t>(kind), here_.processor, here_.goroutine, object, here_.pos,
                a, b});
    }
    /// emit() for loops that call nothing, after canEmitQuick().
    void emitQuick(EventKind kind, uint32_t object, uint32_t a, uint32_t b) {
        if (sink_ == nullptr) return;
        *next_++ = {here_.time, static_cast<uint16_t>(kind), here_.processor, here_.goroutine, object,
                    here_.pos,  a, b};
    }
    bool canEmitQuick() const { return next_ != end_ || sink_ == nullptr; }
    /// Appends one event of another goroutine (or 0, the world) at the current time, on no processor when
    /// `goroutine` is 0.
    void emitAs(uint32_t goroutine, uint32_t pos, EventKind kind, uint32_t object = 0, uint32_t a = 0,
                uint32_t b = 0) {
        if (sink_ == nullptr) return;
        append({here_.time, static_cast<uint16_t>(kind), goroutine == 0 ? kNoProcessor : here_.processor,
                goroutine, object, pos, a, b});
    }
    /// Events appended so far.
    uint64_t count() const { return windowStart_ + static_cast<uint64_t>(next_ - begin_); }
    /// Makes everything appended so far visible to readers of the sink.
    void publish();
    /// Events that may be appended before the sink must be read.
    uint64_t room() const { return sink_ == nullptr ? UINT64_MAX : sink_->room(); }
    /// Runs stop when count() reaches this.
    void setEventLimit(uint64_t limit) { eventLimit_ = limit; }
    uint64_t eventLimit() const { return eventLimit_; }

    /// The id of a text, the same for equal texts; 0 for "". Texts beyond kMaxTextBytes in sum share one id
    /// ("…").
    uint32_t text(std::string_view text);
    /// The text with this id; "" for 0 and unknown ids.
    std::string_view textOf(uint32_t id) const;
    uint32_t textCount() const { return texts_.size(); }
    /// The text of a value word: a small integer or an interned text.
    std::string valueText(uint32_t word) const;

    void setFormatter(ValueFormatter* formatter) { formatter_ = formatter; }
    /// The value word for a Go value of run-time type `type`; 0 when recording is off.
    uint32_t value(const uint64_t* image, uint32_t type) {
        if (sink_ == nullptr) return 0;
        return valueSlow(image, type);
    }
    /// The same when the caller knows that the type is a plain integer.
    uint32_t integerValue(int64_t value) {
        if (sink_ == nullptr) return 0;
        return fitsSmallValue(value) ? smallValue(value) : integerSlow(value);
    }
    bool isPlainInteger(uint32_t type) const {
        return formatter_ != nullptr && formatter_->isPlainInteger(type);
    }

    /// Registers an object and returns its number. maker and pos are filled from here() when 0; ordinal is
    /// set. Emits nothing: the caller emits ChanMake or ObjectMake (see noteObject).
    uint32_t addObject(ObjectInfo info);
    /// addObject, and ObjectMake for it.
    uint32_t noteObject(std::string_view type, uint32_t name, uint32_t parent = 0);
    uint32_t objectCount() const { return objectCount_; }
    /// Registered facts; an empty record when recording is off or for unknown numbers.
    const ObjectInfo& object(uint32_t number) const;
    void renameObject(uint32_t number, uint32_t name);
    /// "jobs", "ch #2" when several share the name, "chan 7" when unnamed.
    std::string objectName(uint32_t number) const;

    /// Registers goroutine `number` (the next one: 1 + goroutineCount()).
    void addGoroutine(uint32_t number, GoroutineInfo info);
    uint32_t goroutineCount() const { return goroutineCount_; }
    const GoroutineInfo& goroutine(uint32_t number) const;
    /// Gives goroutine `number` another name (the program named it).
    void renameGoroutine(uint32_t number, std::string_view name);
    /// "main", "worker #2" (numbered only when several have the name), "the scheduler" for 0.
    std::string goroutineName(uint32_t number) const;

  private:
    void append(const Event& event) {
        if (next_ == end_) refill();
        *next_++ = event;
    }
    void refill();
    uint32_t valueSlow(const uint64_t* image, uint32_t type);
    uint32_t integerSlow(int64_t value);
    uint32_t nextOrdinal(std::vector<uint32_t>& counts, uint32_t name);

    EventSink* sink_;
    Event* begin_ = nullptr;
    Event* next_ = nullptr;
    Event* end_ = nullptr;
    uint64_t windowStart_ = 0;
    uint64_t eventLimit_ = UINT64_MAX;
    Moment here_;
    ValueFormatter* formatter_ = nullptr;
    Interner texts_;
    uint64_t textBytes_ = 0;
    uint32_t overflowText_ = 0;
    std::string scratch_;
    std::vector<ObjectInfo> objects_;
    std::vector<GoroutineInfo> goroutines_;
    std::vector<uint32_t> objectNames_;     // by text id: objects with this name
    std::vector<uint32_t> goroutineNames_;  // by text id: goroutines with this name
    uint32_t objectCount_ = 0;
    uint32_t goroutineCount_ = 0;
};

/// Most bytes of distinct texts a trace keeps; a program that prints for ever must not fill the tab.
constexpr uint64_t kMaxTextBytes = uint64_t{64} << 20;

}  // namespace sluice
