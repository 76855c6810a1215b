import { once } from 'node:events';
import { version } from '../../../package.json';
import { shippedCatalogueData, shippedStyles, shippedValidators } from '../shipped.ts';
import type { Io, Output } from './io.ts';
import { openPrompt } from './prompt.ts';
import { run } from './program.ts';
import { fileReader, joined } from './read-file.ts';
import { expectShortRun } from './short-run.ts';
import { writeWhole } from './write-file.ts';

function output(stream: NodeJS.WriteStream): Output {
  // Whoever reads may stop reading, as `head` does: that is no failure of this program.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    console.error(error);
    process.exit(2);
  });
  return {
    write: async (text) => {
      if (!stream.write(text)) await once(stream, 'drain');
    },
    isTTY: stream.isTTY === true,
    ...(stream.columns === undefined ? {} : { columns: stream.columns }),
  };
}

const io: Io = {
  cwd: process.cwd(),
  env: process.env,
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  stdin: { isTTY: process.stdin.isTTY },
  readFile: fileReader(),
  writeFile: writeWhole,
  readStdin: () => joined(process.stdin),
  openPrompt: () => openPrompt(process.stdin, process.stdout),
  now: () => performance.now(),
};

expectShortRun();
// Exiting by itself lets the output be written to its end.
run(process.argv.slice(2), { io, data: shippedCatalogueData, validators: shippedValidators(), css: shippedStyles, version }).then((status) => {
  process.exitCode = status;
}, (error: unknown) => {
  console.error(error);
  process.exitCode = 2;
});
