import { type Activity, type Channel, IN_PERSON_CHANNELS } from '../../../domain/contact/channel';
import type { InputOf } from '../../../domain/contract/actions';
import type { LocalFile } from '../../services/device';

/** What a worker is about to say of one household. */
export interface Mark {
  channel: Channel;
  inPerson: boolean;
  /** When it was marked, server ms; fixed here, so that a second tap on save is the same command. */
  at: number;
  note: string;
  activities: Activity[];
  photos: LocalFile[];
}

/** By household. */
export type Draft = Record<string, Mark>;

export function newMark(channel: Channel, at: number): Mark {
  return { channel, inPerson: canMeet(channel), at, note: '', activities: [], photos: [] };
}

/** A meeting is face to face: at home or in the field. */
export function canMeet(channel: Channel): boolean {
  return IN_PERSON_CHANNELS.includes(channel);
}

/** Another channel for a household that may have words and photos already. */
export function through(mark: Mark, channel: Channel): Mark {
  return { ...mark, channel, inPerson: canMeet(channel) };
}

type Entry = InputOf<'contact.save'>['entries'][number];

/** Photos are named by their path on this phone; `send` puts their addresses in. */
export function entriesOf(draft: Draft): Entry[] {
  return Object.entries(draft).map(([household, mark]) => {
    const photos = mark.photos.map(({ path }) => path);
    return {
      household,
      channel: mark.channel,
      inPerson: mark.inPerson,
      at: mark.at,
      ...(mark.note.trim() ? { note: mark.note.trim() } : {}),
      ...(mark.activities.length > 0
        ? { activities: Object.fromEntries(mark.activities.map((one) => [one, 1])) }
        : {}),
      ...(photos.length > 0 ? { photos } : {}),
    };
  });
}
