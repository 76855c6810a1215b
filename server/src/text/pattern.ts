/** @returns the text as a regular expression that matches just it, also with the flag u */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
