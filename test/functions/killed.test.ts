import type { HomeView } from '../../domain/contract/views';
import { type RunningStage, startStage } from '../browser/stage';
import { ensureBuild } from '../weapp/build';

/** The whole product as one process, its plug pulled right after each answer. */
describe('rule 1: an acknowledged command survives SIGKILL', () => {
  let stage: RunningStage;

  beforeAll(async () => {
    await ensureBuild('h5');
    stage = await startStage();
  }, 240_000);
  afterAll(() => stage?.stop());

  const ask = async (path: string, body?: object, token?: string) => {
    const response = await fetch(`${stage.url}${path}`, {
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    });
    return response.json();
  };
  const home = async (token: string): Promise<Extract<HomeView, { as: 'worker' }>> =>
    (await ask('/call/home', { action: 'open', input: {} }, token)).data;

  test('five times: save, answer, kill, start again, and everything is there', async () => {
    const { people } = await ask('/_local/people?role=worker&limit=5');
    for (const [turn, worker] of people.entries()) {
      const { token } = await ask('/_local/login', { person: worker.id });
      const { households, asOf } = await home(token);
      const due = households.filter((one) => one.standing.state === 'due');
      const entries = due.map(({ id }) => ({
        household: id,
        channel: 'phone',
        inPerson: false,
        at: asOf,
      }));
      const command = { id: `killed-${turn}-000`, action: 'save', input: { entries } };
      const saved = await ask('/call/contact', command, token);
      expect(saved.ok).toBe(true);
      await stage.kill();

      stage = await startStage({ data: stage.data });
      const after = await home(token);
      expect(after.counts.reached).toBe(saved.data.reached);
      expect(after.households.every((one) => one.standing.state !== 'due')).toBe(true);
      // The phone did not hear the answer and says it again: it hears the same.
      expect(await ask('/call/contact', command, token)).toEqual(saved);
    }
  });
});
