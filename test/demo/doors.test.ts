import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONSENT_VERSION } from '../../domain/household/consent';
import { type Cloud, startCloud } from '../../local/cloud';
import { openDemoDoors } from '../../local/demo/doors';
import { plantOnce } from '../../local/demo/planting';
import { registeredTemplates, TEMPLATE_IDS } from '../../local/main/templates';
import { FUNCTIONS } from '../setup';

const WORKER = 'w150625103212001-01';

describe('the demonstration doors', () => {
  let dir: string;
  let cloud: Cloud;
  const recipe = { scale: 'village', seed: 'test', templates: TEMPLATE_IDS } as const;

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'yige-demo-'));
    cloud = await startCloud({
      dataDir: dir,
      extraPorts: [0],
      functionsDir: FUNCTIONS,
      indexes: join('cloudfunctions', 'indexes.json'),
      functionEnv: { SESSION_SECRET: 's'.repeat(40), WX_TEMPLATES: JSON.stringify(TEMPLATE_IDS) },
      templates: registeredTemplates(),
      durable: false,
    });
    await plantOnce(cloud, recipe, () => undefined);
    openDemoDoors(cloud, { scale: 'village', templates: Object.values(TEMPLATE_IDS), app: '/app/' });
  });

  afterAll(async () => {
    await cloud.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  const get = async (path: string, origin = cloud.url) => {
    const reply = await fetch(`${origin}${path}`);
    return { status: reply.status, body: await reply.text() };
  };
  const login = (body: string) => fetch(`${cloud.url}/_local/login`, { method: 'POST', body });

  it('counts everybody of a role, whatever the limit', async () => {
    const all = JSON.parse((await get('/_local/people?role=worker&limit=1000')).body);
    const few = JSON.parse((await get('/_local/people?role=worker&limit=3')).body);
    expect(all.people).toHaveLength(all.total);
    expect(few.total).toBe(all.total);
    expect(few.people).toHaveLength(3);
    expect(few.people[0]).toMatchObject({ id: WORKER, role: 'worker', area: '150625103212001' });
  });

  it('narrows people down to an area and to a name', async () => {
    const grid = JSON.parse((await get('/_local/people?role=worker&area=150625103212002')).body);
    for (const person of grid.people) expect(person.area).toBe('150625103212002');
    const [someone] = grid.people;
    const named = JSON.parse(
      (await get(`/_local/people?role=worker&name=${encodeURIComponent(someone.name)}`)).body,
    );
    expect(named.people.map(({ id }: { id: string }) => id)).toContain(someone.id);
  });

  it('signs a person in through the product’s own session function', async () => {
    const { token, openid } = await (await login(JSON.stringify({ person: WORKER }))).json();
    const home = await fetch(`${cloud.url}/call/home`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ action: 'open', input: {} }),
    });
    expect(openid).toBe(`odemo_${WORKER}`);
    expect((await home.json()).data.me.id).toBe(WORKER);
  });

  it('lets in a phone that nobody has registered, which can ask to be bound and nothing else', async () => {
    const { token, openid } = await (await login(JSON.stringify({ person: 'new-1' }))).json();
    expect(openid).toBe('onew_1');
    const call = async (fn: string, body: object) => {
      const reply = await fetch(`${cloud.url}/call/${fn}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ id: 'new-phone-001', ...body }),
      });
      return (await reply.json()).error?.code;
    };
    expect(await call('home', { action: 'open', input: {} })).toBe('NOT_REGISTERED');
    const input = { code: 'ABCDEFGH', name: '图雅', consent: CONSENT_VERSION };
    expect(await call('household', { action: 'ask', input })).toBe('NOT_FOUND');
    expect((await get('/_local/enter?person=new-1&to=pages/bind/index')).status).toBe(200);
    expect((await get('/_local/enter?person=new-A')).status).toBe(404);
  });

  it('lets a phone in with a session and the person’s consents, and nobody else’s leftovers', async () => {
    const { status, body } = await get(
      `/_local/enter?person=${WORKER}&to=pages/inbox/index`,
      cloud.origins[1],
    );
    expect(status).toBe(200);
    expect(body).toContain('localStorage.clear()');
    expect(body).toContain('"to":"pages/inbox/index"');
    expect(cloud.phones.left(`odemo_${WORKER}`, TEMPLATE_IDS.task)).toBeGreaterThan(0);
  });

  it('names four people who belong together', async () => {
    const { cast } = JSON.parse((await get('/_local/cast')).body);
    const around = JSON.parse((await get(`/_local/cast?around=${cast.worker.id}`)).body).cast;
    expect(around.worker).toEqual(cast.worker);
    expect(cast.chief.area).toBe(cast.resident.area);
    expect(cast.resident.area.startsWith(cast.secretary.area)).toBe(true);
  });

  it('tells the earliest deadline ahead', async () => {
    const { next } = JSON.parse((await get('/_local/next-deadline?area=150625103212')).body);
    expect(next.at).toBeGreaterThan(cloud.clock.now());
    const preferred = JSON.parse((await get(`/_local/next-deadline?problem=${next.problem.id}`)).body).next;
    expect(preferred.problem.id).toBe(next.problem.id);
  });

  it.each([
    ['/_local/people?role=king', 400, 'role'],
    ['/_local/people?area=15', 400, 'area'],
    ['/_local/people?area=15062510321200%22', 400, 'area'],
    ['/_local/people?limit=0', 400, 'limit'],
    ['/_local/people?limit=1e9', 400, 'limit'],
    ['/_local/people?colour=red', 400, 'colour'],
    ['/_local/cast?around=nobody', 404, 'around'],
    ['/_local/enter', 400, 'person'],
    ['/_local/enter?person=nobody', 404, 'person'],
    [`/_local/enter?person=${WORKER}&to=//elsewhere.example`, 400, 'to'],
    [`/_local/enter?person=${WORKER}&to=pages/home/index%3Cscript%3E`, 400, 'to'],
    [`/_local/enter?person=${WORKER}&lang=fr`, 400, 'lang'],
    ['/_local/next-deadline?area=x', 400, 'area'],
  ])('refuses %s with %i at %s', async (path, status, field) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    const { ok, error } = JSON.parse(answer.body);
    expect(ok).toBe(false);
    expect(error).toMatchObject({ path: field, message: { zh: expect.any(String), en: expect.any(String) } });
  });

  it.each([
    ['{', 400, undefined],
    ['{}', 400, 'person'],
    ['{"person":7}', 400, 'person'],
    ['{"person":"nobody"}', 404, 'person'],
    [`{"person":"${WORKER}","as":"admin"}`, 400, 'as'],
  ])('refuses to log in with %s', async (body, status, field) => {
    const answer = await login(body);
    expect(answer.status).toBe(status);
    expect((await answer.json()).error.path).toBe(field);
  });

  it('answers other methods with 405', async () => {
    expect((await fetch(`${cloud.url}/_local/people`, { method: 'POST' })).status).toBe(405);
    expect((await get('/_local/login')).status).toBe(405);
  });

  it('plants once; another recipe takes its place', async () => {
    expect(await plantOnce(cloud, recipe, () => undefined)).toBe(0);
    await expect(plantOnce(cloud, { ...recipe, seed: 'other' }, () => undefined)).resolves.toBeGreaterThan(0);
    await plantOnce(cloud, recipe, () => undefined);
  });

  it('leaves data alone that it did not plant, and says so when its marker cannot be read', async () => {
    cloud.store.setFact('demo', { state: 'mouldy' });
    await expect(plantOnce(cloud, recipe, () => undefined)).rejects.toThrow('--fresh');
    const foreign = await startCloud({
      dataDir: mkdtempSync(join(dir, 'foreign-')),
      indexes: join('cloudfunctions', 'indexes.json'),
      durable: false,
    });
    foreign.store.bulkInsert('people', [{ _id: 'somebody' }]);
    await expect(plantOnce(foreign, recipe, () => undefined)).rejects.toThrow('not this demonstration');
    expect(foreign.store.count('people')).toBe(1);
    await foreign.stop();
  });
});
