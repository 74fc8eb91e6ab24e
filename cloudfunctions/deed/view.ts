import { tiesToDeed } from '../../domain/access/duty';
import { mayCall, mayTouch } from '../../domain/access/table';
import type { DeedView } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { one } from '../kit/collections';
import { temporaryUrls } from '../kit/files';
import type { Call } from '../kit/serve';
import { deedCard, seesNames } from './card';

const ACTS = ['progress', 'done', 'drop'] as const;

/** One deed with its history; the public sees what and when, not who, and no photos. */
export async function view({ input, caller: { person }, at }: Call<'deed.view'>): Promise<DeedView> {
  const deed = await one('deeds', input.deed);
  if (!deed) throw new Refusal('NOT_FOUND', { path: 'deed' });
  const named = seesNames(deed, person);
  const ties = tiesToDeed(deed, person);
  const urls = named
    ? await temporaryUrls(deed.timeline.flatMap(({ photos }) => photos ?? []))
    : new Map<string, string>();
  return {
    ...deedCard(deed, named, at),
    masked: !named,
    timeline: deed.timeline.map(({ by, photos, ...entry }) => ({
      ...entry,
      ...(named ? { by: by.name } : {}),
      ...(named && photos?.length ? { photos: photos.flatMap((file) => urls.get(file) ?? []) } : {}),
    })),
    actions:
      deed.status === 'promised'
        ? ACTS.filter((act) => mayCall(`deed.${act}`, person) && mayTouch(`deed.${act}`, ties))
        : [],
    asOf: at,
  };
}
