/** What YAML 1.2's core schema takes for a number. */
const CORE_NUMBER = /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)$/;

/** As people number things: read and printed back, it is the same. */
const COUNT = /^[1-9][0-9]{0,14}$/;

/** @returns whether a text is a number to other tools, which would not print it back as written */
export function isAmbiguousNumber(text: string): boolean {
  // A letter comes first nearly always.
  return text.charCodeAt(0) <= 0x39 && !COUNT.test(text) && CORE_NUMBER.test(text) && String(Number(text)) !== text;
}
