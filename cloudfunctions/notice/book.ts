import type { Outputs } from '../../domain/contract/views';
import { MUTABLE_KINDS } from '../../domain/notice/choice';
import type { TemplateName } from '../../domain/notice/kinds';
import { TEMPLATE_FIELDS } from '../../domain/notice/template';
import { _ } from '../kit/cloud';
import { collection } from '../kit/collections';
import type { Call } from '../kit/serve';
import { templateId } from '../kit/wx';

/** So many commands are remembered: a repeated answer counts once. */
const REMEMBERED = 20;

const NAMES = Object.keys(TEMPLATE_FIELDS) as TemplateName[];

/** One yes is one more message of that template. */
export async function consent({
  input,
  caller: { person },
  command,
  at,
}: Call<'notice.consent'>): Promise<Outputs['notice.consent']> {
  const accepted = NAMES.filter((name) => input.answers[templateId(name) ?? ''] === 'accept');
  const before = person.push?.left ?? {};
  if (accepted.length === 0 || person.push?.told?.includes(command.id)) return { left: before, asOf: at };
  const more = Object.fromEntries(accepted.map((name) => [`push.left.${name}`, _.inc(1)]));
  const { updated } = await collection('people')
    .where({ _id: person._id, 'push.told': _.neq(command.id) })
    .update({
      ...more,
      'push.told': _.push({ each: [command.id], slice: -REMEMBERED }),
      'push.silentSince': _.remove(),
    });
  const gained = updated === 1 ? 1 : 0;
  const after = accepted.map((name) => [name, (before[name] ?? 0) + gained] as const);
  return { left: { ...before, ...Object.fromEntries(after) }, asOf: at };
}

/** Kinds that come to the inbox only. */
export async function choose({
  input,
  caller: { person },
  at,
}: Call<'notice.choose'>): Promise<Outputs['notice.choose']> {
  const muted = [...new Set(input.muted)];
  await collection('people')
    .doc(person._id)
    .update({ 'push.muted': _.set(muted) });
  return { muted, asOf: at };
}

/** What the person chose, and how many messages they have agreed to. */
export async function choices({
  caller: { person },
  at,
}: Call<'notice.choices'>): Promise<Outputs['notice.choices']> {
  const { muted = [], left = {} } = person.push ?? {};
  return { muted: MUTABLE_KINDS.filter((kind) => muted.includes(kind)), left, asOf: at };
}
