/** @returns the first line of a text, cut to `length` characters where it is longer */
export function shortened(text: string, length = 20): string {
  const line = text.trim().split(/\r?\n/, 1)[0]!;
  return [...line].length > length ? `${[...line].slice(0, length).join('')}…` : line;
}
