import type { Form, Row } from '../catalogue/form-index.ts';
import { withoutEnd } from '../text/blank.ts';
import { fold } from '../text/fold.ts';
import { nearest } from '../text/nearest.ts';

/** What people write between a question's number and one of its options, and around it. */
const BETWEEN = /^[./・:\-_、,\s(「『[]+/;
const BEHIND = /[)」』\]]/;

/** @returns the option that a key means in which its question's number stands before it: `17.1/記憶`, `17.1.記憶`, `17.1（記憶）` */
export function optionMeant(form: Form, written: string): Row | undefined {
  const folded = fold(written);
  for (const heading of form.rows) {
    if (heading.options.length === 0 || !folded.startsWith(fold(heading.id))) continue;
    const rest = folded.slice(fold(heading.id).length);
    const name = withoutEnd(rest.replace(BETWEEN, ''), BEHIND);
    // Behind a number without anything between, another digit makes another number.
    if (name === '' || (name === rest && /^\d/.test(name))) continue;
    const option = form.option(heading, name);
    const [near] = option || /^[\d.]+$/.test(name) ? [] : nearest(name, heading.options.map((one) => one.key), 1);
    const found = option ?? (near === undefined ? undefined : form.option(heading, near));
    if (found) return found;
  }
  return undefined;
}
