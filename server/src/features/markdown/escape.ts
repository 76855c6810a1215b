/** @returns text that Markdown shows as it is, line breaks included */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#+\-!|~&]/g, '\\$&').replace(/\r\n|\n|\r/g, '  \n');
}
