// Sets an element's style property by property: `<div ${styled({ height: '3px' })}>`. Lit's own styleMap
// writes a style attribute when it first renders, which the page's content security policy forbids.

import { noChange } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';

type Styles = Readonly<Record<string, string>>;

class Styled extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('styled() belongs into a tag, not into an attribute');
  }
  render(_styles: Styles): typeof noChange {
    return noChange;
  }
  override update(part: ElementPart, [styles]: [Styles]): typeof noChange {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(styles))
      if (style.getPropertyValue(name) !== value) style.setProperty(name, value);
    return noChange;
  }
}

/** Properties by their CSS names. */
export const styled = directive(Styled);
