/** Every generated document says that it is generated. */
export type Synthetic<T> = T & { synthetic: true };

export function synthetic<T extends object>(document: T): Synthetic<T> {
  return { ...document, synthetic: true };
}
