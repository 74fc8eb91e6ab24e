/** `苏**`: the first character stays, and no more stars than a common name has; a name of one character has one, too. */
export function maskedName(name: string): string {
  const [first = '', ...rest] = [...name];
  return first + '*'.repeat(Math.min(Math.max(rest.length, 1), 2));
}

/** `199****0001`; of a landline the last four digits go. */
export function maskedPhone(phone: string): string {
  return /^1\d{10}$/.test(phone)
    ? `${phone.slice(0, 3)}****${phone.slice(-4)}`
    : phone.replace(/\d{1,4}$/, (digits) => '*'.repeat(digits.length));
}
