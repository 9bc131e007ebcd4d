// A recorded run as text for other tools: comma-separated values, a trace for Perfetto and chrome://tracing,
// and the story in sentences. The first two are byte for byte what `sluicebox run --csv` and `--chrome`
// write; a browser test compares them.

import {
  EVENTS,
  EventKind as K,
  NO_PROCESSOR,
  WAIT_REASONS,
  type ArgumentKind,
} from '../generated/events.ts';
import type { Checkpoints } from '../model/checkpoints.ts';
import { formatTime, goDurationText } from '../model/format.ts';
import { captionOfStep, narrate, OUTCOMES, plainText } from '../model/narration.ts';
import type { RunIndex } from '../model/run_index.ts';

/** Events between two looks at the clock of the page, so that it stays alive. */
const SLICE = 4000;

export interface Recorded {
  readonly run: RunIndex;
  readonly states: Checkpoints;
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Every event with its sentence, in order. */
async function eachEvent(
  { run, states }: Recorded,
  visit: (i: number, sentence: string) => void,
): Promise<void> {
  const walk = states.another();
  for (let i = 0; i < run.store.length; i++) {
    visit(i, plainText(narrate(run, walk.at(i - 1), i)));
    if (i % SLICE === SLICE - 1) await pause();
  }
}

function setText(set: number): string {
  return `{${[...Array(32).keys()].filter((bit) => (set >>> bit) & 1).join(',')}}`;
}

/** An argument of an event in words; "" for none. */
function argumentText(run: RunIndex, kind: ArgumentKind, word: number, i: number): string {
  const { store, entities } = run;
  switch (kind) {
    case 'none':
    case 'timeHigh':
      return '';
    case 'number':
      return String(word);
    case 'signed':
      return String(word | 0);
    case 'value':
      return store.value(word);
    case 'text':
      return store.text(word);
    case 'goroutine':
      return word === 0 ? 'nobody' : entities.goroutineName(word);
    case 'message':
      return word === 0 ? '' : String(word);
    case 'reason':
      return WAIT_REASONS[word]?.text ?? '';
    case 'timeLow':
      return goDurationText(store.wide(i));
    case 'set':
      return setText(word);
    case 'object':
      return word === 0 ? '' : entities.objectName(word);
    case 'direction':
      return word === 0 ? 'receive from' : word === 1 ? 'send to' : 'wait for ever at';
    case 'outcome':
      return OUTCOMES[word] ?? 'ended';
  }
}

const field = (text: string): string => (/[,"\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

/** RFC 4180; the first line names the columns. */
export async function csvOf(recorded: Recorded): Promise<string> {
  const { run } = recorded;
  const { store, entities } = run;
  const rows = [
    'index,time_ns,event,processor,goroutine,goroutine_name,object,object_name,line,column,a,a_meaning,b,' +
      'b_meaning,sentence',
  ];
  await eachEvent(recorded, (i, sentence) => {
    const info = EVENTS[store.kind(i)]!;
    const g = store.goroutine(i);
    const object = store.object(i);
    const pos = store.pos(i);
    const processor = store.processor(i);
    const hasB = info.bKind !== 'none' && info.bKind !== 'timeHigh';
    rows.push(
      [
        String(i),
        String(store.time(i)),
        info.word,
        processor === NO_PROCESSOR ? '' : String(processor),
        String(g),
        g === 0 ? '' : entities.goroutineName(g),
        object === 0 ? '' : String(object),
        object === 0 ? '' : entities.objectName(object),
        pos === 0 ? '' : String(pos >>> 12),
        pos === 0 ? '' : String(pos & 0xfff),
        argumentText(run, info.aKind, store.a(i), i),
        info.aKind === 'none' ? '' : info.a,
        argumentText(run, info.bKind, store.b(i), i),
        hasB ? info.b : '',
        sentence,
      ]
        .map(field)
        .join(','),
    );
  });
  return `${rows.join('\r\n')}\r\n`;
}

/** The captions of all steps, each with its virtual time. */
export async function storyOf({ run, states }: Recorded, title: string): Promise<string> {
  const walk = states.another();
  const lines = [title, ''];
  for (let step = 0; step < run.steps.length; step++) {
    const core = run.steps.coreEvent(step);
    const time = formatTime(run.store.time(core), run.store.endTime);
    lines.push(`${time}  ${plainText(captionOfStep(run, walk.at(core - 1), step))}`);
    if (step % SLICE === SLICE - 1) await pause();
  }
  return `${lines.join('\n')}\n`;
}

const unicode = (c: string): string => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;
const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&').replace(/[\0-\x1f]/g, unicode)}"`;

function microseconds(ns: number): string {
  return `${Math.floor(ns / 1000)}.${String(ns % 1000).padStart(3, '0')}`;
}

interface Track {
  state: string;
  since: number;
  processor: number;
  wokenBy: number;
}

/** Follows what each goroutine and processor does and writes it as slices, counters and arrows. */
class ChromeWriter {
  private readonly items: string[] = [];
  private readonly tracks: Track[] = [];
  private readonly counts = new Map<number, number>();
  private readonly known: number;

  constructor(private readonly run: RunIndex) {
    this.known = Math.max(0, ...run.entities.goroutines.keys());
    this.item('"ph":"M","pid":1,"name":"process_name","args":{"name":"goroutines"}');
    this.item('"ph":"M","pid":2,"name":"process_name","args":{"name":"processors"}');
    for (let g = 0; g <= this.known; g++) {
      this.tracks.push({ state: '', since: 0, processor: -1, wokenBy: 0 });
      if (g > 0)
        this.item(
          `"ph":"M","pid":1,"tid":${g},"name":"thread_name",` +
            `"args":{"name":${quoted(run.entities.goroutineName(g))}}`,
        );
    }
  }

  text(): string {
    const { store } = this.run;
    for (let g = 1; g <= this.known; g++) this.close(g, store.endTime);
    return `{"displayTimeUnit":"ns","traceEvents":[\n${this.items.join(',\n')}\n]}\n`;
  }

  private item(body: string): void {
    this.items.push(`{${body}}`);
  }

  private slice(pid: number, tid: number, name: string, from: number, to: number): void {
    this.item(
      `"ph":"X","pid":${pid},"tid":${tid},"name":${quoted(name)},"ts":${microseconds(from)},` +
        `"dur":${microseconds(to - from)}`,
    );
  }

  private close(g: number, now: number): void {
    const track = this.tracks[g]!;
    if (track.state !== '') this.slice(1, g, track.state, track.since, now);
    if (track.processor >= 0)
      this.slice(2, track.processor, this.run.entities.goroutineName(g), track.since, now);
    track.processor = -1;
    track.state = '';
  }

  private open(g: number, state: string, now: number, processor = -1): void {
    this.close(g, now);
    Object.assign(this.tracks[g]!, { state, since: now, processor });
  }

  private flow(phase: string, id: number, g: number, now: number): void {
    this.item(
      `"ph":"${phase}","cat":"wake","name":"wakes","bp":"e","id":${id},"pid":1,"tid":${g},` +
        `"ts":${microseconds(now)}`,
    );
  }

  follow(i: number, sentence: string): void {
    const { store } = this.run;
    const kind = store.kind(i);
    const g = store.goroutine(i);
    const other = store.a(i);
    const time = store.time(i);
    const known = g !== 0 && g <= this.known;
    if (kind === K.GoCreate) {
      if (other <= this.known) this.open(other, 'runnable', time);
      return;
    }
    if (kind === K.GoUnblock) {
      if (other > this.known) return;
      this.open(other, 'runnable', time);
      if (!known) return;
      this.tracks[other]!.wokenBy = i + 1;
      return this.flow('s', i + 1, g, time);
    }
    if (kind === K.GoStart) return known ? this.started(g, i) : undefined;
    if (kind === K.ChanSendBuffer || kind === K.ChanRefill) this.count(i, 1);
    if (kind === K.ChanRecvBuffer) this.count(i, -1);
    if (known) this.instant(i, g, sentence);
  }

  private started(g: number, i: number): void {
    const { store } = this.run;
    const processor = store.processor(i);
    this.open(g, 'running', store.time(i), processor === NO_PROCESSOR ? -1 : processor);
    const track = this.tracks[g]!;
    if (track.wokenBy !== 0) this.flow('f', track.wokenBy, g, store.time(i));
    track.wokenBy = 0;
  }

  private instant(i: number, g: number, sentence: string): void {
    const { store, entities } = this.run;
    const info = EVENTS[store.kind(i)]!;
    const time = store.time(i);
    this.item(
      `"ph":"i","s":"t","pid":1,"tid":${g},"name":${quoted(info.word)},"ts":${microseconds(time)},` +
        `"args":{"what":${quoted(sentence)},"line":${store.line(i)}}`,
    );
    if (info.change === 'end') this.close(g, time);
    else if (info.change === 'ready') this.open(g, 'runnable', time);
    else if (info.change === 'sleep') this.open(g, 'sleep', time);
    else if (info.change === 'block') {
      const object = store.object(i);
      this.open(g, `blocked: ${object === 0 ? info.word : entities.objectName(object)}`, time);
    }
  }

  private count(i: number, by: number): void {
    const { store, entities } = this.run;
    const object = store.object(i);
    const count = (this.counts.get(object) ?? 0) + by;
    this.counts.set(object, count);
    this.item(
      `"ph":"C","pid":1,"name":${quoted(entities.objectName(object))},"ts":${microseconds(store.time(i))},` +
        `"args":{"buffered":${count}}`,
    );
  }
}

/** Chrome's trace-event JSON, for ui.perfetto.dev and chrome://tracing. */
export async function chromeTraceOf(recorded: Recorded): Promise<string> {
  const writer = new ChromeWriter(recorded.run);
  await eachEvent(recorded, (i, sentence) => writer.follow(i, sentence));
  return writer.text();
}
