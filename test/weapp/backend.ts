import { readFile } from 'node:fs/promises';
import tcb from '@cloudbase/node-sdk';

/** How the mini program reaches the embedded cloud: what WeChat's own servers would do in between. */
export interface Backend {
  callFunction(name: string, data: unknown): Promise<unknown>;
  /** @returns the file's id */
  uploadFile(cloudPath: string, filePath: string): Promise<string>;
  consent(template: string): Promise<void>;
}

/** The platform vouches for `openid`, as WeChat does for the person who holds the phone. */
export function embeddedBackend(cloudUrl: string, openid: string): Backend {
  const post = async (door: string, body: unknown): Promise<unknown> => {
    const reply = await fetch(`${cloudUrl}/_local/${door}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw new Error(`${door} ${reply.status} ${await reply.text()}`);
    return reply.json();
  };
  return {
    async callFunction(name, data) {
      const answer = (await post('invoke', { function: name, openid, data })) as { result: unknown };
      return answer.result;
    },
    async uploadFile(cloudPath, filePath) {
      // The embedded cloud's own key pair; a phone would show its session instead.
      const storage = tcb.init({
        env: 'local',
        secretId: 'AKIDlocalEmbeddedCloud',
        secretKey: 'local-embedded-cloud',
        serviceUrl: `${cloudUrl}/admin`,
      });
      const { fileID } = await storage.uploadFile({ cloudPath, fileContent: await readFile(filePath) });
      return fileID;
    },
    async consent(template) {
      await post('consent', { openid, template, times: 1 });
    },
  };
}

/** For tests that need no backend: every call fails like a dead line. */
export function deadLine(): Backend {
  const fail = () => Promise.reject(new Error('request:fail network is down'));
  return { callFunction: fail, uploadFile: fail, consent: fail };
}
