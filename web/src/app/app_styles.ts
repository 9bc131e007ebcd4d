// The page's grid: code beside the stage on a desk, below it on a phone, where the controls stay at hand
// at the bottom.

import { css } from 'lit';

export const appStyles = css`
  :host {
    display: grid;
    height: 100vh;
    height: 100dvh;
    grid-template:
      'head head' auto
      'side main' minmax(0, 1fr)
      'foot foot' auto / minmax(360px, 36%) minmax(0, 1fr);
  }
  app-header {
    grid-area: head;
    border-bottom: 1px solid var(--line);
  }
  transport-bar {
    grid-area: foot;
    border-top: 1px solid var(--line);
  }
  aside {
    grid-area: side;
    border-right: 1px solid var(--line);
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) minmax(96px, 22%) auto;
    min-height: 0;
    min-width: 0;
  }
  main {
    grid-area: main;
    display: grid;
    grid-template-rows: auto minmax(180px, 1fr) auto auto;
    min-height: 0;
    min-width: 0;
  }
  .once,
  .stages {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    min-height: 0;
  }
  .once.two,
  .stages.two {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  }
  .once.two > * + * {
    border-left: 1px solid var(--line);
  }
  .side-box {
    display: grid;
    grid-template-rows: minmax(0, 1fr);
    min-height: 0;
    min-width: 0;
  }
  .two > .side-box {
    grid-template-rows: auto minmax(0, 1fr);
  }
  .two > .side-box + .side-box {
    border-left: 1px solid var(--line);
  }
  .side {
    margin: 0;
    padding: 6px 20px 0;
    font-size: 13.5px;
    color: var(--muted);
  }
  .side b {
    color: var(--ink);
    margin-right: 6px;
  }
  .above {
    border-bottom: 1px solid var(--line);
  }
  caption-line,
  timeline-panel,
  output-panel {
    border-top: 1px solid var(--line);
  }
  .tabs,
  .tabs > div {
    display: flex;
    gap: 6px;
  }
  .tabs > .beside {
    display: inline-flex;
    align-items: center;
    gap: 2px;
    margin-left: auto;
  }
  .beside small {
    color: var(--muted);
    font-size: 12.5px;
  }
  .tabs .quiet {
    flex: none;
    font-size: 13px;
    border-radius: 6px;
    padding: 3px 8px;
    align-self: center;
    margin-bottom: 3px;
  }
  .tabs {
    /* Below the header, when "Why?" brings it into sight. */
    scroll-margin-top: 56px;
  }
  .tabs .quiet.on {
    color: var(--accent);
    font-weight: 600;
  }
  .tabs {
    flex-wrap: wrap;
    padding: 8px 12px 0;
    border-bottom: 1px solid var(--line);
    min-width: 0;
  }
  /* Seven tabs do not fit everywhere: what stands beside them goes below first, then the row scrolls. */
  .tabs > div {
    flex: 1 1 auto;
    min-width: 0;
    max-width: 100%;
    gap: 0;
    overflow-x: auto;
    overflow-y: hidden;
    scrollbar-width: none;
  }
  .tabs > div button {
    flex: none;
  }
  .tabs button {
    border-radius: 6px 6px 0 0;
    color: var(--muted);
    font-size: 13.5px;
    padding: 5px 6.5px 8px;
    border-bottom: 2px solid transparent;
    margin-bottom: -1px;
  }
  .tabs button[aria-selected='true'] {
    color: var(--ink);
    font-weight: 600;
    border-bottom-color: var(--accent);
  }
  .panel {
    min-height: 0;
    min-width: 0;
    display: grid;
  }
  .panel > * {
    min-height: 0;
    min-width: 0;
    grid-area: 1 / 1;
  }
  .panel > [hidden] {
    display: none;
  }
  .engine {
    margin: 0;
    padding: 5px 20px 6px;
    border-top: 1px solid var(--line);
    color: var(--muted);
    font-size: 12px;
    line-height: 1.4;
  }
  /* A large screen is looked at from further away. The pictures grow by themselves; the texts do here. */
  @media (min-width: 2200px) {
    :host {
      --zoom: 1.25;
    }
    app-header,
    aside,
    transport-bar,
    caption-line,
    .above,
    .side,
    files-dialog,
    shortcut-sheet {
      zoom: var(--zoom);
    }
  }
  @media (min-width: 3200px) {
    :host {
      --zoom: 1.6;
    }
  }
  @media (max-width: 420px) {
    .tabs > div {
      gap: 0;
    }
    .tabs button {
      padding: 5px 6px 8px;
      font-size: 13px;
    }
    .tabs .quiet {
      padding: 3px 4px;
    }
  }
  @media (max-width: 760px) {
    :host {
      height: auto;
      min-height: 100dvh;
      grid-template:
        'head' auto
        'main' auto
        'side' auto
        'foot' auto / minmax(0, 1fr);
    }
    app-header {
      position: sticky;
      top: 0;
      z-index: 3;
      background: var(--paper);
    }
    transport-bar {
      position: sticky;
      bottom: 0;
      z-index: 3;
      box-shadow: 0 -4px 16px #0000000f;
    }
    main {
      /* On a short screen the lanes are above the controls, too. */
      grid-template-rows: minmax(220px, min(58vh, 100dvh - 330px)) auto auto auto;
    }
    .above {
      grid-row: 4;
      border-bottom: 0;
      border-top: 1px solid var(--line);
    }
    .once.two,
    .stages.two {
      grid-template-columns: minmax(0, 1fr);
    }
    .stages.two {
      grid-template-rows: 1fr 1fr;
    }
    .once.two > * + * {
      border-left: 0;
    }
    .two > .side-box + .side-box {
      border-left: 0;
      border-top: 1px solid var(--line);
    }
    aside {
      border-right: 0;
      border-top: 1px solid var(--line);
      grid-template-rows: auto minmax(300px, auto) auto auto;
    }
    .panel {
      height: 64vh;
    }
    output-panel {
      max-height: 40vh;
    }
  }
`;
