/** Taro's own preview brings a swiper of 45 kB; looking at a photo needs a dark ground and a tap. */
export function previewPhotos(photos: string[], current: string): void {
  let at = Math.max(0, photos.indexOf(current));
  const ground = document.createElement('div');
  const image = document.createElement('img');
  ground.setAttribute('role', 'dialog');
  ground.style.cssText =
    'position:fixed;inset:0;z-index:3000;display:flex;align-items:center;justify-content:center;background:rgba(20,22,18,.94)';
  image.style.cssText = 'max-width:100%;max-height:100%';
  const show = () => {
    image.src = photos[at] ?? current;
  };
  // Each tap shows the next photo, the last one closes.
  ground.addEventListener('click', () => {
    at += 1;
    if (at < photos.length) show();
    else ground.remove();
  });
  show();
  ground.append(image);
  document.body.append(ground);
}
