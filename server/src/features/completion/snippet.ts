/**
 * Snippets as the protocol has them: texts with places between which the editor jumps.
 */

/** @returns a text that a snippet writes as it is */
export function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** @returns the place with this number, with a text in it that typing replaces */
export function stop(number: number, text = ''): string {
  return text === '' ? `$${number}` : `\${${number}:${literal(text)}}`;
}

/** @returns the place with this number, where the editor offers the texts and writes the first one meanwhile */
export function choice(number: number, texts: string[]): string {
  return `\${${number}|${texts.map((text) => text.replace(/[\\$},|]/g, '\\$&')).join(',')}|}`;
}
