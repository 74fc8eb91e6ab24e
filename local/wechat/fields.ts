/**
 * WeChat's rules for the values of a subscription message, by the kind in the field's name (`thing1`, `time3`).
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html
 * A value that breaks its rule, or is empty, is errcode 47003.
 */
const RULES: Record<string, (value: string) => boolean> = {
  thing: (value) => length(value) <= 20,
  number: (value) => /^-?\d+(\.\d+)?$/.test(value) && value.length <= 32,
  letter: (value) => /^[A-Za-z]+$/.test(value) && value.length <= 32,
  symbol: (value) => length(value) <= 5,
  character_string: (value) => /^[\x20-\x7e]+$/.test(value) && value.length <= 32,
  time: (value) => isTime(value),
  date: (value) => isDate(value),
  amount: (value) => /^[¥￥$]?\d+(\.\d+)?元?$/.test(value) && value.length <= 12,
  phone_number: (value) => /^[\d+\-() ]{1,17}$/.test(value),
  car_number: (value) => length(value) <= 8,
  name: (value) =>
    /[\u3400-\u9fff]/.test(value)
      ? length(value) <= 10
      : /^[A-Za-z .·'-]+$/.test(value) && length(value) <= 20,
  phrase: (value) => /^[\u3400-\u9fff]+$/.test(value) && length(value) <= 5,
};

const CLOCK = '([01]?\\d|2[0-4]):[0-5]\\d(:[0-5]\\d)?';
const DAY = '\\d{4}(年\\d{1,2}月\\d{1,2}日|-\\d{1,2}-\\d{1,2}|/\\d{1,2}/\\d{1,2}|\\.\\d{1,2}\\.\\d{1,2})';

function length(value: string): number {
  return [...value].length;
}

function isDate(value: string): boolean {
  return new RegExp(`^${DAY}( ${CLOCK})?$`).test(value) || new RegExp(`^${DAY}~${DAY}$`).test(value);
}

function isTime(value: string): boolean {
  return new RegExp(`^(${DAY} )?${CLOCK}(~(${DAY} )?${CLOCK})?$`).test(value) || isDate(value);
}

/** The name of the first field that WeChat would refuse. */
export function badField(
  fields: Record<string, string>,
  data: Record<string, { value?: unknown }>,
): string | undefined {
  for (const name of Object.keys(fields)) {
    const value = data[name]?.value;
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text !== 'string' || text.trim() === '') return name;
    const rule = RULES[name.replace(/\d+$/, '')];
    if (rule && !rule(text)) return name;
  }
  return undefined;
}
