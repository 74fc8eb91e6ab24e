import { mayKnowReporter, relationsTo } from '../../domain/access/relation';
import { mayCall, mayTouch } from '../../domain/access/table';
import type { ProblemView } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import type { Person } from '../../domain/person/person';
import { allowed, type Relation } from '../../domain/problem/commands';
import { explain } from '../../domain/problem/explain';
import type { Problem, TimelineEntry } from '../../domain/problem/problem';
import { desk, guestCard, guestWords, partyView, problemCard } from '../kit/cards';
import { one } from '../kit/collections';
import { temporaryUrls } from '../kit/files';
import type { Call } from '../kit/serve';

/** One problem as this reader may see it, with exactly the commands they may give. */
export async function view({ input, caller: { person }, at }: Call<'problem.view'>): Promise<ProblemView> {
  const problem = await one('problems', input.problem);
  const relations = problem ? relationsTo(problem, person, at) : new Set<never>();
  if (!problem || !mayTouch('problem.view', relations)) throw new Refusal('NOT_FOUND', { path: 'problem' });
  const guest = !staff(relations);
  const urls = guest ? new Map<string, string>() : await temporaryUrls(filesOf(problem));
  const text = guest ? guestWords(problem) : problem.text;
  const mine = relations.has('reporter');
  const open = !guest && mayKnowReporter(problem, person);
  return {
    ...(guest ? guestCard : problemCard)(problem),
    ...(text ? { text } : {}),
    ...(problem.voice && !guest
      ? { voice: { url: urls.get(problem.voice.file) ?? '', seconds: problem.voice.seconds } }
      : {}),
    photos: shown(problem.photos, urls),
    ...(problem.place && !guest ? { place: problem.place } : {}),
    confidential: problem.confidential,
    public: problem.public,
    content: {
      state: problem.content.state,
      mayClear: mayCall('problem.clear', person) && mayTouch('problem.clear', relations),
    },
    ...(open ? reporters(problem) : {}),
    mine,
    following: relations.has('follower'),
    actions: allowed(problem, relations),
    why: problem.deadline ? explain(problem.deadline) : [],
    timeline: problem.timeline.map((entry) =>
      line(problem, guest ? official(entry) : entry, open, person, urls),
    ),
    asOf: at,
  };
}

/** Who joined hears how it goes, and neither sees nor hears who reported it. */
function staff(relations: ReadonlySet<Relation>): boolean {
  return [...relations].some((relation) => relation !== 'follower' && relation !== 'neighbour');
}

function reporters({ reporter, onBehalfBy, agreedBy }: Problem) {
  return {
    reporter: { name: reporter.name },
    ...(onBehalfBy ? { onBehalfBy: { name: onBehalfBy.name } } : {}),
    ...(agreedBy ? { agreedBy } : {}),
  };
}

/** For who only joined: what desks said, not what residents did. */
function official({ text, ...entry }: TimelineEntry): TimelineEntry {
  const desk = entry.by === undefined || !RESIDENT_SIDE.includes(entry.by.role);
  return { ...entry, ...(text && desk ? { text } : {}) };
}

const RESIDENT_SIDE: readonly string[] = ['reporter', 'follower', 'worker'];

/** A confidential reporter, or the worker who spoke for them, has no name for other eyes. */
function line(
  problem: Problem,
  { by, holder, deadline, photos, parties, other: _, ...rest }: TimelineEntry,
  open: boolean,
  person: Person,
  urls: Map<string, string>,
): ProblemView['timeline'][number] {
  const veiled =
    by &&
    by.person !== person._id &&
    (by.role === 'follower' ||
      (!open && (rest.what === 'report' || by.role === 'reporter' || by.role === 'worker')));
  return {
    ...rest,
    ...(by
      ? {
          by: veiled
            ? { name: '', role: by.role === 'follower' ? 'follower' : 'reporter' }
            : { name: by.name, role: by.role },
        }
      : {}),
    ...(holder ? { holder: desk(problem, holder) } : {}),
    ...(deadline ? { deadline: { kind: deadline.kind, at: deadline.at } } : {}),
    ...(parties ? { parties: parties.map(partyView) } : {}),
    ...(photos?.length ? { photos: shown(photos, urls) } : {}),
  };
}

function filesOf({ photos, voice, timeline }: Problem): string[] {
  return [...photos, ...(voice ? [voice.file] : []), ...timeline.flatMap((entry) => entry.photos ?? [])];
}

function shown(files: readonly string[], urls: Map<string, string>): string[] {
  return files.flatMap((file) => urls.get(file) ?? []);
}
