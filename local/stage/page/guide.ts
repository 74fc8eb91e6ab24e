import { drawing, el } from './dom';
import type { Call, Message } from './doors';
import { remember, remembered } from './memory';
import { words } from './words';

const TICK =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M5 13l5 5L19 7" fill="none" stroke="currentColor" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round"/></svg>';
/** The chief's message comes while the report itself is still being answered. */
const TOGETHER_MS = 5_000;

type Place = 'resident' | 'worker' | 'chief' | 'secretary' | 'deadline';

const STEPS: readonly { title: string; text: string; at: Place }[] = [
  { title: words.step1, text: words.step1Do, at: 'worker' },
  { title: words.step2, text: words.step2Do, at: 'resident' },
  { title: words.step3, text: words.step3Do, at: 'chief' },
  { title: words.step4, text: words.step4Do, at: 'deadline' },
  { title: words.step5, text: words.step5Do, at: 'secretary' },
];

interface Progress {
  done: number[];
  /** The problem that the guide follows, once a message has told its id. */
  problem: string;
  /** The secretary is through; now it is the resident's turn. */
  answered?: boolean;
}

export interface Guide {
  readonly element: HTMLElement;
  /** The problem that the clock should care about first. */
  problem(): string;
  heardCall(call: Call): void;
  heardMessage(message: Message, role: string | undefined): void;
}

/** Five steps that tick themselves off as the events arrive, in whatever order somebody plays. */
export function openGuide(pointAt: (place: Place | null) => void): Guide {
  let progress = remembered<Progress>('guide', { done: [], problem: '' });
  let toChief = { problem: '', heard: 0 };
  const element = el('section', { class: 'guide', 'aria-label': words.guide });

  function set(change: Partial<Progress>): void {
    progress = { ...progress, ...change };
    remember('guide', progress);
    draw();
  }

  const done = (step: number) => progress.done.includes(step);
  function finish(step: number): void {
    if (!done(step)) set({ done: [...progress.done, step] });
  }

  function draw(): void {
    const current = STEPS.findIndex((_, index) => !done(index));
    const steps = STEPS.map(({ title }, index) =>
      el(
        'li',
        {
          class: done(index) ? 'step done' : index === current ? 'step current' : 'step',
          ...(index === current ? { 'aria-current': 'step' } : {}),
        },
        el('span', { class: 'step-cell' }, done(index) ? drawing(TICK) : String(index + 1)),
        el('span', { class: 'step-title' }, title),
      ),
    );
    const step = STEPS[current];
    element.replaceChildren(
      el('ol', { class: 'steps' }, ...steps),
      el(
        'p',
        { class: 'guide-text' },
        step ? step.text : words.done,
        ...(step
          ? []
          : [
              el(
                'button',
                {
                  type: 'button',
                  class: 'quiet',
                  onclick: () => set({ done: [], problem: '', answered: false }),
                },
                words.again,
              ),
            ]),
      ),
    );
    pointAt(step?.at === 'secretary' && progress.answered ? 'resident' : (step?.at ?? null));
  }

  draw();
  return {
    element,
    problem: () => progress.problem,
    heardCall({ function: fn, action, ok, trigger }) {
      if (!ok || trigger === 'timer') return;
      const name = `${fn}.${action}`;
      if (name === 'contact.save') finish(0);
      if (name === 'problem.report') {
        const told = Date.now() - toChief.heard < TOGETHER_MS;
        set({
          done: [...new Set([...progress.done, 1, ...(told ? [2] : [])])],
          problem: told ? toChief.problem : '',
        });
      }
      if (name === 'problem.finish' && done(3)) set({ answered: true });
      if (name === 'problem.confirm' && done(3)) finish(4);
    },
    heardMessage({ page }, role) {
      const problem = /[?&]id=([^&]+)/.exec(page)?.[1] ?? '';
      if (role === 'chief') {
        toChief = { problem, heard: Date.now() };
        if (done(1) && !done(2)) set({ done: [...progress.done, 2], problem });
      }
      if (role === 'secretary' && done(2) && problem === progress.problem) finish(3);
    },
  };
}
