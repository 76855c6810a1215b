import { readdirSync, readFileSync } from 'node:fs';

/** @returns the process ids of the language servers that a process, or one that it started, has started */
export function languageServersOf(ancestor: number): number[] {
  const processes = new Map(readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      const parent = Number(readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[1]);
      const isServer = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0').some((part) => part.endsWith('dist/server.js'));
      return [[Number(name), { parent, isServer }] as const];
    } catch {
      // It has ended meanwhile.
      return [];
    }
  }));
  const comesFrom = (pid: number | undefined): boolean => pid !== undefined && (pid === ancestor || comesFrom(processes.get(pid)?.parent));
  return [...processes].filter(([pid, { isServer }]) => isServer && comesFrom(pid)).map(([pid]) => pid);
}
