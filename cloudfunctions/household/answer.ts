import { tiesToLoaded } from '../../domain/access/relation';
import { mayTouch } from '../../domain/access/table';
import type { Outputs } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { answer as decide, forget } from '../../domain/household/ask';
import { apply } from '../kit/aggregate';
import { one } from '../kit/collections';
import { deliverSoon } from '../kit/dispatch';
import type { Call } from '../kit/serve';
import { bind, type Resident, residentOf } from './bind';

/**
 * Yes binds, no does not. The decision lands in the household first, then the person is written: after a crash in
 * between, the same command (or the same answer again) finds the decision and completes it.
 */
export async function answer(call: Call<'household.answer'>): Promise<Outputs['household.answer']> {
  const { input, caller, command, at } = call;
  const { household: id, ask, yes } = input;
  const household = await one('households', id);
  if (!household) throw new Refusal('NOT_FOUND', { path: 'household' });
  if (!mayTouch('household.answer', tiesToLoaded(household, caller.person, at)))
    throw new Refusal('NOT_YOURS', { path: 'household' });
  const asked = household.asks?.find((one) => one.id === ask);
  if (yes && asked?.openid === caller.openid) throw new Refusal('NOT_YOURS', { path: 'ask', words: OWN_ASK });
  const resident = asked && (await residentOf(asked.openid));
  const areaPath = (await one('areas', household.area))?.path ?? '';
  const by = { person: caller.person._id, name: caller.person.name };
  const { state, answer: given } = await apply('households', {
    id,
    command,
    decide: (before) => {
      if (yes) livesElsewhere(resident, id);
      return decide(before, { id: ask, yes, by }, { to: hearer(resident, yes), areaPath }, at);
    },
    answer: () => ({ bound: yes, asOf: at }),
  });
  // Gone when they have left since: an old yes, said again, binds nobody.
  const decided = state.asks?.find((one) => one.id === ask);
  if (yes && resident && decided?.answer?.yes) {
    const residence = { asked: decided, household: state, areaPath };
    if (!(await bind(resident, residence))) return lost(call, decided.openid);
  }
  await deliverSoon('households', state);
  return given;
}

const OWN_ASK = {
  zh: '自己加入的，请网格长来确认',
  en: 'It is your own wish: the grid chief confirms it',
};

/** @throws Refusal NOT_NOW: one phone, one household */
function livesElsewhere(resident: Resident | undefined, household: string): void {
  const home = resident?.person?.household;
  if (home === undefined || home === household) return;
  const words = { zh: '这个人已经加入了另一户', en: 'This person is bound to another household' };
  throw new Refusal('NOT_NOW', { path: 'ask', words });
}

/** A stranger whom nobody binds has no inbox; the answer waits until they ask again. */
function hearer(resident: Resident | undefined, yes: boolean): { person: string } | undefined {
  if (!resident) return undefined;
  return yes || resident.person ? { person: resident.id } : undefined;
}

/** Two households said yes at once and the other one was first: here it never happened. */
async function lost(
  { input, command, at }: Call<'household.answer'>,
  openid: string,
): Promise<Outputs['household.answer']> {
  await apply('households', {
    id: input.household,
    command: { ...command, id: `lost:${command.id}` },
    decide: (household) => forget(household, openid),
    answer: () => null,
  });
  return { bound: false, asOf: at };
}
