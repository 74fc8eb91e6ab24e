import type { Person } from '../../domain/person/person';
import { exhausted, looked, unheard } from '../../domain/problem/content';
import type { Problem } from '../../domain/problem/problem';
import type { Millis } from '../../domain/time/shanghai';
import { now } from '../kit/clock';
import { _ } from '../kit/cloud';
import { all } from '../kit/collections';
import { handIn, judgeText } from '../kit/content';
import { temporaryUrls } from '../kit/files';
import { keep } from './keep';

const BATCH = 50;

/** What is due, the oldest first. Each look sets the next one or settles it, so nothing stands in the way of the rest. */
export async function lookAtDue(at: Millis, until: Millis): Promise<Record<string, number>> {
  const done = { looked: 0, failed: 0 };
  for (;;) {
    const due = await all('problems', (problems) =>
      problems
        .where({ 'content.due': _.lte(at) })
        .orderBy('content.due', 'asc')
        .limit(BATCH),
    );
    const openids = await openidsOf(due);
    for (const problem of due) {
      if (now() >= until) return done;
      if (await look(problem, openids.get(teller(problem)), at)) done.looked += 1;
      else done.failed += 1;
    }
    if (due.length < BATCH) return done;
  }
}

/** @returns false when WeChat gave no answer */
async function look(problem: Problem, openid: string | undefined, at: Millis): Promise<boolean> {
  const { content } = problem;
  try {
    // Nobody to ask for, or verdicts that never came: the rest is for a person.
    if (!openid || exhausted(content)) throw new Error('no verdict to be had');
    const said = [problem.text, problem.place?.words].filter(Boolean).join('\n');
    const words = said === '' ? 'pass' : await judgeText(said, openid);
    const traces = words === 'pass' ? await handInAll(problem, openid) : [];
    await keep(problem, looked(content, words, traces, at));
    return true;
  } catch (error) {
    console.error('[content]', problem._id, error);
    await keep(problem, unheard(content, at));
    return false;
  }
}

async function handInAll({ photos, voice }: Problem, openid: string): Promise<string[]> {
  const media = [
    ...photos.map((file) => ({ file, kind: 'photo' as const })),
    ...(voice ? [{ file: voice.file, kind: 'voice' as const }] : []),
  ];
  const urls = await temporaryUrls(media.map(({ file }) => file));
  const traces: string[] = [];
  for (const { file, kind } of media) {
    const url = urls.get(file);
    // A file that is gone shows nothing to anybody.
    if (url) traces.push(await handIn(url, kind, openid));
  }
  return traces;
}

function teller({ onBehalfBy, reporter }: Problem): string {
  return (onBehalfBy ?? reporter).person;
}

async function openidsOf(problems: readonly Problem[]): Promise<Map<string, string>> {
  if (problems.length === 0) return new Map();
  const ids = [...new Set(problems.map(teller))];
  const people: Person[] = await all('people', (some) => some.where({ _id: _.in(ids) }).limit(BATCH));
  return new Map(people.flatMap(({ _id, openid }) => (openid ? [[_id, openid]] : [])));
}
