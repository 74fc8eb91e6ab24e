import { drawing, el } from './dom';
import type { StageRole } from './doors';
import { words } from './words';

const AIR =
  '<svg viewBox="0 0 62 14" aria-hidden="true"><path d="M1 9h2v4H1zM5 7h2v6H5zM9 4h2v9H9zM13 1h2v12h-2z"/><path d="M28 4a8 8 0 0 1 11 0l-1.5 1.7a5.7 5.7 0 0 0-8 0zM31 7.5a4 4 0 0 1 5 0L33.5 11z"/><rect x="46" y="2" width="13" height="10" rx="2.5" fill="none" stroke="currentColor"/><rect x="47.5" y="3.5" width="8" height="7" rx="1"/></svg>';
const TOAST_MS = 2_600;

export interface Glass {
  readonly element: HTMLElement;
  readonly frame: HTMLIFrameElement;
  time(text: string): void;
  toast(text: string): void;
}

/** The phone as drawn: case, status bar, and the product in its own frame; `over` lies on top of it. */
export function drawGlass(role: StageRole, over: HTMLElement[]): Glass {
  const clock = el('span', { class: 'status-time' });
  const frame = el('iframe', {
    title: words[role],
    allow: 'microphone; geolocation; camera; clipboard-write',
  });
  const toast = el('div', { class: 'phone-toast', role: 'status' });
  const status = el('div', { class: 'status' }, clock, el('span', { class: 'status-air' }, drawing(AIR)));
  const screen = el('div', { class: 'screen' }, status, frame, ...over, toast);
  let fading: ReturnType<typeof setTimeout> | undefined;
  return {
    element: el('div', { class: 'body' }, el('div', { class: 'fit' }, screen)),
    frame,
    time(text) {
      clock.textContent = text;
    },
    toast(text) {
      clearTimeout(fading);
      toast.textContent = text;
      toast.classList.add('shown');
      fading = setTimeout(() => toast.classList.remove('shown'), TOAST_MS);
    },
  };
}
