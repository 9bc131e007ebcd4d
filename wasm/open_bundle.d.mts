import type { EngineModule } from '../web/src/engine/module.ts';

export function openBundle(file: string): Promise<EngineModule>;
