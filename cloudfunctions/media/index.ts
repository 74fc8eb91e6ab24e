import { createHash } from 'node:crypto';
import { Refusal } from '../../domain/error/refusal';
import { cloud } from '../kit/cloud';
import { folder } from '../kit/files';
import { serve } from '../kit/serve';

/** After compression on the phone; more is not needed to see a pothole and costs a herder's data. */
const MOST_BYTES = { photo: 300 * 1024, voice: 640 * 1024 } as const;

/** First bytes of what may be kept, so that a name cannot lie about the content. */
const SIGNATURES: Record<string, RegExp> = {
  'image/jpeg': /^ffd8ff/,
  'image/png': /^89504e470d0a1a0a/,
  'image/webp': /^52494646.{8}57454250/,
  'audio/mpeg': /^(494433|fff[23ab])/,
  'audio/webm': /^1a45dfa3/,
  'audio/mp4': /^.{8}66747970/,
  'audio/ogg': /^4f676753/,
};

/** How the H5 build uploads; the mini program uploads to storage directly. The same bytes get the same name. */
export const main = serve('media', {
  async put({ input: { kind, type, base64 }, caller: { person } }) {
    const bytes = Buffer.from(base64, 'base64');
    if (bytes.length > MOST_BYTES[kind]) throw new Refusal('TOO_LARGE', { path: 'base64' });
    const fits = type.startsWith(kind === 'photo' ? 'image/' : 'audio/');
    if (!fits || !SIGNATURES[type]?.test(bytes.subarray(0, 12).toString('hex'))) {
      throw new Refusal('BAD_INPUT', { path: fits ? 'base64' : 'type' });
    }
    const name = createHash('sha256').update(bytes).digest('hex').slice(0, 24);
    const cloudPath = `${folder(person._id, name)}/${name}.${type.split('/')[1]}`;
    const { fileID } = await cloud.uploadFile({ cloudPath, fileContent: bytes });
    return { file: fileID };
  },
});
