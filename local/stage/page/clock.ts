import { el } from './dom';
import { doors, type NextDeadline } from './doors';
import { aheadText, dateText, hourText, weekdayText, weekText } from './moment';
import { words } from './words';

export interface ClockBar {
  readonly element: HTMLElement;
  readonly deadlineButton: HTMLElement;
  now(): number;
  /** The cloud's clock has moved; ms that it is ahead of real time. */
  stand(offset: number): void;
}

interface ClockOptions {
  /** Which deadline the stage cares about. */
  deadlineOf(): Record<string, string>;
  /** Runs each half minute and after each move. */
  tick(now: number): void;
  say(text: string): void;
}

/** The simulated time, and the ways to move it. */
export function openClockBar({ deadlineOf, tick, say }: ClockOptions): ClockBar {
  let offset = 0;
  const now = () => Date.now() + offset;
  const date = el('span', { class: 'clock-date' });
  const hour = el('b', { class: 'clock-hour' });
  const week = el('span', { class: 'clock-week' });
  const ahead = el('span', { class: 'clock-ahead' });

  const button = (text: string, move: () => Promise<unknown>, strong = false) =>
    el(
      'button',
      { type: 'button', class: strong ? 'move strong' : 'move', onclick: () => void going(move) },
      text,
    );
  const deadlineButton = button(words.deadline, toDeadline, true);
  const moves = el(
    'div',
    { class: 'clock-moves' },
    button(words.hour, () => doors.advance('PT1H')),
    button(words.day, () => doors.advance('P1D')),
    button(words.week, () => doors.advance('P7D')),
    deadlineButton,
  );
  const element = el(
    'div',
    { class: 'clock', role: 'group' },
    el(
      'div',
      { class: 'clock-face' },
      hour,
      el('span', { class: 'clock-day' }, date, el('span', { class: 'clock-below' }, week, ahead)),
    ),
    moves,
  );

  async function going(move: () => Promise<unknown>): Promise<void> {
    element.classList.add('moving');
    for (const one of moves.querySelectorAll('button')) one.disabled = true;
    say(words.moving);
    try {
      const arrived = await move();
      say(typeof arrived === 'string' ? arrived : '');
    } catch (error) {
      say(error instanceof Error ? error.message : words.failed);
    } finally {
      element.classList.remove('moving');
      for (const one of moves.querySelectorAll('button')) one.disabled = false;
    }
  }

  async function toDeadline(): Promise<string> {
    const { next } = await doors.nextDeadline(deadlineOf());
    if (!next) return words.noDeadline;
    await doors.moveTo(next.sweptAt);
    return words.moved(words.deadlineOf(short(next)));
  }

  function draw(): void {
    const at = now();
    date.textContent = `${dateText(at)} ${weekdayText(at)}`;
    hour.textContent = hourText(at);
    week.textContent = weekText(at);
    const far = aheadText(offset);
    ahead.textContent = far ? words.ahead(far) : '';
    tick(at);
  }

  setInterval(draw, 15_000);
  return {
    element,
    deadlineButton,
    now,
    stand(by) {
      offset = by;
      draw();
    },
  };
}

function short({ problem }: NextDeadline): string {
  return problem.text.length > 14 ? `${problem.text.slice(0, 13)}…` : problem.text;
}
