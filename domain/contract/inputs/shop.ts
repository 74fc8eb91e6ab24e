import * as z from 'zod';
import { file, id, photos, text } from '../fields';

const household = id;
const card = z.string().regex(/^[A-Z0-9]{8,12}$/);

export const SHOP_INPUTS = {
  /** Without a household: the caller's own. By `card`: at the counter. */
  'shop.open': z.strictObject({ household: household.optional(), card: card.optional() }),
  'shop.join': z.strictObject({ household: household.optional(), agreedBy: text(30).optional() }),
  'shop.leave': z.strictObject({ household: household.optional() }),
  'shop.request': z.strictObject({
    household: household.optional(),
    rule: z.string().max(40),
    text: text(500),
    photos: photos.optional(),
  }),
  'shop.order': z.strictObject({ household: household.optional(), good: id }),
  'shop.cancel': z.strictObject({ household: household.optional(), order: id }),
  /** Without `good`: a new one. */
  'shop.stock': z.strictObject({
    good: id.optional(),
    name: text(30),
    cost: z.number().int().min(1).max(10_000),
    stock: z.number().int().min(0).max(10_000),
    photo: file.optional(),
    listed: z.boolean(),
  }),
  'shop.goods': z.strictObject({}),
  /** The code is shown at the counter, and the good is handed over. */
  'shop.handOut': z.strictObject({ code: z.string().regex(/^[A-Z0-9]{6,12}$/) }),
  'shop.card': z.strictObject({ household }),
} as const;
