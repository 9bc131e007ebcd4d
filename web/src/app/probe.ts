// An engine of one's own that runs the program that is shown once more, to look into it: at an event or
// between two. Neither the run nor the page waits for it.
//
// Invariant: what is asked of one probe overtakes what was asked before; so everybody who looks has one.

import type { Engine } from '../engine/client.ts';
import {
  parseHits,
  parseInside,
  parseStop,
  parseValues,
  type Arrival,
  type Hit,
  type Inside,
  type StatementPlace,
  type Value,
} from '../model/inspection.ts';
import type { Session } from './session.ts';

export class Probe {
  private engine: Engine | undefined;
  private started = 0;

  constructor(private readonly session: Session) {}

  /** What is inside after so many events; undefined when it was overtaken. Fails when there is no program. */
  async at(event: number, goroutines: readonly number[]): Promise<Inside | undefined> {
    const engine = await this.start();
    return parseInside(await engine.inspect(event, goroutines));
  }

  /** The same at a place between events. */
  async between(
    place: StatementPlace,
    goroutines: readonly number[],
  ): Promise<{ readonly arrival: Arrival; readonly inside: Inside } | undefined> {
    const engine = await this.start();
    return parseStop(await engine.inspectStatement(place, goroutines));
  }

  /** Where statements begin on these lines before `until` events have happened; undefined when overtaken. */
  async hits(lines: readonly number[], until: number, most: number): Promise<readonly Hit[] | undefined> {
    const engine = await this.start();
    const answer = await engine.inspectHits(lines, until, most);
    return answer === '' ? undefined : parseHits(answer);
  }

  /** Opens a value of what was looked at last. */
  async parts(path: string, from: number, count: number): Promise<readonly Value[]> {
    const answer = (await this.engine?.inspectParts(path, from, count)) ?? '';
    return parseValues(answer);
  }

  private async start(): Promise<Engine> {
    const { session } = this;
    const engine = (this.engine ??= session.engine.another());
    if (this.started !== session.runNumber) {
      this.started = session.runNumber;
      await engine.inspectStart(session.ran!.source, session.ran!.options);
    }
    return engine;
  }

  /** After a failure: the next question begins anew. */
  forget(): void {
    this.started = 0;
  }

  dispose(): void {
    this.engine?.stop();
    this.engine = undefined;
    this.forget();
  }
}
