import { z } from 'zod';
import type { Cloud } from '../cloud';
import { Refusal } from '../http/reply';
import { personById } from './directory';

/** A phone that nobody has registered: `new-1` is WeChat's `onew_1`, until a household binds it and after. */
const NEW_PHONE = /^new-([a-z0-9]{1,20})$/;

export const loginInput = z.strictObject({ person: z.string().min(1).max(80) });

export interface Login {
  token: string;
  openid: string;
}

const minted = z.object({ ok: z.literal(true), data: z.object({ token: z.string() }) });
const refused = z.object({
  ok: z.literal(false),
  error: z.object({ code: z.string(), message: z.object({ zh: z.string(), en: z.string() }) }),
});

/**
 * What WeChat's login is in production: the platform vouches for the openid, and the product's own `session` function
 * mints the bearer. There is no second way in.
 * @throws Refusal NOT_FOUND, or what the function answered
 */
export async function login(cloud: Pick<Cloud, 'store' | 'invoke'>, id: string): Promise<Login> {
  const [, number] = NEW_PHONE.exec(id) ?? [];
  const openid = number ? `onew_${number}` : personById(cloud.store, id, 'person').openid;
  const answer = await cloud.invoke('session', { action: 'mint', input: {} }, { openid });
  const session = minted.safeParse(answer);
  if (session.success) return { token: session.data.data.token, openid };
  const no = refused.safeParse(answer);
  if (no.success) throw new Refusal(403, no.data.error.code, no.data.error.message);
  throw new Refusal(503, 'UNAVAILABLE', {
    zh: '登录服务没有应答',
    en: 'The session function gave no session',
  });
}
