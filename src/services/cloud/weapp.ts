import Taro from '@tarojs/taro';
import type { LocalFile } from '../device/port';
import { openAnswer } from './answer';
import { offline, unavailable } from './error';
import { newCommandId } from './id';
import { splitName } from './name';
import type { Cloud, ConsentAnswer } from './port';
import { serverNow } from './time';

let ready = false;

/** The environment id is a build constant; without one WeChat takes the first environment of the account. */
function platform(): typeof Taro.cloud {
  if (!ready) {
    const env = process.env.YIGE_CLOUD_ENV;
    Taro.cloud.init(env ? { env, traceUser: false } : { traceUser: false });
    ready = true;
  }
  return Taro.cloud;
}

/** WeChat tells a dead line only in words. */
function asFailure(reason: unknown): Error {
  const words =
    typeof reason === 'object' && reason !== null && 'errMsg' in reason
      ? String(reason.errMsg)
      : String(reason);
  return /network|timeout|timed out|request:fail|interrupted|ERR_/i.test(words) ? offline() : unavailable();
}

export const cloud: Cloud = {
  async call(name, input, options) {
    const { fn, action } = splitName(name);
    const data = { id: options?.id ?? newCommandId(), action, input };
    const answer = await platform()
      .callFunction({ name: fn, data })
      .catch((reason: unknown) => {
        throw asFailure(reason);
      });
    return openAnswer(answer.result);
  },

  async upload(file: LocalFile, folder: string) {
    const cloudPath = `${folder}/${newCommandId()}.${file.mime.split('/')[1]}`;
    const answer = await platform()
      .uploadFile({ cloudPath, filePath: file.path })
      .catch((reason: unknown) => {
        throw asFailure(reason);
      });
    return answer.fileID;
  },

  async requestConsent(templateIds) {
    const answers: Record<string, ConsentAnswer> = {};
    const told = await Taro.requestSubscribeMessage({ tmplIds: templateIds, entityIds: [] }).catch(
      () => ({}),
    );
    const words = new Map<string, unknown>(Object.entries(told));
    for (const id of templateIds) {
      const word = words.get(id);
      answers[id] = word === 'accept' || word === 'ban' ? word : 'reject';
    }
    return answers;
  },

  now: serverNow,

  // WeChat keeps storage apart per person, so one key is enough.
  scope: () => 'me',
};
