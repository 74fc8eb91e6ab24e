import type { Queued } from '../../domain/command/queue';
import type { Problem } from '../../domain/problem/problem';
import { startWorld, type World } from '../functions/world';
import { ensureBuild } from './build';
import { type Handset, network, newHandset } from './handset';
import { boot, type Phone } from './harness';

/** A worker's phone where there is no signal, and the village's cloud. Every test has its own. */
export interface Valley {
  readonly world: World;
  /** As it was opened last. */
  readonly phone: Phone;
  /** Opens the app on that handset. */
  open(handset: Handset, url?: string, openid?: string): Promise<Phone>;
  /** Kills the app and opens it again. */
  reopen(handset: Handset, url?: string): Promise<Phone>;
  /** A handset that has seen home, and then lost the network. */
  inTheValley(url?: string): Promise<Handset>;
  /** Commands that the handset keeps. */
  waiting(handset: Handset): Queued[];
  faults(body: object): Promise<Response>;
  problems(): Promise<Problem[]>;
  /** How often commands of these tests have reached the cloud. */
  commandCalls(): Promise<number>;
  contact(household: string, channel: string): Promise<void>;
  report(household: string, head: string, text: string): Promise<void>;
  agree(head: string): Promise<void>;
  /** On the page of the problem. */
  comment(text: string): Promise<void>;
  /** Pulls down now and then, as somebody who has just come over the hill does, until the badge is as wanted. */
  untilSent(handset: Handset, left: number): Promise<void>;
}

/** Inside `describe`: sets up and tears down around every test. */
export function openValley(): Valley {
  let dist: string;
  let world: World;
  let phone: Phone;

  beforeAll(async () => {
    dist = await ensureBuild('weapp');
  }, 240_000);

  beforeEach(async () => {
    world = await startWorld();
  });

  afterEach(async () => {
    phone?.close();
    await world.stop();
  });

  const valley: Valley = {
    get world() {
      return world;
    },
    get phone() {
      return phone;
    },
    async open(handset, url, openid = 'openid-worker') {
      phone = await boot(dist, { openid, cloudUrl: world.cloud.url, handset, ...(url ? { url } : {}) });
      return phone;
    },
    reopen(handset, url) {
      phone.kill();
      phone.close();
      return valley.open(handset, url);
    },
    async inTheValley(url) {
      const handset = newHandset();
      await valley.open(handset);
      await phone.waitFor('本周待联系 12 户');
      network(handset, false);
      if (url) await phone.go(url);
      return handset;
    },
    waiting: (handset) =>
      [...handset.storage].flatMap(([key, command]) =>
        key.startsWith('yige.command.') ? [command as Queued] : [],
      ),
    faults: (body) =>
      fetch(`${world.cloud.url}/_local/faults`, { method: 'POST', body: JSON.stringify(body) }),
    problems: () => world.documents<Problem>('problems'),
    async commandCalls() {
      const { functions } = await (await fetch(`${world.cloud.url}/_local/usage`)).json();
      return ['contact.save', 'problem.report', 'problem.comment']
        .map((name) => functions[name.split('.')[0]!]?.actions[name.split('.')[1]!]?.calls ?? 0)
        .reduce((sum, calls) => sum + calls, 0);
    },
    async contact(household, channel) {
      await phone.go('/pages/sheet/index');
      await phone.waitFor(household);
      phone.tap(`${household} 写情况`);
      await phone.waitFor('怎么联系的？');
      phone.tap(channel);
      if (channel === '入户') await phone.waitFor('见到人了吗？');
      phone.tap('保存 1 户');
      await phone.waitFor(() => phone.currentPage().path === 'pages/home/index');
    },
    async report(household, head, text) {
      await phone.go(`/pages/report/index?household=${household}&head=${encodeURIComponent(head)}`);
      await phone.waitFor('什么事？');
      phone.tap('道路');
      await phone.waitFor('说一说');
      phone.type('wx-textarea', text);
      await valley.agree(head);
      phone.tap('送出');
      await phone.waitFor(() => phone.currentPage().path === 'pages/home/index');
    },
    async agree(head) {
      phone.tap(`问过了，${head}家同意反映`);
      await phone.waitFor('家里谁同意的？');
    },
    async comment(text) {
      phone.tap('留言');
      await phone.waitFor('留句话');
      phone.type('wx-textarea', text);
      phone.tap('送出');
      await phone.waitFor(() => phone.find('.y-sheet').length === 0);
    },
    async untilSent(handset, left) {
      const sendable = () => valley.waiting(handset).filter((one) => !one.aside).length;
      for (let pulls = 0; sendable() > left; pulls += 1) {
        if (pulls > 600) throw new Error(`still ${valley.waiting(handset).length} wait:\n${phone.text()}`);
        phone.pullDown();
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
    },
  };
  return valley;
}
