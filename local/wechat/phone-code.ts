import { randomBytes } from 'node:crypto';

/** Codes that stand for a phone number: each works once, for five minutes of the moved clock. */
export interface PhoneCodes {
  issue(phone: string): string;
  /** What `/wxa/business/getuserphonenumber` answers, or `undefined` for errcode 40029. */
  redeem(code: unknown): PhoneInfo | undefined;
}

export interface PhoneInfo {
  phoneNumber: string;
  purePhoneNumber: string;
  countryCode: string;
  watermark: { timestamp: number; appid: string };
}

const LIFETIME_MS = 300_000;

export function openPhoneCodes(appId: string, now: () => number): PhoneCodes {
  const codes = new Map<string, { phone: string; until: number }>();
  return {
    issue(phone) {
      for (const [code, { until }] of codes) if (until < now()) codes.delete(code);
      const code = randomBytes(32).toString('hex');
      codes.set(code, { phone, until: now() + LIFETIME_MS });
      return code;
    },
    redeem(code) {
      const found = typeof code === 'string' ? codes.get(code) : undefined;
      if (!found) return undefined;
      codes.delete(code as string);
      if (found.until < now()) return undefined;
      const { phone } = found;
      const pure = phone.replace(/^\+(86)?/, '');
      return {
        phoneNumber: phone,
        purePhoneNumber: pure,
        countryCode: phone.startsWith('+') && !phone.startsWith('+86') ? '' : '86',
        watermark: { timestamp: Math.floor(now() / 1000), appid: appId },
      };
    },
  };
}
