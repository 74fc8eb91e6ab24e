import { openClockBar } from './clock';
import { cells, el } from './dom';
import { doors, listen, type PersonCard, type StageRole } from './doors';
import { fitPhones } from './fit';
import { openGuide } from './guide';
import { forgetStage, remember, remembered } from './memory';
import { openMeter } from './meter';
import { hourText } from './moment';
import { openPhone, type Phone, setStageNow } from './phone';
import { language, switchLanguage, words } from './words';

const ROLES: readonly StageRole[] = ['resident', 'worker', 'chief', 'secretary'];
/** Below this the meter waits behind its button. */
const WIDE = 1700;

async function raise(): Promise<void> {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = words.page;
  const [bill, time] = await Promise.all([doors.bill(), doors.time()]);
  setStageNow(time.ms);
  const phones: Phone[] = ROLES.map((role, index) =>
    openPhone(role, phoneOrigin(bill.phones[index]!), bill.cast[role], (person) => void bringAlong(person)),
  );

  async function bringAlong(person: PersonCard): Promise<void> {
    const { cast } = await doors.bill(person.id);
    for (const phone of phones) if (phone.person.id !== person.id) phone.become(cast[phone.role]);
  }

  const notice = el('div', { class: 'notice', role: 'status' });
  let fading: ReturnType<typeof setTimeout> | undefined;
  const say = (text: string) => {
    clearTimeout(fading);
    notice.textContent = text;
    if (text !== words.moving && text !== words.offline) fading = setTimeout(() => say(''), 6_000);
  };
  const secretary = () => phones.find((phone) => phone.role === 'secretary')!.person;
  const clock = openClockBar({
    say,
    deadlineOf: () => ({
      area: secretary().area.slice(0, 12),
      ...(guide.problem() ? { problem: guide.problem() } : {}),
    }),
    tick(now) {
      setStageNow(now);
      for (const phone of phones) phone.tick(hourText(now));
    },
  });
  const guide = openGuide((place) => {
    for (const phone of phones) phone.element.classList.toggle('pointed', phone.role === place);
    clock.deadlineButton.classList.toggle('pointed', place === 'deadline');
  });
  const meter = openMeter();
  const row = el('div', { class: 'phones' }, ...phones.map((phone) => phone.element));
  document.body.replaceChildren(
    topBar(clock.element, meter.summary),
    guide.element,
    notice,
    el('main', { class: 'stage' }, row, meter.element),
    el('footer', { class: 'foot' }, words.synthetic),
  );
  fitPhones(row);
  clock.stand(time.ms, time.offset);
  void meter.read();

  listen({
    clock(now, offset) {
      clock.stand(now, offset);
      for (const phone of phones) phone.refresh(now);
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
