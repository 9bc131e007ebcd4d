// A figure for other people's pages: one program on a stage, with as many controls as its author wants.

import '../style.css';
import './embed.css';
import { startEngine } from '../engine/start_engine.ts';
import { listenEarly } from './host.ts';
import { EMBED_NAMES, readOptions } from './options.ts';
import { startTheme } from './theme.ts';

const early = listenEarly();
const options = readOptions(location.search);
startTheme(options.theme, options.colors);
document.documentElement.dataset['fit'] = options.fit;
// The engine is on its way before anything else is asked for: it takes longest.
const engine = startEngine(new URLSearchParams(location.search).get('engine'));
// It starts while the rest arrives; if it cannot, the first program that is compiled says why.
engine.client.load().catch(() => {});
void import('./start_embed.ts').then(({ startEmbed }) => startEmbed(engine, options, EMBED_NAMES, early));
