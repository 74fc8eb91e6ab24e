import { type ClockBar, openClockBar } from './clock';
import { cells, el } from './dom';
import { doors, listen, type PersonCard, type StageRole } from './doors';
import { fitPhones } from './fit';
import { type Guide, openGuide } from './guide';
import { forgetStage, remember, remembered } from './memory';
import { type Meter, openMeter } from './meter';
import { hourText } from './moment';
import { openPhone, type Phone } from './phone';
import { language, switchLanguage, words } from './words';

const ROLES: readonly StageRole[] = ['resident', 'worker', 'chief', 'secretary'];
/** Below this the meter waits behind its button. */
const WIDE = 1700;

async function raise(): Promise<void> {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = words.page;
  const [bill, time] = await Promise.all([doors.bill(), doors.time()]);
  if (remembered('scale', bill.scale) !== bill.scale) forgetStage();
  remember('scale', bill.scale);
  const phones: Phone[] = [];
  const notice = openNotice();
  const clock = openClockBar({
    say: notice.say,
    deadlineOf: () => ({ ...around(phones), ...(guide.problem() ? { problem: guide.problem() } : {}) }),
    tick(now) {
      for (const phone of phones) phone.tick(hourText(now));
    },
  });
  clock.stand(time.offset);
  for (const [index, role] of ROLES.entries()) {
    const origin = phoneOrigin(bill.phones[index]!);
    const bringAlong = (person: PersonCard) => void bringOthers(phones, person);
    phones.push(openPhone({ role, origin, person: bill.cast[role], now: clock.now, bringAlong }));
  }
  const guide = openGuide((place) => {
    for (const phone of phones) phone.element.classList.toggle('pointed', phone.role === place);
    clock.deadlineButton.classList.toggle('pointed', place === 'deadline');
  });
  const meter = openMeter();
  const row = el('div', { class: 'phones' }, ...phones.map((phone) => phone.element));
  document.body.replaceChildren(
    topBar(clock.element, meter.summary),
    guide.element,
    notice.element,
    el('main', { class: 'stage' }, row, meter.element),
    el('footer', { class: 'foot' }, words.synthetic),
  );
  fitPhones(row);
  clock.stand(time.offset);
  void meter.read();
  follow({ phones, clock, guide, meter, say: notice.say });
}

interface Parts {
  phones: readonly Phone[];
  clock: ClockBar;
  guide: Guide;
  meter: Meter;
  say(text: string): void;
}

/** Brings what happens in the cloud, and what the phones' pages say, to the parts that care. */
function follow({ phones, clock, guide, meter, say }: Parts): void {
  listen({
    clock(offset) {
      clock.stand(offset);
      for (const phone of phones) phone.refresh();
    },
    message(message) {
      const phone = phones.find(({ person }) => person.openid === message.openid);
      phone?.arrive(message);
      guide.heardMessage(message, phone?.role);
    },
    call(call) {
      meter.heard(call);
      guide.heardCall(call);
    },
    line: (up) => say(up ? '' : words.offline),
  });
  window.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    const phone = phones.find((one) => one.owns(source));
    if (phone) hearPhone(phone, data);
  });
}

/** A line at the foot that comes and goes. */
function openNotice() {
  const element = el('div', { class: 'notice', role: 'status' });
  let fading: ReturnType<typeof setTimeout> | undefined;
  const say = (text: string): void => {
    clearTimeout(fading);
    element.textContent = text;
    if (text !== words.moving && text !== words.offline) fading = setTimeout(() => say(''), 6_000);
  };
  return { element, say };
}

/** The village that the stage plays in, for the clock to look for deadlines. */
function around(phones: readonly Phone[]): Record<string, string> {
  const secretary = phones.find((phone) => phone.role === 'secretary');
  return secretary ? { area: secretary.person.area.slice(0, 12) } : {};
}

async function bringOthers(phones: readonly Phone[], person: PersonCard): Promise<void> {
  const { cast } = await doors.bill(person.id);
  for (const phone of phones) if (phone.person.id !== person.id) phone.become(cast[phone.role]);
}

/** What the product asks of WeChat (`yige`), and what the stage's own script in its page tells (`stage`). */
function hearPhone(phone: Phone, data: unknown): void {
  if (typeof data !== 'object' || data === null) return;
  if ('stage' in data && data.stage === 'page' && 'page' in data) phone.visited(String(data.page));
  if (
    'yige' in data &&
    data.yige === 'consent' &&
    'id' in data &&
    'templates' in data &&
    Array.isArray(data.templates)
  )
    phone.consent(String(data.id), data.templates.map(String));
}

/** The host that this page was asked for by: with `localhost` in the address bar the phones are at `localhost` too. */
function phoneOrigin(origin: string): string {
  return origin.replace('127.0.0.1', location.hostname);
}

function topBar(clock: HTMLElement, summary: HTMLElement): HTMLElement {
  const open = remembered('meter', window.innerWidth >= WIDE);
  document.body.classList.toggle('with-meter', open);
  const toggle = el(
    'button',
    {
      type: 'button',
      class: 'tool',
      'aria-pressed': String(open),
      onclick: () => {
        const shown = document.body.classList.toggle('with-meter');
        toggle.setAttribute('aria-pressed', String(shown));
        remember('meter', shown);
      },
    },
    words.meter,
    summary,
  );
  return el(
    'header',
    { class: 'top' },
    el(
      'div',
      { class: 'brand' },
      cells(1),
      el('div', {}, el('b', {}, words.title), el('span', {}, words.motto)),
    ),
    clock,
    el(
      'div',
      { class: 'tools' },
      toggle,
      el(
        'button',
        {
          type: 'button',
          class: 'tool',
          onclick: (event) => void startOver(event.currentTarget as HTMLButtonElement),
        },
        words.reset,
      ),
      el('button', { type: 'button', class: 'tool', onclick: switchLanguage }, words.other),
    ),
  );
}

async function startOver(button: HTMLButtonElement): Promise<void> {
  if (!window.confirm(words.resetAsk)) return;
  button.disabled = true;
  button.textContent = words.resetting;
  await doors.moveTo(Date.now());
  await doors.reset();
  forgetStage();
  location.reload();
}

void raise().catch((error: unknown) => {
  document.body.replaceChildren(
    el('p', { class: 'broken' }, error instanceof Error ? error.message : words.failed),
  );
});
