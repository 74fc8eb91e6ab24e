import type { Outputs } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import type { Person } from '../../domain/person/person';
import { DEFAULT_RULES } from '../../domain/points/defaults';
import { enabled, isOfBanner, newVersion, redrafted } from '../../domain/points/draft';
import { versionAt } from '../../domain/points/version';
import { monthKey } from '../../domain/time/period';
import { apply } from '../kit/aggregate';
import { ruleVersions } from '../kit/rules';
import type { Call } from '../kit/serve';

/** Every version in plain words, newest first; drafts only for who drafts and who enables. */
export async function rules({
  caller: { person },
  at,
}: Call<'points.rules'>): Promise<Outputs['points.rules']> {
  const stored = await ruleVersions();
  const holding = versionAt(stored, monthKey(at))._id;
  const may = { draft: isOfBanner(person, 'admin'), enable: isOfBanner(person, 'official') };
  const shown = [DEFAULT_RULES, ...stored].filter(
    ({ enabledAt }) => enabledAt !== undefined || may.draft || may.enable,
  );
  return {
    versions: shown
      .sort((a, b) => (b.from ?? '9').localeCompare(a.from ?? '9') || b.draftedAt - a.draftedAt)
      .map(({ _id, from, draftedBy, draftedAt, enabledBy, enabledAt, rules: all, scheme }) => ({
        id: _id,
        ...(from ? { from } : {}),
        draftedBy: draftedBy.name,
        own: draftedBy.person === person._id,
        draftedAt,
        ...(enabledBy ? { enabledBy: enabledBy.name } : {}),
        ...(enabledAt === undefined ? {} : { enabledAt }),
        holds: _id === holding,
        rules: all,
        scheme,
      })),
    may,
    asOf: at,
  };
}

/** Writes a version that holds nowhere yet; until it is enabled it may be written anew. */
export async function draft({
  input: { version, ...said },
  caller: { person },
  command,
  at,
}: Call<'points.draft'>): Promise<Outputs['points.draft']> {
  if (!isOfBanner(person, 'admin')) throw new Refusal('NOT_YOURS', { path: 'version' });
  const by = signatory(person);
  const { answer } = await apply('rules', {
    id: version,
    command,
    fresh: () => newVersion(version, said, by, at),
    decide: (before) => redrafted(before, said, by, at),
    answer: () => ({ version, asOf: at }),
  });
  return answer;
}

/** From a month that has not begun, by an official of the banner who did not write it. */
export async function enable({
  input: { version, from, draftedAt },
  caller: { person },
  command,
  at,
}: Call<'points.enable'>): Promise<Outputs['points.enable']> {
  if (!isOfBanner(person, 'official')) throw new Refusal('NOT_YOURS', { path: 'version' });
  const stored = await ruleVersions();
  const { answer } = await apply('rules', {
    id: version,
    command,
    decide: (before) => enabled(before, stored, { from, draftedAt }, signatory(person), at),
    answer: () => ({ version, from, asOf: at }),
  });
  return answer;
}

function signatory({ _id, name }: Person) {
  return { person: _id, name };
}
