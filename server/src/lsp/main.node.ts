import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { version } from '../../../package.json';
import { localeFrom } from '../l10n/locale.ts';
import { translator, type Locale } from '../l10n/translate.ts';
import { shippedCatalogueData, shippedValidators } from '../shipped.ts';
import { clientFiles } from './client-files.ts';
import { nodeFiles, withNodeFiles } from './files.node.ts';
import { CLIENT_FILES } from './protocol.ts';
import { serve } from './server.ts';
import { userFolderUri } from './user-folder.node.ts';

// Where much is made and soon forgotten, as with each edit, V8 lets the room for what is young grow to 48 MB, which a
// server that waits for the next key never gives back. Kept small it is swept more often, in no more time; and so little is
// swept by one thread sooner than by several that wait for each other. What is old may grow by half before it is looked
// through, not to a multiple. Functions that are made fast take fewer others into themselves: the first hundreds of keys cost
// a tenth less processor time, and later ones no more.
setFlagsFromString('--semi-space-growth-factor=1 --no-parallel-scavenge --heap-growing-percent=50 --max-inlined-bytecode-size-cumulative=200');

const local = (told?: string): Locale => localeFrom(process.argv.slice(2), process.env, told);
const asked = (name: string): boolean => process.argv.includes(name);
const usage = (): string => `sds-language-server: ${translator(local())({ key: 'server.usage' })}\n`;
if (asked('--version') || asked('--help')) {
  process.stdout.write(asked('--help') ? usage() : `${version}\n`);
  process.exit(0);
}
if (!process.argv.some((argument) => /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/.test(argument))) {
  process.stderr.write(usage());
  process.exit(2);
}

const connection = createConnection(ProposedFeatures.all);
const log = (error: unknown): void => connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
process.on('unhandledRejection', log);
process.on('uncaughtException', log);

const personal = userFolderUri(process.env);
const files = asked(CLIENT_FILES) ? withNodeFiles(clientFiles(connection)) : nodeFiles;
const host = { data: shippedCatalogueData(), validators: shippedValidators(), files, ...(personal === undefined ? {} : { personal }) };
serve(connection, new TextDocuments(TextDocument), host, local);
