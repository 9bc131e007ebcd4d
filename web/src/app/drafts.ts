// Programs of one's own, kept in this browser: nothing that has been typed is lost, whether the tab closes,
// another program is opened or the page is reloaded. Where storage is forbidden, they last as long as the
// page.
//
// Invariants: the newest comes first; at most MOST_DRAFTS are kept, and as much text as MOST_LENGTH; what is
// damaged in the storage is left out, never an error.

const KEY = 'sluicebox-programs';
const MOST_DRAFTS = 24;
/** Characters of all programs together: browsers give about five million. */
const MOST_LENGTH = 2_000_000;

export interface Draft {
  /** "own-3" for own programs, "edit:worker_pool" for a changed program of the catalogue. */
  readonly id: string;
  readonly title: string;
  readonly source: string;
  /** Milliseconds since 1970. */
  readonly changed: number;
}

/** What a program is called: its first heading, or the first comment or function that says something. */
export function titleOfSource(source: string): string {
  const heading = /^\/\/ #+ (.+)$/m.exec(source)?.[1];
  const comment = /^\/\/ (?!go:|sluice:)(\S.*)$/m.exec(source)?.[1];
  const functions = [...source.matchAll(/^func (\w+)\(/gm)].map((m) => m[1]!).filter((f) => f !== 'main');
  const title = heading ?? comment ?? (functions.length > 0 ? functions.slice(0, 3).join(', ') : 'main');
  return title.trim().slice(0, 60);
}

function isDraft(value: unknown): value is Draft {
  const draft = value as Partial<Draft> | null;
  return (
    typeof draft === 'object' &&
    draft !== null &&
    typeof draft.id === 'string' &&
    typeof draft.title === 'string' &&
    typeof draft.source === 'string' &&
    typeof draft.changed === 'number'
  );
}

export class Drafts {
  private kept: Draft[] = [];

  constructor(
    private readonly storage: Pick<Storage, 'getItem' | 'setItem'> | undefined,
    private readonly now: () => number = () => Date.now(),
  ) {
    this.load();
  }

  private load(): void {
    try {
      const list: unknown = JSON.parse(this.storage?.getItem(KEY) ?? '[]');
      if (Array.isArray(list)) this.kept = list.filter(isDraft);
    } catch {
      // Damaged or forbidden: what this page has is all there is.
    }
  }

  /** Newest first. */
  get all(): readonly Draft[] {
    return this.kept;
  }

  /** Own programs, newest first. */
  get own(): readonly Draft[] {
    return this.kept.filter(({ id }) => id.startsWith('own-'));
  }

  find(id: string): Draft | undefined {
    return this.kept.find((draft) => draft.id === id);
  }

  /** A name that no program has. */
  freshId(): string {
    let n = 1;
    while (this.find(`own-${n}`) !== undefined) n++;
    return `own-${n}`;
  }

  put(id: string, source: string): void {
    // Other tabs may have kept something meanwhile.
    this.load();
    const draft = { id, title: titleOfSource(source), source, changed: this.now() };
    this.save([draft, ...this.kept.filter((d) => d.id !== id)]);
  }

  remove(id: string): void {
    this.load();
    this.save(this.kept.filter((draft) => draft.id !== id));
  }

  private save(list: Draft[]): void {
    let length = 0;
    this.kept = list.slice(0, MOST_DRAFTS).filter((draft, k) => {
      length += draft.source.length;
      return k === 0 || length <= MOST_LENGTH;
    });
    try {
      this.storage?.setItem(KEY, JSON.stringify(this.kept));
    } catch {
      // Full or forbidden: they last as long as the page.
    }
  }
}

/** The browser's storage, if this page may use it. */
export function browserStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
