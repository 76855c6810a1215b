import type { Line } from '../../sheet/lines.ts';
import type { Sheet } from '../../sheet/model.ts';

/** @returns the sign that a block text begins with (`|-`), where it is the value on this line; full-width ones too */
export function blockSign({ document, catalogue }: Sheet, { value }: Line): string | undefined {
  const sign = value && document.getText().slice(value.start, value.end);
  const marks = `|>${catalogue.dialect.punctuation.block}`;
  return sign && marks.includes(sign[0]!) && /^.[-+－ー1-9]*$/.test(sign) ? sign : undefined;
}
