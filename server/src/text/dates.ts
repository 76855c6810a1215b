import type { EraData } from '../catalogue/dialect.ts';
import { fold } from './fold.ts';
import { escapePattern } from './pattern.ts';

/** @returns whether a text is a day of the calendar, written `YYYY-MM-DD` */
export function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts !== null && iso(Number(parts[1]), Number(parts[2]), Number(parts[3])) === text;
}

/**
 * Reads a date as people write it here: `2023年10月4日（水）`, `2023/10/4`, `令和5年10月4日`, `R5.10.4`, `令和五年十月四日`, in any width.
 * @param eras newest first
 * @returns `YYYY-MM-DD`; nothing for what is no day of the calendar, not in the era or not on the day of the week that it names
 */
export function readDate(written: string, eras: EraData[]): string | undefined {
  const [, day = '', bracketed, weekday = bracketed] = WITH_WEEKDAY.exec(fold(written).toUpperCase())!;
  const date = readDay(day.replace(/^西暦/, '').replace(KANJI_NUMBER, arabic), eras);
  return date === undefined || weekday === undefined || WEEKDAYS[new Date(date).getUTCDay()] === weekday ? date : undefined;
}

const WEEKDAYS = '日月火水木金土';
const WITH_WEEKDAY = /^(.*?)(?:\(([日月火水木金土])(?:曜日?)?\)|([日月火水木金土])曜日?)?$/su;
const KANJI_DIGITS = '〇一二三四五六七八九';
const KANJI_NUMBER = /[〇一二三四五六七八九十]+/gu;

/** Both ways: 二〇二三 by its digits, 二十三 by tens. */
function arabic(number: string): string {
  const digits = [...number].map((digit) => KANJI_DIGITS.indexOf(digit));
  if (!number.includes('十')) return digits.join('');
  const [, tens = '', ones = ''] = /^(.?)十(.?)$/u.exec(number) ?? [undefined, '十'];
  return tens === '十' ? number : String(10 * (tens === '' ? 1 : KANJI_DIGITS.indexOf(tens)) + (ones === '' ? 0 : KANJI_DIGITS.indexOf(ones)));
}

function readDay(text: string, eras: EraData[]): string | undefined {
  const western = /^(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (western) return iso(Number(western[1]), Number(western[2]), Number(western[3]));
  for (const [index, era] of eras.entries()) {
    const names = era.names.map((name) => escapePattern(name.toUpperCase())).join('|');
    const found = new RegExp(`^(?:${names})\\.?(元|\\d{1,2})(?:年|[-/.])(\\d{1,2})(?:月|[-/.])(\\d{1,2})日?$`).exec(text);
    if (!found) continue;
    const year = Number(era.from.slice(0, 4)) + (found[1] === '元' ? 1 : Number(found[1])) - 1;
    const date = iso(year, Number(found[2]), Number(found[3]));
    const next = eras[index - 1]?.from;
    return date !== undefined && date >= era.from && (next === undefined || date < next) ? date : undefined;
  }
  return undefined;
}

function iso(year: number, month: number, day: number): string | undefined {
  // Nobody disclosed anything in the year 0, which only a slip writes.
  if (year === 0) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
