import { Option, type Command } from 'commander';
import type { Guideline, GuidelineEntry } from '../catalogue/guideline-index.ts';
import { STATUS, UsageError, type Context, type Status } from './context.ts';
import { findFiles } from './files.ts';
import { PLAIN_FORMATS, asJson } from './form.ts';
import { importText } from './guideline-import.ts';
import { entryJson, guidelineJson } from './guideline-json.ts';
import { entryText, guidelineText } from './guideline-text.ts';
import { answersOf, citingRows, type SheetAnswers } from '../conditions/answers.ts';
import { oneOf } from './options.ts';
import { readSource, sheetOf } from './source.ts';
import { contextFor } from './workspace.ts';
import { listed } from '../l10n/translate.ts';

interface GuidelineFlags {
  format: string;
  sheet?: string[];
  import?: string;
  guideline?: string;
  user?: boolean;
  output?: string;
  force?: boolean;
}

/** Declares `sds guideline`. */
export function addGuideline(program: Command, context: Context, finish: (status: Status) => void): void {
  const { translate } = context;
  program.command('guideline')
    .description(translate({ key: 'cli.guideline.description' }))
    .argument('[ref]', translate({ key: 'cli.argument.ref' }))
    .addOption(new Option(`--format <${PLAIN_FORMATS.join('|')}>`, translate({ key: 'cli.option.format' })).argParser(oneOf('--format', PLAIN_FORMATS)).default('text'))
    .option('--sheet <FILE...>', translate({ key: 'cli.option.sheet' }))
    .option('--import <FILE>', translate({ key: 'cli.option.import' }))
    .option('--guideline <ID>', translate({ key: 'cli.option.import-guideline' }))
    .option('--user', translate({ key: 'cli.option.import-user' }))
    .option('-o, --output <FILE>', translate({ key: 'cli.option.import-output' }))
    .option('--force', translate({ key: 'cli.option.force' }))
    .action(async (ref: string | undefined, flags: GuidelineFlags) => {
      checkTogether(ref, flags);
      const here = await contextFor(undefined, context);
      // What is wrong beside it is told, but the file that it replaces may be that.
      if (flags.import !== undefined) return finish(await importText({ ...flags, import: flags.import }, here.context));
      const status = await show(ref, flags, here.context);
      finish(status === STATUS.fine ? here.status : status);
    });
}

/** Options of the one use say nothing in the other. */
function checkTogether(ref: string | undefined, flags: GuidelineFlags): void {
  const conflict = ref !== undefined ? 'REF' : flags.sheet && '--sheet';
  if (flags.import !== undefined && conflict) throw new UsageError({ key: 'cli.usage.import-with', args: { option: conflict } });
  if (flags.user === true && flags.output !== undefined) throw new UsageError({ key: 'cli.usage.user-or-output' });
  const lone = (['guideline', 'user', 'output', 'force'] as const).find((name) => flags[name] !== undefined);
  if (flags.import === undefined && lone) throw new UsageError({ key: 'cli.usage.needs-import', args: { option: `--${lone}` } });
}

async function show(ref: string | undefined, flags: GuidelineFlags, context: Context): Promise<Status> {
  const json = flags.format === 'json';
  const { guidelines } = context.catalogue();
  const whole = ref === undefined ? guidelines : guidelines.filter((guideline) => guideline.id === ref);
  if (ref === undefined || whole.length > 0) {
    if (flags.sheet) throw new UsageError({ key: 'cli.usage.sheet-without-ref' });
    const texts = whole.map((guideline) => guidelineText(guideline, context));
    await context.io.stdout.write(json ? asJson(guidelineJson(whole)) : texts.join('\n'));
    return STATUS.fine;
  }

  const { guideline, entries } = find(ref, guidelines);
  const { sheets, failed } = await readAnswers(flags.sheet, guideline, entries, context);
  if (json) {
    const items = entries.map((entry) => entryJson(guideline, entry, context, sheets?.get(entry)));
    await context.io.stdout.write(asJson(items.length === 1 ? items[0] : items));
  } else {
    await context.io.stdout.write(entries.map((entry) => entryText(guideline, entry, context, sheets?.get(entry))).join('\n'));
  }
  return failed ? STATUS.failed : STATUS.fine;
}

/** The sections or items that were asked for; a range stands for its members. */
function find(ref: string, guidelines: readonly Guideline[]): { guideline: Guideline; entries: GuidelineEntry[] } {
  for (const guideline of guidelines) {
    const reference = guideline.grammar.parse(ref);
    if (!reference) continue;
    const entries = guideline.grammar.expand(reference).map((id) => guideline.entry(id));
    if (entries.every((entry) => entry !== undefined)) return { guideline, entries };
  }
  const nearest = guidelines.flatMap((guideline) => guideline.nearest(guideline.grammar.parse(ref) ?? ref));
  const args = { ref, guideline: listed(guidelines.map(({ data }) => data.title)), nearest: listed(nearest) };
  throw new UsageError({ key: nearest.length > 0 ? 'cli.guideline.unknown-near' : 'cli.guideline.unknown', args });
}

/** How each sheet answers the rows that cite each entry. */
async function readAnswers(
  paths: string[] | undefined, guideline: Guideline, entries: GuidelineEntry[], context: Context,
): Promise<{ sheets?: Map<GuidelineEntry, SheetAnswers[]>; failed: boolean }> {
  if (!paths) return { failed: false };
  const { files, problems } = await findFiles(paths, context.io.cwd);
  for (const problem of problems) await context.fail(problem);
  let failed = problems.length > 0;
  const sheets = new Map<GuidelineEntry, SheetAnswers[]>(entries.map((entry) => [entry, []]));
  for (const file of files) {
    const source = await readSource(file, context);
    const sheet = source && sheetOf(source.text, file, (await contextFor(file, context)).context);
    if (!sheet?.form || sheet.guideline?.id !== guideline.id) {
      if (sheet) await context.fail({ key: 'cli.guideline.other-form', args: { path: file.name, guideline: guideline.data.title } });
      failed = true;
      continue;
    }
    for (const [entry, answers] of sheets) answers.push({ file: file.name, answers: answersOf(sheet, citingRows(sheet.form, sheet.guideline, entry.id)) });
  }
  return { sheets, failed };
}
