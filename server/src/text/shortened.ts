/** @returns the first line of a text, cut to `length` characters where it is longer */
export function shortened(text: string, length = 20): string {
  const line = text.trim().split(/\r?\n/, 1)[0]!;
  if (line.length <= length) return line;
  // A character takes two units at the most.
  const characters = [...line.slice(0, 2 * (length + 1))];
  return characters.length > length ? `${characters.slice(0, length).join('')}…` : line;
}
