import * as z from 'zod';
import { ACTIVITIES, CHANNELS, IN_PERSON_CHANNELS } from '../contact/channel';
import { ROLES } from '../person/person';
import { CATEGORY_CODES } from '../problem/category';
import { areaCode, file, id, instant, photos, text } from './fields';

const nothing = z.strictObject({});

const contact = z
  .strictObject({
    household: id,
    channel: z.enum(CHANNELS),
    inPerson: z.boolean(),
    /** When it was; the phone says it, so that a repeated save means the same contact. */
    at: instant,
    note: text(500).optional(),
    activities: z.array(z.enum(ACTIVITIES)).max(ACTIVITIES.length).optional(),
    photos: photos.optional(),
  })
  .refine((one) => !one.inPerson || IN_PERSON_CHANNELS.includes(one.channel), {
    path: ['inPerson'],
    params: { zh: '见面要选入户或田间地头', en: 'a meeting is face to face: channel home or field' },
  });

const save = z.strictObject({
  /** Defaults to the week of the first entry; all lie in one week. */
  week: z.string().max(10).optional(),
  entries: z
    .array(contact)
    .min(1)
    .max(60)
    .superRefine((entries, context) => {
      const seen = new Set<string>();
      entries.forEach(({ household }, index) => {
        if (seen.has(household)) {
          context.addIssue({
            code: 'custom',
            path: [index, 'household'],
            params: { zh: '这一批里重复了', en: 'stands twice in this batch' },
          });
        }
        seen.add(household);
      });
    }),
});

const place = z.strictObject({
  words: text(80),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
  accuracy: z.number().min(0).max(100_000).optional(),
});

const report = z
  .strictObject({
    category: z.enum(CATEGORY_CODES),
    text: text(1000).optional(),
    voice: z.strictObject({ file, seconds: z.number().min(0).max(120) }).optional(),
    photos: photos.optional(),
    place: place.optional(),
    urgent: z.boolean().optional(),
    confidential: z.boolean().optional(),
    /** A worker names the household it reports for; a resident's is known. */
    household: id.optional(),
  })
  .refine((one) => one.text !== undefined || one.voice !== undefined, {
    path: ['text'],
    params: { zh: '请写几句话，或录一段语音', en: 'say what it is about, in words or as a voice note' },
  });

const problem = { problem: id };
const remark = { text: text(500) };

/** What may enter, action by action; a key that is not named here is refused. */
export const INPUTS = {
  'session.mint': nothing,
  'home.open': z.strictObject({ as: z.enum(ROLES).optional() }),
  'contact.save': save,
  'problem.report': report,
  'problem.list': z.strictObject({
    scope: z.enum(['mine', 'desk', 'area']),
    /** Created before this instant: the next page. */
    before: instant.optional(),
  }),
  'problem.view': z.strictObject(problem),
  'problem.accept': z.strictObject({ ...problem, text: text(500).optional() }),
  'problem.finish': z.strictObject({ ...problem, ...remark, photos: photos.optional() }),
  'problem.escalate': z.strictObject({ ...problem, ...remark }),
  'problem.confirm': z.strictObject({
    ...problem,
    stars: z.number().int().min(1).max(5).optional(),
    text: text(500).optional(),
  }),
  'problem.reopen': z.strictObject({ ...problem, ...remark }),
  'problem.withdraw': z.strictObject({ ...problem, text: text(500).optional() }),
  'problem.comment': z.strictObject({ ...problem, ...remark }),
  'notice.inbox': z.strictObject({ before: instant.optional() }),
  'notice.read': z.strictObject({ notices: z.array(id).min(1).max(100) }),
  'media.put': z.strictObject({
    kind: z.enum(['photo', 'voice']),
    type: z.enum([
      'image/jpeg',
      'image/png',
      'image/webp',
      'audio/mpeg',
      'audio/webm',
      'audio/mp4',
      'audio/ogg',
    ]),
    base64: z.base64().min(4).max(900_000),
  }),
  'registry.areas': z.strictObject({ under: areaCode.optional() }),
} as const;
