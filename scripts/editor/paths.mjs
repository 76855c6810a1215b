// Where things are, in one place, so that no other script counts "..".
import { fileURLToPath } from 'node:url';
import path from 'node:path';

/** The project's root folder. */
export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The committed package that pins the VS Code server. */
export const hostPackage = path.join(projectRoot, 'scripts', 'editor', 'host');

/** Where that package is installed (git-ignored, about 550 MB). */
export const hostCache = path.join(projectRoot, '.editor-host');

/** A development extension that opens the sample and its preview. */
export const openerExtension = path.join(projectRoot, 'scripts', 'editor', 'opener');

/** Screenshots and logs that a run leaves behind (git-ignored). */
export const artifacts = path.join(projectRoot, 'artifacts');

/** The folder and the file that `npm start` shows. */
export const samplesFolder = path.join(projectRoot, 'samples');
export const sampleFile = path.join(samplesFolder, 'remote-maintenance.sds.yaml');
