import { Option, type Command } from 'commander';
import type { Message } from '../l10n/translate.ts';
import type { Sheet } from '../sheet/model.ts';
import { layered } from '../workspace/layers.ts';
import { applySafeFixes, type Applied } from './apply.ts';
import { STATUS, type Context, type Status } from './context.ts';
import { unifiedDiff } from './diff.ts';
import { applyQuestions, QUESTIONS, type Questions } from './fix-questions.ts';
import { STDIN, findFiles } from './files.ts';
import { columnsOf, padded, visible } from './format/visible.ts';
import { oneOf } from './options.ts';
import { Progress } from './progress.ts';
import { readSource, sheetOf, writeSource } from './source.ts';
import { contextFor } from './workspace.ts';

/** Declares `sds fix`. */
export function addFix(program: Command, context: Context, finish: (status: Status) => void): void {
  const { translate } = context;
  program.command('fix')
    .description(translate({ key: 'cli.fix.description' }))
    .argument('<path...>', translate({ key: 'cli.argument.paths' }))
    .option('--dry-run', translate({ key: 'cli.option.dry-run' }))
    .addOption(new Option(`--questions <${QUESTIONS.join('|')}>`, translate({ key: 'cli.option.questions' })).argParser(oneOf('--questions', QUESTIONS)))
    .action(async (paths: string[], options: FixOptions) => finish(await fixFiles(paths, options, context)));
}

interface FixOptions {
  dryRun?: boolean;
  questions?: Questions;
}

async function fixFiles(paths: string[], { dryRun = false, questions }: FixOptions, context: Context): Promise<Status> {
  const { io, translate } = context;
  const progress = new Progress(io, translate);
  let failed = false;
  const noting: Context = {
    ...context,
    fail: async (message) => {
      failed = true;
      await progress.clear();
      await context.fail(message);
    },
    note: async (message) => {
      await progress.clear();
      await context.note(message);
    },
  };
  if (paths.includes(STDIN)) await noting.fail({ key: 'cli.fix.stdin' });
  const { files, problems } = await findFiles(paths.filter((path) => path !== STDIN), io.cwd);
  for (const problem of problems) await noting.fail(problem);

  const counts = { fixes: 0, fixed: 0, errors: 0, read: 0 };
  let unwritten = false;
  for (const [done, file] of files.entries()) {
    await progress.update(done, files.length);
    const source = await readSource(file, noting);
    if (source === undefined) continue;
    const here = await contextFor(file, noting);
    const read = (text: string): Sheet => sheetOf(text, file, here.context);
    const { text: fixed, applied, left } = applySafeFixes(source.text, read, layered(here.settings));
    const comments = questions === undefined ? undefined : applyQuestions(read(fixed), questions);
    const text = comments?.text ?? fixed;
    counts.read += 1;
    counts.errors += left.filter(({ severity }) => severity === 'error').length;
    if (text === source.text) continue;
    if (!dryRun && !await writeSource(source, text, noting)) {
      unwritten = true;
      continue;
    }
    counts.fixes += applied.length + (comments?.count ?? 0);
    counts.fixed += 1;
    await progress.clear();
    await io.stdout.write(dryRun ? unifiedDiff(file.name, source.mark + source.text, source.mark + text) : changesText(file.name, applied, comments?.message, context));
  }
  await progress.clear();
  // A dry run's output is a patch, and nothing but that.
  const summary = dryRun ? io.stderr : io.stdout;
  // That there was nothing to fix is not true of what could not be written.
  if (counts.read > 0 && (counts.fixes > 0 || !unwritten)) {
    await summary.write(`${translate({ key: dryRun ? 'cli.fix.summary-dry' : 'cli.fix.summary', args: counts })}\n`);
  }
  if (failed) return STATUS.failed;
  return counts.errors > 0 ? STATUS.found : STATUS.fine;
}

function changesText(file: string, applied: Applied[], comments: Message | undefined, { translate }: Context): string {
  const places = applied.map(({ line, character }) => `${line + 1}:${character + 1}`);
  const columns = Math.max(...places.map(columnsOf));
  const lines = applied.map(({ finding, title }, at) => `  ${padded(places[at]!, columns)}  ${visible(translate(title)).replaceAll('\n', ' ')}  ${finding.rule.code}`);
  if (comments) lines.push(`  ${translate(comments)}`);
  return `${visible(file)}\n${lines.join('\n')}\n\n`;
}
