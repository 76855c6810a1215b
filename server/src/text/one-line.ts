/** @returns a text as one line: a space for its line breaks and what is blank around them */
export function oneLine(text: string): string {
  return text.split(/[\r\n]/).map((line) => line.trim()).filter((line) => line !== '').join(' ');
}
