/** @returns the offset behind the closing quote, or a number beyond `limit` when there is none */
export function quoteEnd(text: string, start: number, limit: number): number {
  const quote = text[start]!;
  for (let at = start + 1; at < limit; at++) {
    if (quote === '"' && text[at] === '\\') at++;
    else if (text[at] === quote) {
      if (quote === "'" && text[at + 1] === "'") at++;
      else return at + 1;
    }
  }
  return limit + 1;
}

/** @returns `key` without the quotes around it, escapes left as they are */
export function unquoted(key: string): string {
  return /^(["']).*\1$/s.test(key) && key.length >= 2 ? key.slice(1, -1) : key;
}

/** @returns a text in single quotes */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
