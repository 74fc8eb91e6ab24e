/** The phone as drawn: CSS pixels of the screen inside, and of the case around it. */
const SCREEN = { width: 390, height: 844 };
const CASE = 18;
const SMALLEST = 0.42;

/** Keeps the phones as large as the space allows; where four do not fit side by side, they are swiped through. */
export function fitPhones(row: HTMLElement): void {
  const resize = () => {
    const style = getComputedStyle(row);
    const gap = Number.parseFloat(style.columnGap) || 0;
    const head = row.querySelector<HTMLElement>('.who')?.offsetHeight ?? 0;
    const swiped = window.innerWidth < 900;
    const columns = swiped ? 1 : row.children.length;
    const wide = (row.clientWidth - gap * (columns - 1) - (swiped ? 48 : 0)) / columns - CASE;
    const below = window.innerHeight - row.getBoundingClientRect().top - window.scrollY;
    const tall = (swiped ? window.innerHeight - 120 : below - 44) - head - 10 - CASE;
    const scale = Math.max(SMALLEST, Math.min(wide / SCREEN.width, tall / SCREEN.height, 1));
    row.style.setProperty('--scale', scale.toFixed(4));
  };
  new ResizeObserver(resize).observe(row);
  window.addEventListener('resize', resize);
  resize();
}
