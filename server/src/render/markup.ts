/** HTML that is safe to put into a page; made only by `html` and `safe`. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Markup | string | number | false | undefined | Part[];

/** A template of HTML: every value that is not markup itself is escaped, so that forgetting to is impossible. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(strings.map((text, at) => text + (at < parts.length ? render(parts[at]) : '')).join(''));
}

function render(part: Part): string {
  if (part === undefined || part === false) return '';
  if (Array.isArray(part)) return part.map(render).join('');
  return part instanceof Markup ? part.text : escape(String(part));
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Escapes for text and quoted attributes. */
export function escape(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

/** Makes every character that must not be in a page a visible U+FFFD. */
export function printable(text: string): string {
  return text.replace(FORBIDDEN, '\uFFFD');
}

/**
 * What HTML forbids, bidirectional controls, which could make a printed answer read as another one, and lone
 * surrogates, which no encoding can carry.
 */
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
