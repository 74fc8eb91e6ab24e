import {
  type Activities,
  type Channel,
  IN_PERSON_CHANNELS,
  type MissReason,
} from '../../../domain/contact/channel';
import { daysBack, daysOpen } from '../../../domain/contact/days';
import type { InputOf } from '../../../domain/contract/actions';
import type { PickedPlace } from '../../components';
import type { LocalFile, VoiceNote } from '../../services/device';

/** What a worker is about to say of one household. */
export interface Mark {
  channel: Channel;
  inPerson: boolean;
  /** Could not reach, and why; then the channel says nothing. */
  missed?: MissReason | undefined;
  /** When it was, server ms; fixed at the tap, so that a second tap on save is the same command. */
  at: number;
  note: string;
  voice?: VoiceNote | undefined;
  activities: Activities;
  photos: LocalFile[];
  place: PickedPlace;
  /** What stands in this week's books was a mistake. */
  corrects?: boolean | undefined;
}

/** By household. */
export type Draft = Record<string, Mark>;

export function newMark(channel: Channel, at: number): Mark {
  return {
    channel,
    inPerson: canMeet(channel),
    at,
    note: '',
    activities: {},
    photos: [],
    place: { words: '' },
  };
}

/** A meeting is face to face: at home or in the field. */
export function canMeet(channel: Channel): boolean {
  return IN_PERSON_CHANNELS.includes(channel);
}

/** Another channel for a household that may have words and photos already. */
export function through(mark: Mark, channel: Channel): Mark {
  return { ...mark, channel, inPerson: canMeet(channel), missed: undefined };
}

/** More than the tap itself: that is not thrown away by a second tap. */
export function hasWords({ missed, note, voice, activities, photos, place }: Mark): boolean {
  const told = note !== '' || voice !== undefined || photos.length > 0 || place.words !== '';
  return told || missed !== undefined || Object.keys(activities).length > 0;
}

/** Files of this phone that a mark names. */
export function filesOf({ photos, voice, missed }: Mark): LocalFile[] {
  if (missed !== undefined) return [];
  return voice ? [...photos, voice.file] : photos;
}

/** Marks whose day has closed meanwhile: a bare tick is gone, for it was not today; words stay and are of today. */
export function broughtUpToDate(draft: Draft, now: number): Draft {
  const current = ([id, mark]: [string, Mark]): [string, Mark][] => {
    const open = mark.at <= now && daysBack(mark.at, now) <= daysOpen(now);
    if (open) return [[id, mark]];
    return hasWords(mark) ? [[id, { ...mark, at: now }]] : [];
  };
  return Object.fromEntries(Object.entries(draft).flatMap(current));
}

type Save = InputOf<'contact.save'>;

/** Files are named by their path on this phone; `send` puts their addresses in. */
export function saveOf(week: string, draft: Draft): Save {
  const entries: Save['entries'] = [];
  const misses: NonNullable<Save['misses']> = [];
  for (const [household, mark] of Object.entries(draft)) {
    const note = mark.note.trim();
    if (mark.missed === undefined) entries.push(entryOf(household, mark));
    else misses.push({ household, at: mark.at, reason: mark.missed, ...(note ? { note } : {}) });
  }
  return { week, entries, ...(misses.length > 0 ? { misses } : {}) };
}

function entryOf(household: string, mark: Mark): Save['entries'][number] {
  const { channel, inPerson, at, activities, voice, place } = mark;
  const photos = mark.photos.map(({ path }) => path);
  const note = mark.note.trim();
  const where = place.words.trim();
  return {
    household,
    channel,
    inPerson,
    at,
    ...(note ? { note } : {}),
    ...(voice ? { voice: { file: voice.file.path, seconds: voice.seconds } } : {}),
    ...(Object.keys(activities).length > 0 ? { activities } : {}),
    ...(photos.length > 0 ? { photos } : {}),
    ...(mark.corrects ? { corrects: true } : {}),
    ...(where ? { place: { ...place, words: where } } : {}),
  };
}
