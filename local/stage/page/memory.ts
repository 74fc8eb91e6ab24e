/** What the stage remembers while its tab is open; the language also afterwards. */
export function remember(key: string, value: unknown, where: Storage = sessionStorage): void {
  try {
    where.setItem(`stage.${key}`, JSON.stringify(value));
  } catch {
    // A full or forbidden storage costs comfort, nothing else.
  }
}

export function remembered<T>(key: string, otherwise: T, where: Storage = sessionStorage): T {
  try {
    const text = where.getItem(`stage.${key}`);
    return text === null ? otherwise : (JSON.parse(text) as T);
  } catch {
    return otherwise;
  }
}

export function forgetStage(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith('stage.')) sessionStorage.removeItem(key);
}
