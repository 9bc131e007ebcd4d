// An engine for looking at the page without one: it plays the simulated worker pool, whatever the source
// says, and reads sliders with regular expressions. Only development uses it.

import { EVENT_OFFSETS, EventKind, RECORD_BYTES } from '../../src/generated/events.ts';
import { unpackTexts } from '../../src/engine/ring_reader.ts';
import type { Engine, RunSink } from '../../src/engine/client.ts';
import type { Compiled, Outcome, Report, RunOptions, Slider } from '../../src/engine/protocol.ts';
import { parseValue } from '../../src/app/slider_values.ts';
import { pipelineTrace, workerPoolTrace } from '../fake/programs.ts';

const SLIDER = /^\/\/sluice:slider ([^\n]*)\n(const (\w+) = )(.+)$/gm;
const encoder = new TextEncoder();

function readSliders(source: string): Slider[] {
  return [...source.matchAll(SLIDER)].map((match) => {
    const options = match[1]!;
    const text = match[4]!;
    const kind = text.includes('time.') ? 'duration' : 'int';
    const option = (name: string): string => new RegExp(`${name}=(\\S+)`).exec(options)?.[1] ?? '';
    const base = { kind } as Slider;
    const value = kind === 'int' ? Number(text) : goDuration(text);
    const before = source.slice(0, match.index + match[0].length - text.length);
    return {
      name: match[3]!,
      label: /label="([^"]*)"/.exec(options)?.[1] ?? '',
      kind,
      value,
      min: parseValue(base, option('min')),
      max: parseValue(base, option('max')),
      step: kind === 'int' ? 1 : 0,
      log: /\blog\b/.test(options),
      line: before.split('\n').length,
      column: 1,
      offset: encoder.encode(before).length,
      length: encoder.encode(text).length,
    };
  });
}

function goDuration(text: string): number {
  const units: Record<string, number> = { Second: 1e9, Millisecond: 1e6, Microsecond: 1e3, Minute: 60e9 };
  const match = /^(?:(\d+) \* )?time\.(\w+)$/.exec(text);
  return match === null ? 0 : Number(match[1] ?? 1) * (units[match[2]!] ?? 1);
}

/** A file that `sluicebox run --raw` has written: records up to the end of the run, then the texts. */
async function playRecorded(address: string, sink: RunSink): Promise<Outcome> {
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  const view = new DataView(bytes.buffer);
  let count = 0;
  while (view.getUint16(count * RECORD_BYTES + EVENT_OFFSETS.kind, true) !== EventKind.RunEnd) count++;
  const end = (count + 1) * RECORD_BYTES;
  sink.texts(unpackTexts(bytes.subarray(end)).slice(1));
  sink.records(bytes.subarray(0, end));
  return { kind: 'done', exitCode: 0, message: '', timeNs: 0, events: 0, instructions: 0, schedule: '' };
}

export class FakeEngine implements Engine {
  private sliders: Slider[] = [];
  private source = '';

  load(): Promise<{ version: string; threaded: boolean }> {
    return Promise.resolve({ version: 'fake', threaded: false });
  }

  compile(source: string): Promise<Compiled> {
    this.sliders = readSliders(source);
    this.source = source;
    const broken = /undefined_name/.exec(source);
    const line = broken === null ? 0 : source.slice(0, broken.index).split('\n').length;
    const column = broken === null ? 0 : broken.index - source.lastIndexOf('\n', broken.index);
    return Promise.resolve({
      ok: broken === null,
      sliders: this.sliders,
      directives: [],
      experiments: [],
      packageComment: '',
      diagnostics:
        broken === null
          ? []
          : [
              {
                line,
                column,
                offset: broken.index,
                length: 14,
                severity: 'error',
                code: 'undeclared',
                message: 'undefined: undefined_name',
                hint: 'declare it first',
              },
            ],
    });
  }

  async run(options: RunOptions, sink: RunSink): Promise<Outcome> {
    const recorded = new URLSearchParams(location.search).get('raw');
    if (recorded !== null) return playRecorded(recorded, sink);
    return this.simulate(options, sink);
  }

  conduct(): Promise<Report> {
    return Promise.reject(new Error('the simulation has no experiments'));
  }

  private simulate(_options: RunOptions, sink: RunSink): Promise<Outcome> {
    const value = (name: string, fallback: number): number =>
      this.sliders.find((s) => s.name === name)?.value ?? fallback;
    const trace = this.source.includes('func square')
      ? pipelineTrace(2, 5)
      : workerPoolTrace({
          workers: Number(new URLSearchParams(location.search).get('fakeWorkers') ?? value('numWorkers', 3)),
          jobs: value('numJobs', 8),
          jobsBuffer: value('jobsBuffer', 5),
          resultsBuffer: value('resultsBuffer', 0),
          workMs: value('workTime', 5e8) / 1e6,
        });
    sink.texts(trace.texts);
    sink.records(trace.records);
    return Promise.resolve({
      kind: 'done',
      exitCode: 0,
      message: '',
      timeNs: 0,
      events: 0,
      instructions: 0,
      schedule: '',
    });
  }

  more(): void {}
  halt(): void {}
  stateAt(): Promise<string> {
    return Promise.resolve('');
  }
  inspectStart(): Promise<void> {
    return Promise.resolve();
  }
  inspect(): Promise<string> {
    return Promise.resolve('');
  }
  inspectStatement(): Promise<string> {
    return Promise.resolve('');
  }
  inspectHits(): Promise<string> {
    return Promise.resolve('');
  }
  inspectParts(): Promise<string> {
    return Promise.resolve('');
  }
  measure(): Promise<never> {
    return Promise.reject(new Error('the simulation cannot measure'));
  }
  another(): Engine {
    return this;
  }
  narrate(): Promise<string> {
    return Promise.resolve('');
  }
  format(source: string): Promise<string> {
    return Promise.resolve(source);
  }
  stop(): void {}
}
