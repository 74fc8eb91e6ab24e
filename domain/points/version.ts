import type { MonthKey } from '../time/period';
import { DEFAULT_RULES } from './defaults';
import type { Rule, RuleVersion } from './rule';

/** The version that holds in a month: the enabled one with the latest start up to it; else the defaults. */
export function versionAt(versions: readonly RuleVersion[], month: MonthKey): RuleVersion {
  return [DEFAULT_RULES, ...versions]
    .filter(({ from, enabledAt }) => from !== undefined && enabledAt !== undefined && from <= month)
    .reduce((best, one) => (one.from! >= best.from! ? one : best), DEFAULT_RULES);
}

/** A rule of a version, if it holds in that month. */
export function ruleIn(version: RuleVersion, id: string, month: MonthKey): Rule | undefined {
  return version.rules.find((rule) => rule.id === id && holdsIn(rule, month));
}

export function holdsIn({ from, to }: Rule, month: MonthKey): boolean {
  return (from === undefined || from <= month) && (to === undefined || month <= to);
}

/** A version by its id, among the stored ones and the defaults. */
export function versionOf(versions: readonly RuleVersion[], id: string): RuleVersion | undefined {
  return [DEFAULT_RULES, ...versions].find(({ _id }) => _id === id);
}

/** The Chinese name of the rule that an ask or entry was made by, in the words of its version. */
export function ruleNamed(
  versions: readonly RuleVersion[],
  { version, rule }: { version: string; rule: string },
): string {
  return versionOf(versions, version)?.rules.find(({ id }) => id === rule)?.name.zh ?? rule;
}
