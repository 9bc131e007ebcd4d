// The page with the real engine.

import './style.css';
import { startPage } from './app/start.ts';
import { startEngine } from './engine/start_engine.ts';
import { startOffline } from './offline/register.ts';

const asked = new URLSearchParams(location.search).get('engine');
const engine = startEngine(asked);
// It starts while the rest arrives; if it cannot, the first program that is compiled says why.
engine.client.load().catch(() => {});
const page = startPage(engine.client, engine.line);
engine.onLine = () => void page.then((app) => (app.engineLine = engine.line));
if (import.meta.env.PROD) {
  startOffline({
    threadsWanted: asked !== 'st' && __ENGINE_BUNDLES__.includes('engine-mt'),
    onUpdate: () =>
      void import('./offline/update_note.ts').then(({ UpdateNote }) =>
        document.body.append(new UpdateNote()),
      ),
  });
}
