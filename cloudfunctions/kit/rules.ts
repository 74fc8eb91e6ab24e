import type { RuleVersion } from '../../domain/points/rule';
import { all } from './collections';

/** Every version of the rules that was ever drafted or enabled, in the order of their ids; the defaults are not stored. One read. */
export function ruleVersions(): Promise<RuleVersion[]> {
  return all('rules', (rules) => rules.orderBy('_id', 'asc').limit(1000));
}
