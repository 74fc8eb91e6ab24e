import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** WeChat's rule for `scene`: at most 32 visible characters of this set. */
export function validScene(scene: unknown): scene is string {
  return typeof scene === 'string' && /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/.test(scene);
}

const CELLS = 21;

/**
 * A picture in place of a mini program code: a PNG whose pattern follows from the scene, and whose text chunk carries it.
 * No camera reads it; a person sees that two codes differ, and a test reads the scene back.
 */
export function miniCode(scene: string, page: string, width: number): Buffer {
  const size = Math.floor(Math.min(1280, Math.max(280, width)) / CELLS) * CELLS;
  const cell = size / CELLS;
  const bits = createHash('sha512').update(`${page}?${scene}`).digest();
  const dark = (x: number, y: number) => {
    const n = (y * Math.ceil(CELLS / 2) + Math.min(x, CELLS - 1 - x)) % 512;
    return ((bits[n >> 3]! >> (n & 7)) & 1) === 1;
  };
  const rows = Buffer.alloc(size * (size + 1));
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++)
      rows[y * (size + 1) + 1 + x] = dark(Math.floor(x / cell), Math.floor(y / cell)) ? 0x20 : 0xff;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // Eight bits a pixel, grey.
  header[8] = 8;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(`scene\0${scene}`, 'latin1')),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** As the PNG specification defines it: https://www.w3.org/TR/png/#5CRC-algorithm */
function crc32(data: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
