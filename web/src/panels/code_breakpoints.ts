// Breakpoints in the editor: a line number or the place beside it to click, F9 on the line of the cursor. The
// editor keeps them at their lines while text moves; the session is told the line numbers.

import {
  RangeSet,
  RangeSetBuilder,
  StateEffect,
  StateField,
  type Extension,
  type Text,
} from '@codemirror/state';
import { EditorView, gutter, GutterMarker, keymap, lineNumbers, type BlockInfo } from '@codemirror/view';

class Dot extends GutterMarker {
  constructor(private readonly reached: boolean) {
    super();
  }
  override eq(other: Dot): boolean {
    return this.reached === other.reached;
  }
  override toDOM(): HTMLElement {
    const dot = document.createElement('span');
    dot.className = this.reached ? 'breakpoint' : 'breakpoint unreached';
    dot.title = this.reached
      ? 'Breakpoint: playing stops here'
      : 'Breakpoint, but nobody comes to this line in this run';
    return dot;
  }
}

/** Shows these lines as breakpoints; `reached` says which of them the run comes to. */
export const showBreakpoints = StateEffect.define<{
  readonly lines: ReadonlySet<number>;
  readonly reached: (line: number) => boolean;
}>();

function build(
  doc: Text,
  lines: ReadonlySet<number>,
  reached: (line: number) => boolean,
): RangeSet<GutterMarker> {
  const builder = new RangeSetBuilder<GutterMarker>();
  for (const line of [...lines].sort((p, q) => p - q)) {
    if (line < 1 || line > doc.lines) continue;
    const { from } = doc.line(line);
    builder.add(from, from, new Dot(reached(line)));
  }
  return builder.finish();
}

const field = StateField.define<RangeSet<GutterMarker>>({
  create: () => RangeSet.empty,
  update(markers, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(showBreakpoints))
        return build(transaction.state.doc, effect.value.lines, effect.value.reached);
    return transaction.docChanged ? markers.map(transaction.changes) : markers;
  },
});

/** The lines that have breakpoints after whatever has been typed. */
export function breakpointLines(view: EditorView): Set<number> {
  const lines = new Set<number>();
  for (const cursor = view.state.field(field).iter(); cursor.value !== null; cursor.next())
    lines.add(view.state.doc.lineAt(cursor.from).number);
  return lines;
}

/** Line numbers and breakpoints. @param toggle sets or removes the breakpoint of a line */
export function breakpointGutter(toggle: (line: number) => void): Extension {
  const press = (view: EditorView, block: BlockInfo): boolean => {
    toggle(view.state.doc.lineAt(block.from).number);
    return true;
  };
  return [
    field,
    gutter({
      class: 'cm-breakpoints',
      markers: (view) => view.state.field(field),
      initialSpacer: () => new Dot(true),
      domEventHandlers: { mousedown: press },
    }),
    lineNumbers({ domEventHandlers: { mousedown: press } }),
    keymap.of([
      {
        key: 'F9',
        run: (view) => {
          toggle(view.state.doc.lineAt(view.state.selection.main.head).number);
          return true;
        },
      },
    ]),
    EditorView.baseTheme({
      '.cm-breakpoints': { width: '16px', cursor: 'pointer' },
      '.cm-breakpoints .cm-gutterElement': { display: 'grid', placeItems: 'center' },
      '.breakpoint': {
        width: '10px',
        height: '10px',
        borderRadius: '50%',
        background: 'var(--block)',
        border: '2px solid var(--block)',
      },
      '.breakpoint.unreached': { background: 'transparent' },
      // The spacer only keeps the width.
      '.cm-gutterElement[style*="hidden"] .breakpoint': { visibility: 'hidden' },
    }),
  ];
}
