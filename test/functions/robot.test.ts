import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { atShanghai } from '../../domain/time/shanghai';
import { TOWNSHIP } from './people';
import { accepted } from './problem.stage';
import { startWorld, type World } from './world';

describe('the WeCom robot of a township', () => {
  let world: World;
  let group: Server;
  const said: { msgtype: string; text: { content: string } }[] = [];

  beforeAll(async () => {
    group = createServer((req, res) => {
      let body = '';
      req.on('data', (part) => {
        body += part;
      });
      req.on('end', () => {
        said.push(JSON.parse(body));
        res.end('{"errcode":0}');
      });
    });
    await new Promise<void>((listening) => group.listen(0, '127.0.0.1', listening));
    const { port } = group.address() as AddressInfo;
    const robots = { [TOWNSHIP]: `http://127.0.0.1:${port}/robot` };
    world = await startWorld({ env: { WECOM_ROBOTS: JSON.stringify(robots) } });
  });
  afterAll(async () => {
    await world.stop();
    group.close();
  });

  const passUp = async (problem: string) => {
    await world.ok('chief', 'problem.escalate', { problem, text: '网格办不了' });
    await world.ok('secretary', 'problem.escalate', { problem, text: '村里办不了' });
  };

  test('says once what came up to the township, names no resident, and says nothing of the village', async () => {
    await passUp(await accepted(world));
    expect(said).toEqual([{ msgtype: 'text', text: { content: expect.stringMatching(/^上报：.*锡尼镇/) } }]);
    expect(JSON.stringify(said)).not.toContain('苏雅拉');
  });

  test('is silent at night', async () => {
    await world.moveClock(atShanghai('2026-11-23 23:00'));
    await passUp(await accepted(world));
    expect(said).toHaveLength(1);
  });
});
