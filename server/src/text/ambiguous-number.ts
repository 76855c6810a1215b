import { remembering } from './remember.ts';

/** What YAML 1.2's core schema takes for a number. */
const CORE_NUMBER = /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)$/;

/** @returns whether a text is a number to other tools, which would not print it back as written */
export const isAmbiguousNumber = remembering((text) => CORE_NUMBER.test(text) && String(Number(text)) !== text);
