// What a page may send to an embed: read with suspicion. Whatever arrives is checked here, field by field,
// and nothing else of it is used.

import type { SluiceBoxCommand, SluiceBoxProgram } from '../../public/sluice-box.d.ts';

/** Longer programs are not figures; a link of this length would not travel either. */
export const LONGEST_SOURCE = 200_000;
const MOST_NAMES = 100;
const LONGEST_TEXT = 1000;

export type Read =
  | { readonly command: SluiceBoxCommand; readonly id: number | undefined }
  | { readonly problem: string; readonly id: number | undefined };

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= LONGEST_TEXT;
const isStep = (value: unknown): value is number => Number.isSafeInteger(value);

/** Texts by name; undefined when it is something else. */
function textsOf(value: unknown): Record<string, string> | undefined {
  if (!isObject(value) || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  if (entries.length > MOST_NAMES || !entries.every(([name, text]) => isText(name) && isText(text)))
    return undefined;
  return Object.fromEntries(entries) as Record<string, string>;
}

function programOf(message: Fields): SluiceBoxProgram | string {
  const { program, source, parameters, seed, processors, inputs, step } = message;
  if (program === undefined && source === undefined) return 'load needs a program or a source';
  if (program !== undefined && !isText(program)) return 'program is a name';
  if (source !== undefined && (typeof source !== 'string' || source.length > LONGEST_SOURCE))
    return `source is a text of at most ${LONGEST_SOURCE} characters`;
  const values = parameters === undefined ? {} : textsOf(parameters);
  if (values === undefined) return 'parameters are texts by name, for example {workers: "4"}';
  for (const [name, value] of Object.entries({ seed, processors, step }))
    if (value !== undefined && !(isStep(value) && value >= 0)) return `${name} is a whole number`;
  if (inputs !== undefined && !(Array.isArray(inputs) && inputs.length <= MOST_NAMES && inputs.every(isText)))
    return 'inputs is a list of texts, for example ["SIGINT at=2s"]';
  return {
    ...(program === undefined ? {} : { program }),
    ...(source === undefined ? {} : { source }),
    parameters: values,
    ...(seed === undefined ? {} : { seed: seed as number }),
    ...(processors === undefined ? {} : { processors: processors as number }),
    ...(step === undefined ? {} : { step: step as number }),
    ...(inputs === undefined ? {} : { inputs: inputs as string[] }),
  };
}

function commandOf(message: Fields): SluiceBoxCommand | string {
  const { type } = message;
  switch (type) {
    case 'play':
    case 'pause':
    case 'getState':
      return { type };
    case 'seek':
      return isStep(message['step']) ? { type, step: message['step'] } : 'seek needs a step, a whole number';
    case 'step': {
      const by = message['by'] ?? 1;
      return isStep(by) ? { type, by } : 'by is a whole number of steps';
    }
    case 'setParameter': {
      const { name, value } = message;
      return isText(name) && isText(value)
        ? { type, name, value }
        : 'setParameter needs a name and a value, both texts';
    }
    case 'setSpeed': {
      const { speed } = message;
      return typeof speed === 'number' && speed > 0 && speed <= 64
        ? { type, speed }
        : 'speed is a number above 0, at most 64';
    }
    case 'theme': {
      const { theme } = message;
      const colors = message['colors'] === undefined ? {} : textsOf(message['colors']);
      if ((theme !== 'light' && theme !== 'dark') || colors === undefined)
        return 'theme is light or dark, colors are texts by name';
      return { type, theme, colors };
    }
    case 'load': {
      const program = programOf(message);
      return typeof program === 'string' ? program : { type, ...program };
    }
    default:
      return `there is no command “${String(type).slice(0, 40)}”`;
  }
}

/** Reads a message; undefined when it is none of ours. */
export function readCommand(data: unknown): Read | undefined {
  if (!isObject(data) || data['sluicebox'] !== 1) return undefined;
  const id = Number.isSafeInteger(data['id']) ? (data['id'] as number) : undefined;
  const command = commandOf(data);
  return typeof command === 'string' ? { problem: command, id } : { command, id };
}
