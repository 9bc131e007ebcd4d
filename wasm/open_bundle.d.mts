import type { EngineModule, EngineObject } from '../web/src/engine/module.ts';

export function provideLibrary(engine: EngineObject, file: string): void;
export function openBundle(file: string): Promise<EngineModule>;
