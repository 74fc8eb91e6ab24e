import * as z from 'zod';
import { POINTS_CONSENT_VERSION } from '../../points/membership';
import { file, id, photos, text } from '../fields';

/** Absent: the caller's own. */
const household = id.optional();
/** Of an order or of a card. */
const code = z.string().regex(/^[A-HJ-NP-Z2-9]{8}$/);

export const SHOP_INPUTS = {
  /** By `code`: at the counter, whose order or card it is. */
  'shop.open': z.strictObject({ household, code: code.optional() }),
  /** `agreedBy`: who of the family said yes to the worker who writes it down. */
  'shop.join': z.strictObject({
    household,
    consent: z.literal(POINTS_CONSENT_VERSION),
    agreedBy: text(30).optional(),
  }),
  /** Goes on, in the wording as it is now. */
  'shop.renew': z.strictObject({
    household,
    consent: z.literal(POINTS_CONSENT_VERSION),
    agreedBy: text(30).optional(),
  }),
  /** `agreedBy`: who of the family wants to leave, when its worker writes it down. */
  'shop.leave': z.strictObject({ household, agreedBy: text(30).optional() }),
  'shop.request': z.strictObject({
    household,
    rule: z.string().max(40),
    text: text(500),
    photos: photos.optional(),
  }),
  'shop.order': z.strictObject({ household, good: id }),
  'shop.cancel': z.strictObject({ household, order: id }),
  /** Without `good`: a new one. `add`: how many come to the shelf, or are taken from it. */
  'shop.stock': z.strictObject({
    good: id.optional(),
    name: text(30),
    cost: z.number().int().min(1).max(10_000),
    add: z.number().int().min(-10_000).max(10_000),
    photo: file.optional(),
    listed: z.boolean(),
  }),
  'shop.goods': z.strictObject({}),
  /** The code of an order is told at the counter, or a card is shown and `order` says for which one. */
  'shop.handOut': z.strictObject({ code, order: id.optional() }),
  /** A new paper card; the old one opens nothing any more. */
  'shop.card': z.strictObject({ household: id }),
} as const;
