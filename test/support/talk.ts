import { readFileSync } from 'node:fs';

const FILE = new URL('../fixtures/talk/sds-sample.txt', import.meta.url);

/** The sample sheet as the talk's slides show it, row by row. */
export interface Talk {
  title: string;
  /** What stands in brackets behind the title. */
  caption: string;
  /** Labels and values of the header, in order. */
  header: { label: string; value: string }[];
  disclaimer: string;
  sections: TalkSection[];
  rows: TalkRow[];
  /** The title of the table of remarks. */
  remarksTitle: string;
  remarks: Map<string, string>;
  /** The system that the sample is about, from the slide between the tables. */
  system: string;
}

export interface TalkSection {
  /** As printed, with the layout's blanks. */
  title: string;
  ref: string;
  notes: { text: string; above: string }[];
  rows: TalkRow[];
}

export interface TalkRow {
  /** The number, or for an option the number of its question and the option's own text: `17.1/その他 (…)`. */
  id: string;
  kind: 'gate' | 'answer' | 'heading' | 'option';
  text: string;
  refs: string[];
  /** The label and the content of the remark column; none in a heading. */
  remarkLabel?: string;
  remark?: string;
  /** The words to choose from, in order. */
  words: string[];
  /** The word whose mark survived. */
  marked?: string;
}

const SLIDE = /^# .*SDSサンプル ?[(（][\d-]+\/12[)）]$/;
const OTHER_SLIDE = /^# /;
const TITLE = /^(サービス事業者による.+?) \((.+)\)$/;
const SECTION = /^(.+?) ?\((\d+\.\d*)\)$/;
const NUMBER = /^(\d[\d .]*)[ \t]+(?=[^\d .])/;
const BULLET = '・';
const CHOICES = /[ \t]+((?:(?:<b>|\*\*)?(?:該当|非該当|はい|いいえ|対象外)(?:<\/b>|\*\*)?[ \t]+)+)(備考)[ \t]+(\d+|-)$/;
const MARKED = /^(?:<b>|\*\*)(.+?)(?:<\/b>|\*\*)$/;

/**
 * Reads the slides' text. The only repairs are those of numbers: blanks between digits, and the dot that got into
 * 16 and 17 and what is below 17, which shows by the order of the numbers. Wording is returned as it stands.
 */
export function readTalk(): Talk {
  const talk: Talk = {
    title: '', caption: '', header: [], disclaimer: '', sections: [], rows: [],
    remarksTitle: '', remarks: new Map(), system: '',
  };
  let state: 'header' | 'rows' | 'remarks' | 'other' = 'header';
  let previous = '';
  let notes: string[] = [];
  for (const raw of readFileSync(FILE, 'utf8').split('\n')) {
    const line = raw.trim();
    if (line === '') continue;
    if (SLIDE.test(line)) {
      if (talk.title !== '') state = 'rows';
      continue;
    }
    if (OTHER_SLIDE.test(line)) {
      state = 'other';
      continue;
    }
    if (state === 'other') {
      if (/IP-VPN/.test(line)) talk.system = line;
      continue;
    }
    if (/^備考.*欄$/.test(line)) {
      talk.remarksTitle = line;
      state = 'remarks';
      continue;
    }
    if (state === 'remarks') {
      const [key = '', text = ''] = line.split('\t');
      if (talk.remarks.has(key) && talk.remarks.get(key) !== text) throw new Error(`Remark ${key} differs between slides.`);
      talk.remarks.set(key, text);
      continue;
    }
    if (state === 'header' && readHeader(line, talk)) continue;
    state = 'rows';

    const heading = line.replace(/^#+ /, '');
    const section = SECTION.exec(heading);
    if (section?.[1] !== undefined && section[2] !== undefined) {
      const above = notes.map((text) => ({ text, above: 'section' }));
      talk.sections.push({ title: section[1], ref: section[2], notes: above, rows: [] });
      notes = [];
      continue;
    }
    const row = readRow(line, previous);
    if (!row) {
      notes.push(heading);
      continue;
    }
    const current = talk.sections.at(-1);
    if (!current) throw new Error(`A row before the first section: ${line}`);
    current.notes.push(...notes.map((text) => ({ text, above: row.id })));
    notes = [];
    current.rows.push(row);
    talk.rows.push(row);
    if (row.kind !== 'option') previous = row.id;
  }
  return talk;
}

function readHeader(line: string, talk: Talk): boolean {
  const title = TITLE.exec(line);
  if (title?.[1] !== undefined && title[2] !== undefined) {
    talk.title = title[1];
    talk.caption = title[2];
    return true;
  }
  const disclaimer = /^<p>(.*)<\/p>$/.exec(line)?.[1];
  if (disclaimer !== undefined) {
    talk.disclaimer = disclaimer;
    return true;
  }
  const [label = '', value] = line.split('\t');
  if (talk.disclaimer !== '' || value === undefined) return false;
  talk.header.push({ label, value });
  return true;
}

function readRow(line: string, previous: string): TalkRow | undefined {
  const choices = CHOICES.exec(line);
  const question = choices ? line.slice(0, choices.index) : line;
  const answers = (choices?.[1] ?? '').trim().split(/[ \t]+/).filter((word) => word !== '');
  const words = answers.map((word) => MARKED.exec(word)?.[1] ?? word);
  const marked = answers.map((word) => MARKED.exec(word)?.[1]).find((word) => word !== undefined);
  const rest = {
    words,
    ...(choices?.[2] === undefined ? {} : { remarkLabel: choices[2] }),
    ...(choices?.[3] === undefined ? {} : { remark: choices[3] }),
    ...(marked === undefined ? {} : { marked }),
  };
  if (question.startsWith(BULLET)) {
    const text = question.slice(BULLET.length);
    return { id: `${previous}/${text}`, kind: 'option', text, refs: [], ...rest };
  }
  const number = NUMBER.exec(question);
  if (number?.[1] === undefined) return undefined;
  const id = mendNumber(number[1], previous);
  const body = question.slice(number[0].length);
  const end = body.lastIndexOf('？') + 1;
  const kind = words.length === 0 ? 'heading' : words.includes('該当') ? 'gate' : 'answer';
  return { id, kind, text: body.slice(0, end), refs: readReferences(body.slice(end)), ...rest };
}

/** The number meant, which is one that may follow the previous one. */
function mendNumber(printed: string, previous: string): string {
  const number = printed.replaceAll(' ', '');
  const candidates = [number, number.replace(/^(\d)\.(\d)/, '$1$2')];
  const next = followers(previous);
  const id = candidates.find((candidate) => next.includes(candidate));
  if (id === undefined) throw new Error(`${printed} cannot follow ${previous}.`);
  return id;
}

/** The first number below `previous`, or the next one on its own level or any level above. */
function followers(previous: string): string[] {
  if (previous === '') return ['1'];
  const parts = previous.split('.').map(Number);
  return [
    [...parts, 1],
    ...parts.map((part, level) => [...parts.slice(0, level), part + 1]),
  ].map((number) => number.join('.'));
}

/** The references in `(6.5.C1)(6.5.C13)`, `(6.5.C10、6.5.C11)` or `(6.5.C14 (1)～(5))`. */
function readReferences(printed: string): string[] {
  const references: string[] = [];
  let depth = 0;
  let current = '';
  for (const character of printed) {
    if (character === ')' && --depth === 0) {
      references.push(...current.split('、').map((reference) => reference.replaceAll(' ', '')));
      current = '';
    }
    if (depth > 0) current += character;
    if (character === '(') depth++;
  }
  return references;
}
