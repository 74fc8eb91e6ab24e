import type { KeptFiles } from './port';

const STORE = 'files';

/** Local storage holds words only; a browser keeps blobs here. */
function database(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('yige', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

/** One transaction; resolves when it is on disk, not when it was asked for. */
async function within<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const base = await database();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = base.transaction(STORE, mode, { durability: 'strict' });
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
      transaction.onerror = () => reject(transaction.error);
    });
  } finally {
    base.close();
  }
}

export const files: KeptFiles = {
  async keep(id, { blob }) {
    if (blob === undefined) return false;
    return within('readwrite', (store) => store.put(blob, id)).then(
      () => true,
      () => false,
    );
  },

  async open(id, like) {
    const blob: unknown = await within('readonly', (store) => store.get(id)).catch(() => undefined);
    // No address is made for it: it is on its way to the cloud, not to the screen.
    return blob instanceof Blob ? { ...like, path: '', blob } : undefined;
  },

  async drop(ids) {
    for (const id of ids) await within('readwrite', (store) => store.delete(id)).catch(() => undefined);
  },

  ids: () =>
    within('readonly', (store) => store.getAllKeys()).then(
      (keys) => keys.map(String),
      () => [],
    ),
};
