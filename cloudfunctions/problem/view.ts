import { mayKnowReporter, relationsTo } from '../../domain/access/relation';
import { mayCall, mayTouch } from '../../domain/access/table';
import type { ProblemView } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import type { Person } from '../../domain/person/person';
import { allowed } from '../../domain/problem/commands';
import { explain } from '../../domain/problem/explain';
import type { Problem, TimelineEntry } from '../../domain/problem/problem';
import { desk, problemCard } from '../kit/cards';
import { one } from '../kit/collections';
import { temporaryUrls } from '../kit/files';
import type { Call } from '../kit/serve';

/** One problem as this reader may see it, with exactly the commands they may give. */
export async function view({ input, caller: { person }, at }: Call<'problem.view'>): Promise<ProblemView> {
  const problem = await one('problems', input.problem);
  const relations = problem ? relationsTo(problem, person, at) : new Set<never>();
  if (!problem || !mayTouch('problem.view', relations)) throw new Refusal('NOT_FOUND', { path: 'problem' });
  const urls = await temporaryUrls(filesOf(problem));
  const mine = relations.has('reporter');
  const open = mayKnowReporter(problem, person);
  return {
    ...problemCard(problem),
    ...(problem.text ? { text: problem.text } : {}),
    ...(problem.voice
      ? { voice: { url: urls.get(problem.voice.file) ?? '', seconds: problem.voice.seconds } }
      : {}),
    photos: shown(problem.photos, urls),
    ...(problem.place ? { place: problem.place } : {}),
    confidential: problem.confidential,
    public: problem.public,
    content: {
      state: problem.content.state,
      mayClear: mayCall('problem.clear', person) && mayTouch('problem.clear', relations),
    },
    ...(open ? reporters(problem) : {}),
    mine,
    actions: allowed(problem, relations),
    why: problem.deadline ? explain(problem.deadline) : [],
    timeline: problem.timeline.map((entry) => line(problem, entry, open, person, urls)),
    asOf: at,
  };
}

function reporters({ reporter, onBehalfBy, agreedBy }: Problem) {
  return {
    reporter: { name: reporter.name },
    ...(onBehalfBy ? { onBehalfBy: { name: onBehalfBy.name } } : {}),
    ...(agreedBy ? { agreedBy } : {}),
  };
}

/** A confidential reporter, or the worker who spoke for them, has no name for other eyes. */
function line(
  problem: Problem,
  { by, holder, deadline, photos, ...rest }: TimelineEntry,
  open: boolean,
  person: Person,
  urls: Map<string, string>,
): ProblemView['timeline'][number] {
  const veiled = by && !open && (by.role === 'reporter' || by.role === 'worker') && by.person !== person._id;
  return {
    ...rest,
    ...(by ? { by: veiled ? { name: '', role: 'reporter' } : { name: by.name, role: by.role } } : {}),
    ...(holder ? { holder: desk(problem, holder) } : {}),
    ...(deadline ? { deadline: { kind: deadline.kind, at: deadline.at } } : {}),
    ...(photos?.length ? { photos: shown(photos, urls) } : {}),
  };
}

function filesOf({ photos, voice, timeline }: Problem): string[] {
  return [...photos, ...(voice ? [voice.file] : []), ...timeline.flatMap((entry) => entry.photos ?? [])];
}

function shown(files: readonly string[], urls: Map<string, string>): string[] {
  return files.flatMap((file) => urls.get(file) ?? []);
}
