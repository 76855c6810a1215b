// The editors besides VS Code that the tests run: Neovim, and Emacs with eglot.
import { spawnSync } from 'node:child_process';
import { aptInstall, mayInstall } from './apt.mjs';
import { findOnPath, MissingRequirement } from './requirements.mjs';

/**
 * Finds Neovim, or installs it where that is possible (Debian, as root).
 * @returns {string} The executable.
 */
export function neovim() {
  return found(['neovim'], () => findOnPath(['nvim']), 'Neovim 0.7 or later. Install it (Debian: apt-get install neovim).');
}

/**
 * Finds Emacs and its language client eglot, or installs them where that is possible (Debian, as root).
 * @returns {string} The executable of an Emacs that has eglot.
 */
export function emacsWithEglot() {
  const emacs = found(['emacs-nox'], () => findOnPath(['emacs']), 'Emacs 28 or later. Install it (Debian: apt-get install emacs-nox).');
  // Emacs 29 brings eglot along; Debian has it as a package for the one before.
  return found(['elpa-eglot'], () => (hasEglot(emacs) ? emacs : undefined), 'eglot for Emacs. Install it (Debian: apt-get install elpa-eglot; elsewhere M-x package-install).');
}

/** @param {string} emacs */
function hasEglot(emacs) {
  return spawnSync(emacs, ['--batch', '--eval', "(require 'eglot)"], { stdio: 'ignore' }).status === 0;
}

/**
 * @param {string[]} packages What Debian calls it.
 * @param {() => string | undefined} find
 * @param {string} missing
 * @returns {string}
 */
function found(packages, find, missing) {
  const there = find() ?? (mayInstall() && aptInstall(packages) ? find() : undefined);
  if (there === undefined) throw new MissingRequirement(`Missing: ${missing}`);
  return there;
}
