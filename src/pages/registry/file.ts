/** A file as it travels: the hash names it, parts of it fit into a call. */
export interface Chosen {
  name: string;
  /** SHA-256, hexadecimal. */
  hash: string;
  parts: string[];
}

/** 450 kB are 600,000 characters of base64. */
const PART_BYTES = 450_000;

/** Must be called inside a tap. Browsers only; undefined when the person changed their mind. */
export async function chooseFile(): Promise<Chosen | undefined> {
  const file = await pick();
  if (!file) return undefined;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hash = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const count = Math.max(1, Math.ceil(bytes.length / PART_BYTES));
  const parts = Array.from({ length: count }, (_, n) =>
    asBase64(bytes.subarray(n * PART_BYTES, (n + 1) * PART_BYTES)),
  );
  return { name: file.name.slice(0, 120), hash, parts };
}

/** Hands bytes to the browser as a download. */
export function saveFile(name: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes]));
  openFile(url, name);
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}

export function openFile(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}

function pick(): Promise<File | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'registry-file';
    input.accept = '.xlsx,.csv';
    input.style.display = 'none';
    const finish = (file: File | undefined) => {
      input.remove();
      resolve(file);
    };
    input.addEventListener('change', () => finish(input.files?.[0]));
    input.addEventListener('cancel', () => finish(undefined));
    document.body.append(input);
    input.click();
  });
}

function asBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}
