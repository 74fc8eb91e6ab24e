import * as z from 'zod';
import { MUTABLE_KINDS } from '../../notice/choice';
import { areaCode, id, instant } from '../fields';

export const NOTICE_INPUTS = {
  'notice.inbox': z.strictObject({ before: instant.optional() }),
  'notice.read': z.strictObject({ notices: z.array(id).min(1).max(100) }),
  /** What the person answered to WeChat's question, by template id. */
  'notice.consent': z.strictObject({
    answers: z
      .record(z.string().regex(/^[\w-]{4,64}$/), z.enum(['accept', 'reject', 'ban']))
      .refine((answers) => Object.keys(answers).length <= 3, {
        params: { zh: '一次最多三种', en: 'three templates at most' },
      }),
  }),
  /** Kinds the person does not want a WeChat message for; danger comes all the same. */
  'notice.choose': z.strictObject({ muted: z.array(z.enum(MUTABLE_KINDS)).max(MUTABLE_KINDS.length) }),
  'notice.choices': z.strictObject({}),
  /** Who cannot be reached by message and should be phoned. */
  'notice.unreachable': z.strictObject({ area: areaCode.optional() }),
  /** How many messages a worker gets in a week, on average. */
  'notice.load': z.strictObject({ area: areaCode.optional() }),
} as const;
