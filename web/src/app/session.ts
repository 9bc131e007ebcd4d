// One visitor's program and its run: edits and sliders go in, a recorded run comes out. The panels
// listen; none of them talks to the engine itself.
//
// Invariants: at most one compile-and-run is under way; what is asked for meanwhile is done once, with
// the newest wishes, when it is over. `sliders` belong to `source`.

import type { Engine } from '../engine/client.ts';
import type {
  Compiled,
  Diagnostic,
  Experiment,
  Outcome,
  Report,
  RunOptions,
  Slider,
} from '../engine/protocol.ts';
import { Checkpoints } from '../model/checkpoints.ts';
import type { Finding, FoundIn } from '../model/findings.ts';
import type { Subject } from '../model/find_step.ts';
import { RunIndex } from '../model/run_index.ts';
import { TraceStore } from '../model/trace_store.ts';
import { Player } from '../player/player.ts';
import { DEFAULT_SEED, type Beginning } from '../share/link.ts';
import type { Seen } from '../stage/stage_view.ts';
import { Beside } from './beside.ts';
import { loadProgram, OWN_PROGRAM, OWN_PROGRAM_ID, type Program } from './catalogue.ts';
import { Emitter } from './emitter.ts';
import { Outside } from './outside.ts';
import { OwnPrograms } from './own_programs.ts';
import { parameterProblems, stripValues, withParameters } from './program_text.ts';
import { rewrite, valueText } from './slider_values.ts';
import { Stepping } from './stepping.ts';
import type { Ran, Status, Topic } from './topics.ts';

export type { Ran, Status, Topic };

/** Events recorded before the viewer comes near; programs that never end are run on from there. */
const AHEAD = 300_000;
const NEAR_END_STEPS = 20_000;
const LASTING_MS = 1500;
/** What the page shows while the first program is on its way. */
const NO_PROGRAM: Program = { id: '', title: '', source: '' };

export class Session extends Emitter<Topic> {
  program: Program = NO_PROGRAM;
  source = '';
  sliders: readonly Slider[] = [];
  diagnostics: readonly Diagnostic[] = [];
  experiments: readonly Experiment[] = [];
  seed = DEFAULT_SEED;
  processors = 0;
  /** What the outside world does, "SIGINT at=2s" …; undefined: what the program itself asks for. */
  inputs: readonly string[] | undefined;
  /** What the program asks for with //sluice:input. */
  usualInputs: readonly string[] = [];
  /** The panel that is open beside the stage. */
  tab = 'code';
  /** What else is open, by the names of `show` in a link. */
  readonly shown = new Set<string>();
  /** The experiment that a link names, by its place from 0; the Try it panel shows it and forgets it. */
  wantedExperiment: number | undefined;
  /** What could not be done of a link, one sentence each. */
  linkProblems: readonly string[] = [];
  status: Status = 'loading';
  /** Why the status is "failed". */
  failure = '';
  run: RunIndex | undefined;
  /** What `run` was made from: it can be made again, and looked into. */
  ran: Ran | undefined;
  /** What the visitor has picked on the stage. */
  selected: Subject | undefined;
  states: Checkpoints | undefined;
  /** What the stage shows, once there is one: for pictures of it. */
  seen: (() => Seen) | undefined;
  outcome: Outcome | undefined;
  readonly player = new Player();
  readonly stepping = new Stepping(this);
  private readonly wishes = new Map<string, number>();
  /** The values that the sliders have in the program as it comes. */
  private usual = new Map<string, number>();
  private firstParameters: Readonly<Record<string, string>> = {};
  /** The parameters came with a link: its mistakes are told. */
  private fromLink = false;
  private taking = 0;
  private working = false;
  private again = false;
  private startAtStep = -1;
  /** Plays on from there. */
  private playOn = false;
  private keepTime = false;
  readonly own = new OwnPrograms(this);
  readonly outside = new Outside(this);
  private asked = 0;
  private recording = 0;
  /** The run waits for the viewer to come nearer. */
  get holding(): boolean {
    return (this.run?.store.length ?? 0) >= this.asked;
  }

  /** Grows with every run that is shown. */
  runNumber = 0;
  /** The run has been going on for a while and has not ended: it may never do. */
  lasting = false;

  /** Events that have happened at the current step. */
  get eventsNow(): number {
    const { run, player } = this;
    return run === undefined || player.step < 0 ? 0 : run.steps.lastEvent(player.step) + 1;
  }

  constructor(
    readonly engine: Engine,
    private readonly autoplay: boolean,
  ) {
    super();
    this.player.onChange = () => {
      this.askForMore();
      this.emit('step');
    };
  }

  /** Opens a program with everything that a link says about it (share/session_link.ts reads links). */
  async begin(beginning: Beginning): Promise<void> {
    if (beginning.ownSource !== undefined) this.own.take(beginning.ownSource);
    this.linkProblems = beginning.problems;
    this.seed = beginning.seed;
    this.processors = beginning.processors;
    this.startAtStep = beginning.step;
    this.firstParameters = beginning.parameters;
    this.fromLink = true;
    await this.take(beginning.program);
  }

  /** The visitor has read what was wrong with the link. */
  forgetProblems(): void {
    this.linkProblems = [];
    this.emit('status');
  }

  choose(id: string): void {
    this.firstParameters = {};
    this.fromLink = false;
    this.linkProblems = [];
    this.startAtStep = -1;
    this.seed = DEFAULT_SEED;
    this.inputs = undefined;
    void this.take(id);
  }

  private async take(id: string): Promise<void> {
    const taking = ++this.taking;
    let program: Program;
    try {
      program = (await loadProgram(id)) ?? OWN_PROGRAM;
    } catch {
      if (taking !== this.taking) return;
      this.failure = 'The program could not be fetched. Is there a network?';
      this.setStatus('failed');
      return;
    }
    if (taking !== this.taking) return;
    this.program = program;
    this.source = program.id === OWN_PROGRAM_ID ? this.own.current() : program.source;
    this.wishes.clear();
    this.selected = undefined;
    this.stepping.take();
    this.sliders = [];
    this.diagnostics = [];
    this.experiments = [];
    this.emit('program');
    this.emit('source');
    this.launch();
  }

  /** The visitor has typed. */
  edit(source: string): void {
    if (source === this.source) return;
    this.source = source;
    this.own.edited(source);
    this.wishes.clear();
    this.request();
  }

  /** Takes what is in the editor and has not been taken yet; set by the editor. */
  takeTyped: () => void = () => {};

  get edited(): boolean {
    return (
      this.program.id !== OWN_PROGRAM_ID && stripValues(this.source) !== stripValues(this.program.source)
    );
  }

  /** The program of the catalogue as it was. */
  reset(): void {
    this.choose(this.program.id);
  }

  /** Picks a goroutine or an object, or nothing. */
  select(subject: Subject | undefined): void {
    const same = subject?.kind === this.selected?.kind && subject?.id === this.selected?.id;
    this.selected = same ? undefined : subject;
    this.emit('select');
    this.emit('frame');
  }

  setSlider(name: string, value: number): void {
    this.wishes.set(name, value);
    this.keepTime = !this.player.playing;
    this.request();
  }

  /** What a slider shows: the wish that is on its way, or the value in force. */
  sliderValue(slider: Slider): number {
    return this.wishes.get(slider.name) ?? slider.value;
  }

  /** The program that experiments are about: a catalogue's as it comes, one's own as it stands. */
  private get experimentSource(): string {
    return this.program.id === OWN_PROGRAM_ID || this.edited ? this.source : this.program.source;
  }

  /** Shows an experiment: what it changes, on the program as it was. */
  experiment(experiment: Experiment): void {
    this.source = this.experimentSource;
    this.firstParameters = experiment.parameters;
    this.fromLink = false;
    this.seed = experiment.seed;
    this.processors = experiment.processors;
    this.inputs = experiment.hasInputs ? experiment.inputs : undefined;
    this.wishes.clear();
    this.keepTime = false;
    this.player.playing = true;
    this.emit('source');
    this.request();
  }

  /** What comes of an experiment, judged by the engine. */
  conduct(experiment: Experiment): Promise<Report> {
    return this.engine.conduct(this.experimentSource, this.experiments.indexOf(experiment));
  }

  setSeed(seed: number): void {
    this.seed = seed >>> 0;
    this.keepTime = false;
    this.request();
  }

  setProcessors(processors: number): void {
    this.processors = processors;
    this.keepTime = !this.player.playing;
    this.request();
  }

  /** Other inputs, or undefined for the program's own. */
  setInputs(inputs: readonly string[] | undefined): void {
    this.inputs = inputs;
    this.keepTime = !this.player.playing;
    this.emit('inputs');
    this.request();
  }

  setTab(tab: string): void {
    this.tab = tab;
    this.emit('program');
  }

  /** The same program, different from now on: the step stays where it is. */
  rerunFrom(step: number, playing = false): void {
    this.player.pause();
    this.startAtStep = step;
    this.playOn = playing;
    this.launch();
  }

  /** Compiles and runs; holds are forgotten, because the moments they name are of another run. */
  request(): void {
    this.stepping.holds = [];
    this.launch();
  }

  private launch(): void {
    this.again = true;
    if (!this.working) void this.work();
  }

  private async work(): Promise<void> {
    this.working = true;
    while (this.again) {
      this.again = false;
      try {
        await this.compileAndRun();
      } catch (error) {
        if (this.again) continue;
        this.status = 'failed';
        this.failure = error instanceof Error ? error.message : String(error);
        this.engine.stop();
        this.emit('status');
      }
    }
    this.working = false;
  }

  private async compileAndRun(): Promise<void> {
    if (this.status !== 'loading') this.setStatus('busy');
    this.applyWishes();
    let source = this.source;
    let compiled = await this.engine.compile(source);
    if (this.again && source !== this.source) return;
    if (source === this.program.source) this.usual = new Map(compiled.sliders.map((s) => [s.name, s.value]));
    if (Object.keys(this.firstParameters).length > 0 && compiled.ok) {
      if (this.fromLink)
        this.linkProblems = [
          ...this.linkProblems,
          ...parameterProblems(compiled.sliders, this.firstParameters),
        ];
      this.source = withParameters(source, compiled.sliders, this.firstParameters);
      this.firstParameters = {};
      if (this.source !== source) {
        source = this.source;
        compiled = await this.engine.compile(source);
      }
      this.emit('source');
    }
    this.accept(compiled);
    if (!compiled.ok) {
      this.setStatus('invalid');
      return;
    }
    await this.record();
  }

  private applyWishes(): void {
    if (this.wishes.size === 0) return;
    this.source = rewrite(this.source, this.sliders, this.wishes);
    // Until the compiler has read them, sliders show what is wished: the next press of a key starts there.
    this.sliders = this.sliders.map((s) => ({ ...s, value: this.wishes.get(s.name) ?? s.value }));
    if (this.program.id === OWN_PROGRAM_ID) this.own.edited(this.source);
    this.wishes.clear();
    this.emit('source');
  }

  private accept(compiled: Compiled): void {
    this.sliders = compiled.ok || compiled.sliders.length > 0 ? compiled.sliders : this.sliders;
    this.diagnostics = compiled.diagnostics;
    this.usualInputs = compiled.directives.filter((d) => d.verb === 'input').map((d) => d.text);
    this.experiments = compiled.experiments;
    this.emit('program');
  }

  private setStatus(status: Status): void {
    this.status = status;
    this.emit('status');
  }

  /** The run beside this one, if there is one. */
  readonly beside = new Beside(this);
  /** Who looks for what went wrong; a figure has nobody. */
  found: FoundIn | undefined;
  /** What went wrong in the run so far. */
  get findings(): readonly Finding[] {
    const { run, states, outcome } = this;
    return (run && states && this.found?.of(run, states, outcome)) ?? [];
  }

  /** What a run of the program as it is now depends on besides its source. */
  runOptions(): RunOptions {
    return {
      seed: this.seed,
      processors: this.processors,
      inputs: this.outside.forEngine(),
      limits: {},
      ahead: AHEAD,
      schedule: this.stepping.schedule(),
    };
  }

  private async record(): Promise<void> {
    const store = new TraceStore();
    const run = new RunIndex(store, this.source);
    const recording = ++this.recording;
    const ran: Ran = { source: this.source, options: this.runOptions() };
    let shown = false;
    this.lasting = false;
    this.asked = AHEAD;
    const sink = {
      texts: (texts: readonly string[]): void => store.appendTexts(texts),
      records: (records: Uint8Array): void => {
        if (recording !== this.recording) return;
        store.append(records);
        run.extend(false);
        if (!shown && run.steps.length > 0) {
          shown = true;
          this.show(run, ran);
        } else if (shown) {
          this.reachStart(run, false);
          this.emit('run');
        }
      },
    };
    const finished = this.engine.run(ran.options, sink);
    const outcome = await this.orWish(finished);
    if (outcome === undefined) return;
    run.extend(true);
    if (!shown) this.show(run, ran);
    this.reachStart(run, true);
    this.outcome = outcome;
    this.lasting = false;
    this.player.complete = true;
    this.setStatus('ready');
    this.emit('run');
    this.emit('step');
  }

  /**
   * The outcome, or undefined as soon as something newer is wanted: the engine ends the old run by
   * itself.
   */
  private async orWish(finished: Promise<Outcome>): Promise<Outcome | undefined> {
    const begun = performance.now();
    for (;;) {
      const done = await Promise.race([
        finished,
        new Promise<undefined>((resolve) => setTimeout(resolve, 30, undefined)),
      ]);
      if (done !== undefined) return this.again && done.kind === 'stopped' ? undefined : done;
      if (this.again) {
        finished.catch(() => {});
        return undefined;
      }
      if (!this.lasting && performance.now() - begun > LASTING_MS) {
        this.lasting = true;
        this.emit('status');
      }
      if (this.status !== 'ready' && this.run !== undefined) this.setStatus('ready');
    }
  }

  private show(run: RunIndex, ran: Ran): void {
    const { player } = this;
    const time = player.timeNs;
    const first = this.run === undefined;
    const wasPlaying = player.playing;
    this.run = run;
    this.ran = ran;
    this.runNumber++;
    this.states = new Checkpoints(run.store);
    this.outcome = undefined;
    player.setRun(run, false);
    if (this.startAtStep >= 0) {
      player.playing = false;
      this.reachStart(run, false);
    } else if (this.keepTime && !first) player.seekTime(time);
    else if (wasPlaying || this.playOn || (first && this.autoplay)) player.play();
    this.keepTime = false;
    this.emit('run');
    this.emit('step');
  }

  /** Goes to the step that a link names as soon as that much has been recorded. */
  private reachStart(run: RunIndex, complete: boolean): void {
    const { startAtStep, player } = this;
    if (startAtStep < 0) return;
    const far = startAtStep >= run.steps.length;
    if (!complete && (far || player.playing)) return;
    this.startAtStep = -1;
    player.jump(startAtStep);
    if (this.playOn) player.play();
    this.playOn = false;
    this.stepping.arrive();
    if (far && complete && this.fromLink)
      this.linkProblems = [
        ...this.linkProblems,
        `This run has ${run.steps.length} steps; the link names step ${startAtStep + 1}.`,
      ];
  }

  /** Ends a run that goes on and on; what has been recorded stays. */
  halt(): void {
    this.engine.halt();
  }

  private askForMore(): void {
    const { run, player } = this;
    if (run === undefined || player.complete || player.length - player.step > NEAR_END_STEPS) return;
    if (run.store.length < this.asked) return;
    this.asked += AHEAD;
    this.engine.more(this.asked);
  }

  /** The sliders that are not at the program's usual values, as a link writes them. */
  changedParameters(): Record<string, string> {
    const parameters: Record<string, string> = {};
    for (const slider of this.sliders) {
      if (this.usual.get(slider.name) !== slider.value)
        parameters[slider.name] = valueText(slider, slider.value);
    }
    return parameters;
  }
}
