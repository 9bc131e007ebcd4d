// What an embed can be told to do, and what it says about itself, in terms of its session.

import type { SluiceBoxCommand, SluiceBoxProgram, SluiceBoxState } from '../../public/sluice-box.d.ts';
import type { Session } from '../app/session.ts';
import { parseValue, valueText } from '../app/slider_values.ts';
import { captionOfStep, plainText } from '../model/narration.ts';
import { readInputs } from '../model/outside.ts';
import { SPEEDS } from '../player/player.ts';
import { DEFAULT_SEED, type Link } from '../share/link.ts';
import { openLink } from '../share/session_link.ts';
import type { Actor } from './host.ts';
import type { RangePlayer } from './range_player.ts';
import { applyColors, applyTheme } from './theme.ts';

/** A run that takes longer than this is answered for as it stands. */
const PATIENCE_MS = 10_000;

export class SessionActor implements Actor {
  constructor(
    private readonly session: Session,
    private readonly range: RangePlayer,
    private readonly engineLine: () => string,
  ) {}

  state(): SluiceBoxState {
    const { session } = this;
    const { player, run, states, outcome } = session;
    const last = run === undefined || player.step < 0 ? -1 : run.steps.lastEvent(player.step);
    const before =
      run === undefined || player.step < 0
        ? undefined
        : states?.another().at(run.steps.coreEvent(player.step) - 1);
    return {
      program: session.program.id,
      source: session.source,
      seed: session.seed,
      step: player.step,
      steps: player.length,
      complete: player.complete,
      playing: player.playing,
      speed: player.speed,
      timeNs: player.timeNs,
      sentence:
        run === undefined || before === undefined ? '' : plainText(captionOfStep(run, before, player.step)),
      parameters: session.sliders.map((slider) => ({
        name: slider.name,
        value: valueText(slider, session.sliderValue(slider)),
        min: valueText(slider, slider.min),
        max: valueText(slider, slider.max),
      })),
      outcome: outcome?.kind ?? '',
      exitCode: outcome?.exitCode ?? 0,
      output:
        run?.outputs
          .slice(0, run.outputsUpTo(last))
          .map((line) => line.text)
          .join('') ?? '',
      engine: this.engineLine(),
    };
  }

  async perform(command: SluiceBoxCommand): Promise<void> {
    const { session, range } = this;
    const { player } = session;
    switch (command.type) {
      case 'play':
        return range.play();
      case 'pause':
        return range.pause();
      case 'getState':
        return;
      case 'seek':
        range.touch();
        player.pause();
        return player.jump(command.step);
      case 'step':
        range.touch();
        return player.stepBy(command.by ?? 1);
      case 'setSpeed':
        return player.setSpeed(
          [...SPEEDS].sort((p, q) => Math.abs(p - command.speed) - Math.abs(q - command.speed))[0]!,
        );
      case 'theme':
        applyColors(command.colors ?? {});
        return applyTheme(command.theme);
      case 'setParameter':
        return this.setParameter(command.name, command.value);
      case 'load':
        return this.load(command);
    }
  }

  private async setParameter(name: string, text: string): Promise<void> {
    const { session } = this;
    const slider = session.sliders.find((s) => s.name === name);
    if (slider === undefined) throw new Error(`this program has no slider called “${name}”`);
    const value = parseValue(slider, text);
    if (!Number.isFinite(value)) throw new Error(`${name} cannot be “${text}”`);
    const done = this.settled();
    session.setSlider(name, Math.min(slider.max, Math.max(slider.min, value)));
    await done;
  }

  private async load(program: SluiceBoxProgram): Promise<void> {
    const link: Link = {
      program: program.program ?? '',
      parameters: program.parameters ?? {},
      seed: program.seed ?? DEFAULT_SEED,
      processors: program.processors ?? 0,
      step: program.step ?? -1,
      packed: '',
      parts: {},
      problems: [],
    };
    const [wrong] = readInputs(program.inputs ?? []).leftOut;
    if (wrong !== undefined) throw new Error(`the input “${wrong.text}”: ${wrong.problem}`);
    this.range.touch();
    this.session.player.pause();
    this.session.inputs = program.inputs;
    const done = this.settled();
    await openLink(this.session, link, program.source);
    await done;
    const { linkProblems, status, diagnostics } = this.session;
    if (status === 'invalid') throw new Error(diagnostics[0]?.message ?? 'the program does not compile');
    if (linkProblems.length > 0) throw new Error(linkProblems.join(' '));
  }

  /** The next time that a compile-and-run is over; one that never ends is over when enough is recorded. */
  settled(patienceMs = PATIENCE_MS): Promise<void> {
    const { session } = this;
    const before = session.runNumber;
    return new Promise((resolve) => {
      let busy = false;
      const look = (): void => {
        const { status } = session;
        if (status === 'busy' || status === 'loading') busy = true;
        else if (busy && status !== 'ready') finish();
        else if (session.runNumber > before && (session.player.complete || session.holding)) finish();
      };
      const stops = (['status', 'run'] as const).map((topic) => session.on(topic, look));
      const timer = setTimeout(() => finish(), patienceMs);
      const finish = (): void => {
        clearTimeout(timer);
        for (const stop of stops) stop();
        resolve();
      };
      look();
    });
  }
}
