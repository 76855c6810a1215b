import { Option, type Command } from 'commander';
import type { Form, Row, Section } from '../catalogue/form-index.ts';
import { nearest } from '../text/nearest.ts';
import { UsageError, type Context, type Status } from './context.ts';
import { padded, columnsOf } from './format/visible.ts';
import { oneOf } from './options.ts';
import { contextFor } from './workspace.ts';

export const PLAIN_FORMATS = ['text', 'json'];

/** Declares `sds form`. */
export function addForm(program: Command, context: Context, finish: (status: Status) => void): void {
  const { translate, io } = context;
  program.command('form')
    .description(translate({ key: 'cli.form.description' }))
    .argument('[id]', translate({ key: 'cli.argument.form' }))
    .addOption(new Option(`--format <${PLAIN_FORMATS.join('|')}>`, translate({ key: 'cli.option.format' })).argParser(oneOf('--format', PLAIN_FORMATS)).default('text'))
    .action(async (id: string | undefined, { format }: { format: string }) => {
      const json = format === 'json';
      const { context: here, status } = await contextFor(undefined, context);
      if (id === undefined) await io.stdout.write(json ? asJson(here.catalogue().forms.map((form) => outline(form, here))) : listText(here));
      else {
        const form = formNamed(id, here);
        await io.stdout.write(json ? asJson(formJson(form, here)) : formText(form, here));
      }
      finish(status);
    });
}

/** @returns the text of a value, one that people can read too */
export function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** @throws UsageError where there is none */
export function formNamed(id: string, context: Context): Form {
  const catalogue = context.catalogue();
  const form = catalogue.form(id);
  if (form) return form;
  const ids = catalogue.forms.map((one) => one.id);
  const near = nearest(id, ids, 3);
  throw new UsageError({ key: 'cli.form.unknown', args: { id, known: (near.length > 0 ? near : ids).join(', ') } });
}

function outline(form: Form, context: Context): { id: string; title: string; guideline: { edition: string | null; title: string } } {
  const guideline = context.catalogue().guidelineOf(form)?.data;
  return {
    id: form.id,
    title: form.data.title,
    guideline: guideline ? { edition: guideline.edition, title: guideline.title } : { edition: null, title: form.data.guideline.caption },
  };
}

function formJson(form: Form, context: Context): object {
  return {
    ...outline(form, context),
    sections: form.sections.map((section) => ({
      ref: section.ref,
      title: section.title,
      notes: section.notes.map(({ text }) => text),
      rows: section.rows.map(({ id, kind, text, refs, premise }) => ({ id, kind, text, refs, ...(premise === undefined ? {} : { premise }) })),
    })),
  };
}

function listText(context: Context): string {
  const { forms } = context.catalogue();
  const columns = Math.max(...forms.map((form) => columnsOf(form.id)));
  return forms.map((form) => `${padded(form.id, columns)}  ${form.data.title}（${form.data.guideline.caption}）\n`).join('');
}

function formText(form: Form, { translate }: Context): string {
  const { title, guideline, disclaimer, source } = form.data;
  const parts = [
    `${form.id}  ${title}\n（${guideline.caption}）`,
    disclaimer,
    ...form.sections.map(sectionText),
    translate({ key: 'cli.form.source', args: { title: source.title, rights: source.rights } }),
    ...(source.gaps ?? []).map((gap) => translate({ key: 'cli.form.gap', args: { gap } })),
  ];
  return `${parts.join('\n\n')}\n`;
}

function sectionText(section: Section): string {
  const notes = (above: string): string[] => section.notes.filter((note) => note.above === above).map((note) => note.text);
  const columns = Math.max(...section.rows.filter((row) => row.kind !== 'option').map((row) => columnsOf(row.id)));
  return [
    ...notes('section'),
    `${section.title}（${section.ref}）`,
    ...section.rows.flatMap((row) => [...notes(row.id), rowText(row, columns)]),
  ].join('\n');
}

function rowText(row: Row, columns: number): string {
  const number = padded(row.kind === 'option' ? '' : row.id, columns);
  const refs = row.refs.map((ref) => `(${ref})`).join('');
  const words = row.words.map((one) => one.word).join(' / ');
  return `  ${number}  ${row.kind === 'option' ? '・' : ''}${row.text}${refs}${words === '' ? '' : `  [${words}]`}`;
}
