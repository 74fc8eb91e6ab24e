/** Wording of the consent to be bound to a household; grows with every change of the text shown (`src/i18n`). */
export const CONSENT_VERSION = '2026-11';
