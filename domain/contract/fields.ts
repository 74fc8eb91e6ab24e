import * as z from 'zod';

/** Ids are made by the client or derived by the server; both stay inside this alphabet. */
export const id = z.string().regex(/^[A-Za-z0-9_.@-]{1,80}$/);
/** Made by the client, unique per command, kept until acknowledged. */
export const commandId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
/** A text a person wrote; trimmed, never empty. */
export const text = (most: number) => z.string().trim().min(1).max(most);
/** Milliseconds since the epoch, between 2020 and 2100. */
export const instant = z.number().int().min(1_577_836_800_000).max(4_102_444_800_000);
/** What storage answered to an upload. */
export const file = z.string().regex(/^cloud:\/\/[A-Za-z0-9_.@/-]{1,240}$/);
export const areaCode = z.string().regex(/^\d{6}(\d{3}){0,3}$/);
export const photos = z.array(file).max(6);
export const voice = z.strictObject({ file, seconds: z.number().min(0).max(120) });
/** `2026-W48` */
export const week = z.string().max(10);

/** A hint in words, with a position if the person gave one; never proof. */
export const place = z.strictObject({
  words: text(80),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
  accuracy: z.number().min(0).max(100_000).optional(),
});
