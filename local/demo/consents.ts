import type { Cloud } from '../cloud';

/** Enough for a morning on the stage; a tap in the app adds more, as on a phone. */
const KEPT = 10;

/** Whoever steps on the stage has said yes to some messages before. */
export function agreeToMessages(
  { phones }: Pick<Cloud, 'phones'>,
  openid: string,
  templates: readonly string[],
): void {
  for (const template of templates) {
    const missing = KEPT - phones.left(openid, template);
    if (missing > 0) phones.consent(openid, template, missing);
  }
}
