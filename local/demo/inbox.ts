import { type Notice, noticeId, type Owed } from '../../domain/notice/notice';
import { deskKey } from '../../domain/person/person';
import { HOUR, type Millis } from '../../domain/time/shanghai';
import type { Desks } from './history';
import type { Random } from './random';
import { type Synthetic, synthetic } from './synthetic';

/** WeChat's "no consent left": nobody had agreed to messages before the stage began. */
const NO_CONSENT = 43101;
const UNREAD_SINCE: Millis = 20 * HOUR;

/** What was told, as it stands in the inboxes. */
export function* noticesOf(
  told: readonly Owed[],
  desks: Desks,
  template: (kind: Owed['kind']) => string,
  now: Millis,
  random: Random,
): Generator<Synthetic<Notice>> {
  for (const owed of told) {
    const { key: _key, to, ...facts } = owed;
    for (const recipient of recipients(to, desks)) {
      const readAt = owed.at + random.int(1, 18) * HOUR;
      yield synthetic({
        ...facts,
        _id: noticeId(owed, recipient),
        to: recipient,
        ...(owed.at < now - UNREAD_SINCE && readAt < now ? { readAt } : {}),
        attempts: [
          { at: owed.at, template: template(owed.kind), outcome: 'refused' as const, code: NO_CONSENT },
        ],
      });
    }
  }
}

function recipients(to: Owed['to'], desks: Desks): string[] {
  if ('person' in to) return [to.person];
  if ('people' in to) return to.people;
  const seated = desks.get(deskKey(to.post.role, to.post.area, to.post.unit));
  return seated ? [seated._id] : [];
}
