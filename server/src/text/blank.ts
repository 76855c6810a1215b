/**
 * Regular expressions that look for blanks at the end begin anew at every blank within: on long runs of blanks their
 * cost grows with the square.
 * @returns the length of `text` without the spaces and tabs at its end
 */
export function blankEnd(text: string): number {
  let end = text.length;
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--;
  return end;
}

/** @returns `text` without the spaces and tabs at its end; other white space stays */
export function withoutBlankEnd(text: string): string {
  return text.slice(0, blankEnd(text));
}

/** @returns `text` without those characters at its end that `passed` matches */
export function withoutEnd(text: string, passed: RegExp): string {
  let end = text.length;
  while (end > 0 && passed.test(text[end - 1]!)) end--;
  return text.slice(0, end);
}
