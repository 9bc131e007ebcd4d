// The part of the run that the timeline shows, in units of its axis; undefined is all of it.

export class Span {
  private shown: { from: number; to: number } | undefined;

  /** Everything again. */
  reset(): void {
    this.shown = undefined;
  }

  get zoomed(): boolean {
    return this.shown !== undefined;
  }

  /** What is shown of a run of `end` units. */
  of(end: number): { readonly from: number; readonly to: number } {
    return this.shown ?? { from: 0, to: end };
  }

  /** Shows less (factor > 1) or more around a unit, which stays where it is; at least `finest` units. */
  zoom(factor: number, at: number, end: number, finest: number): void {
    const { from, to } = this.of(end);
    const size = Math.min(end, Math.max(finest, (to - from) / factor));
    if (size >= end) return this.reset();
    const share = (at - from) / (to - from);
    this.show(at - share * size, size, end);
  }

  /** Shows exactly from … to. */
  fit(from: number, to: number, end: number, finest: number): void {
    const size = Math.max(finest, to - from);
    if (size >= end) this.reset();
    else this.show(from, size, end);
  }

  pan(units: number, end: number): void {
    if (this.shown === undefined) return;
    this.show(this.shown.from + units, this.shown.to - this.shown.from, end);
  }

  /** Keeps a moving point in sight. */
  follow(at: number, end: number): void {
    if (this.shown === undefined) return;
    const { from, to } = this.shown;
    if (at >= from && at <= to) return;
    this.show(at - (to - from) * 0.2, to - from, end);
  }

  private show(from: number, size: number, end: number): void {
    const start = Math.max(0, Math.min(end - size, from));
    this.shown = { from: start, to: start + size };
  }
}
