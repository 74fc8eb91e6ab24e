import { hasRecommended, type RollTies } from '../../domain/access/roll';
import type { BottomLineView, RollObjectionView, RollReader, TopLineView } from '../../domain/contract/views';
import type { Person } from '../../domain/person/person';
import { maskedName } from '../../domain/registry/mask';
import { mayObject } from '../../domain/roll/objection';
import type { BottomLine, Roll, RollObjection, TopLine } from '../../domain/roll/roll';
import {
  type Ground,
  isShown,
  lastConsent,
  objectionsUntil,
  recommenders,
  standingFor,
  waitsFor,
} from '../../domain/roll/shown';
import type { Millis } from '../../domain/time/shanghai';

interface TopReading {
  mine: string | undefined;
  ties: RollTies;
  person: Person;
  ground: Ground;
  at: Millis;
}

/** Candidates for who recommends or evaluates; for everybody else one's own line, and those one has spoken for. */
export function topLines(roll: Roll, reading: TopReading): TopLineView[] {
  const { mine, ties, person } = reading;
  const all = ties.evaluator || ties.signer;
  const lines = roll.top.flatMap((line): TopLineView[] => {
    if (all || line.subject === mine) return [topLine(line, roll, reading)];
    return hasRecommended(line, person) ? [spokenFor(line, reading)] : [];
  });
  // The order would tell the rank to whom no figure is told.
  return lines.some(({ rank }) => rank !== undefined)
    ? lines
    : lines.sort((a, b) => a.name.localeCompare(b.name, 'zh'));
}

function topLine(line: TopLine, roll: Roll, { mine, ties, person, ground, at }: TopReading): TopLineView {
  const own = line.subject === mine;
  const waits = waitsFor(line, ground, at);
  const consent = lastConsent(line);
  const stands = consent !== undefined && consent.withdrawnAt === undefined && at < consent.until;
  const objections = objectionsUntil(line);
  // A household's points are its own affair and the counter's; only who keeps that counter hears of them.
  const scored = own || (roll.subjects === 'worker' ? ties.evaluator : ties.organisation);
  return {
    subject: line.subject,
    name: line.name,
    areaPath: line.areaPath,
    ...(scored && !own ? { rank: line.rank } : {}),
    ...(scored ? { score: line.score } : {}),
    ...(line.honour === undefined ? {} : { honour: line.honour }),
    recommendations: standingFor(line),
    ...(consent && (own || ties.evaluator) ? { consent: withoutName(consent) } : {}),
    shown: waits.length === 0,
    waits,
    ...(objections !== undefined && at < objections ? { objectionsUntil: objections } : {}),
    mine: own,
    may: [
      ...(ties.signer && mayRecommend(line, roll, person) ? (['recommend'] as const) : []),
      ...(hasRecommended(line, person) ? (['retract'] as const) : []),
      ...(own && recommenders(line) > 0 && !stands ? (['consent'] as const) : []),
      ...(own && stands ? (['withdraw'] as const) : []),
    ],
  };
}

/** Only what one said oneself: how far it got is the village's affair and its owner's. */
function spokenFor(line: TopLine, { person, ground, at }: TopReading): TopLineView {
  const { subject, name, areaPath, honour } = line;
  return {
    subject,
    name,
    areaPath,
    ...(honour === undefined ? {} : { honour }),
    recommendations: standingFor(line).filter((one) => one.person === person._id),
    shown: isShown(line, ground, at),
    waits: [],
    mine: false,
    may: ['retract'],
  };
}

function withoutName({ by: _, withdrawnBy: _by, ...consent }: NonNullable<ReturnType<typeof lastConsent>>) {
  return consent;
}

/** As far as the roll itself tells; kin of a worker are found out when it is done. */
function mayRecommend(line: TopLine, roll: Roll, person: Person): boolean {
  const { subject } = line;
  const kin = roll.subjects === 'household' && person.household === subject;
  return subject !== person._id && !kin && !hasRecommended(line, person);
}

/** The person and the village's secretary; from above masked, so that it can be counted; nobody else. */
export function bottomLines(
  roll: Roll,
  { mine, as, judge, at }: { mine: string | undefined; as: RollReader; judge: boolean; at: Millis },
): BottomLineView[] {
  return roll.bottom.flatMap((line): BottomLineView[] => {
    const own = line.subject === mine;
    const may: BottomLineView['may'] = own && mayObject(roll, line, at) ? ['object'] : [];
    if (own || as === 'secretary') return [openLine(line, { own, as }, may)];
    // Who is to answer has to know whose objection it is.
    if (judge && isObjected(line)) return [openLine(line, { own, as }, ['answer'])];
    return as === 'above' ? [maskedLine(line)] : [];
  });
}

function openLine(
  { repaired, objection, ...line }: BottomLine,
  { own, as }: { own: boolean; as: RollReader },
  more: BottomLineView['may'],
): BottomLineView {
  const open = repaired === undefined;
  const desk = as === 'secretary' && !own;
  return {
    ...line,
    ...(repaired ? { repaired: { ...repaired, by: repaired.by.name } } : {}),
    ...(objection ? { objection: objectionView(objection) } : {}),
    mine: own,
    may: [
      ...(own && open && line.signedUpAt === undefined ? (['sign-up'] as const) : []),
      ...(desk && open && line.signedUpAt !== undefined && line.completedAt === undefined
        ? (['complete'] as const)
        : []),
      ...(desk && open ? (['repair'] as const) : []),
      ...more,
    ],
  };
}

function isObjected({ objection }: BottomLine): boolean {
  return objection !== undefined && objection.answer === undefined;
}

function objectionView({ answer, ...objection }: RollObjection): RollObjectionView {
  return { ...objection, ...(answer ? { answer: { ...answer, by: answer.by.name } } : {}) };
}

/** Neither who nor where: a grid has few workers. */
function maskedLine({ name, signedUpAt, completedAt }: BottomLine): BottomLineView {
  return {
    name: maskedName(name),
    ...(signedUpAt === undefined ? {} : { signedUpAt }),
    ...(completedAt === undefined ? {} : { completedAt }),
    mine: false,
    may: [],
  };
}
