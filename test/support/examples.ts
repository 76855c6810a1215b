import { exampleSheet } from '../../server/src/lint/example.ts';
import type { Finding, Profile, Rule } from '../../server/src/lint/rule.ts';
import { rules } from '../../server/src/rules/index.ts';
import { lintText } from './sheets.ts';

const TODAY = '2026-11-23';

/** What is found on an example of a rule's documentation, in the lines that the example itself has. */
export function foundOn(written: string, profile: Profile): Finding[] {
  const { text, own } = exampleSheet(written);
  // Rules that the profile has switched off are examined as well.
  const off = rules.filter((rule) => rule.severity[profile] === 'off').map((rule) => [rule.code, 'hint'] as const);
  return lintText(text, { profile, today: TODAY, severities: Object.fromEntries(off) }).filter((finding) => finding.span.start >= own);
}

/** The findings of one rule among them. */
export function ofRule(findings: Finding[], { code }: Rule): Finding[] {
  return findings.filter((finding) => finding.rule.code === code);
}
