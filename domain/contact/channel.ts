/** Means of contact of the article: household visit, field visit, phone, WeChat group, poster. */
export const CHANNELS = ['home', 'field', 'phone', 'wechat', 'poster'] as const;
export type Channel = (typeof CHANNELS)[number];

/** A meeting is face to face; these channels can be one. */
export const IN_PERSON_CHANNELS: readonly Channel[] = ['home', 'field'];

/** What was done at a contact: the article's own list. */
export const ACTIVITIES = [
  'policy',
  'mediation',
  'errand',
  'legal-aid',
  'clean-up',
  'opinion',
  'development',
] as const;
export type Activity = (typeof ACTIVITIES)[number];
/** How often each was done. */
export type Activities = Partial<Record<Activity, number>>;

/** Why a household could not be reached. */
export const MISS_REASONS = ['away', 'no-answer', 'no-signal', 'declined', 'ill', 'other'] as const;
export type MissReason = (typeof MISS_REASONS)[number];
