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
  // Engines keep sums of strings as trees, so that nested templates are not copied level by level.
  let text = strings[0]!;
  for (let at = 0; at < parts.length; at++) text += render(parts[at]) + strings[at + 1]!;
  return new Markup(text);
}

function render(part: Part): string {
  if (part === undefined || part === false) return '';
  if (Array.isArray(part)) {
    let text = '';
    for (const one of part) text += render(one);
    return text;
  }
  return part instanceof Markup ? part.text : escape(String(part));
}

/** What may have to be replaced: most texts have none of it. */
const UNSAFE = /[&<>"'\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Escapes for text and quoted attributes. */
export function escape(text: string): string {
  if (!UNSAFE.test(text)) return text;
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
