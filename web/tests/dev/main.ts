import '../../src/style.css';
import { startPage } from '../../src/app/start.ts';
import { FakeEngine } from './fake_engine.ts';

startPage(new FakeEngine(), 'a simulated engine, for development');
