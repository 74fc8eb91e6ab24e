import { PHOTO_BYTES, PHOTO_EDGE } from './port';

function drawn(image: ImageBitmap, edge: number): HTMLCanvasElement {
  const scale = Math.min(1, edge / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function asJpeg(canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
}

/**
 * Redrawn even when small: that drops the place and the phone's name from the file's metadata.
 * @returns undefined when the file is no picture
 */
export async function compressPhoto(file: Blob): Promise<Blob | undefined> {
  const image = await createImageBitmap(file).catch(() => undefined);
  if (image === undefined) return undefined;
  let best: Blob | null = null;
  for (const [edge, quality] of [
    [PHOTO_EDGE, 0.8],
    [PHOTO_EDGE, 0.6],
    [960, 0.6],
    [800, 0.4],
  ] as const) {
    best = await asJpeg(drawn(image, edge), quality);
    if (best !== null && best.size <= PHOTO_BYTES) break;
  }
  image.close();
  return best ?? undefined;
}
