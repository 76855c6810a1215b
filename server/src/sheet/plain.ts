import { commentStart } from './lines.ts';
import { quoteEnd } from './quotes.ts';
import type { Role } from './roles.ts';

const PROPERTY = /^(?:&[^\s,[\]{}]+|![0-9A-Za-z#;/?:@&=+$_.!~*'()-]*)(?=\s|$)/;

/** @returns where what an anchor and a tag belong to begins */
export function behindProperties(text: string, from: number, end: number): number {
  let at = from;
  for (;;) {
    while (at < end && /\s/.test(text[at]!)) at++;
    const property = PROPERTY.exec(text.slice(at, end));
    if (!property) return at;
    at += property[0].length;
  }
}

/**
 * Text that YAML would take for something else, or refuse, where it stands behind a key without quotes.
 * @param entry whether it stands behind a key, and not behind a list's dash, where more may follow
 * @param text the document, where an anchor may stand
 * @returns what is wrong with it
 */
export function cannotStand(content: string, role: Role, entry: boolean, text: string): 'needs-quotes' | 'nested-key' | undefined {
  const first = content[0]!;
  if ('@`%]},!'.includes(first)) return 'needs-quotes';
  if (first === '*') return text.includes(`&${/^[^\s,[\]{}]*/.exec(content.slice(1))![0]}`) ? undefined : role === 'text' ? 'needs-quotes' : undefined;
  if (/^&(?:\s|$)/.test(content)) return 'needs-quotes';
  if (entry && /^[-?](?:\s|$)/.test(content)) return 'needs-quotes';
  if (first === '|' || first === '>') return 'needs-quotes';
  if (first === '"' || first === "'") {
    return role === 'text' && quoteEnd(content, 0, content.length) < content.length ? 'needs-quotes' : undefined;
  }
  if (first === '[' || first === '{') {
    const close = content.lastIndexOf(first === '[' ? ']' : '}');
    return role === 'text' && close >= 0 && close < content.length - 1 ? 'needs-quotes' : undefined;
  }
  if (!entry || !/:(?:[ \t]|$)/.test(content)) return undefined;
  return role === 'text' ? 'needs-quotes' : 'nested-key';
}

/** The same in brackets or braces, which more punctuation ends. */
export function cannotStandInFlow(written: string, role: Role, text: string): ReturnType<typeof cannotStand> {
  const content = written.slice(behindProperties(written, 0, written.length));
  if (content === '') return undefined;
  const cause = cannotStand(content, role, true, text);
  if (cause || /^["']/.test(content)) return cause;
  if (/:(?=[\s,[\]{}]|$)/.test(content)) return role === 'text' ? 'needs-quotes' : 'nested-key';
  return role === 'text' && (/[[\]{}]/.test(content) || commentStart(content) < content.length) ? 'needs-quotes' : undefined;
}
