/** Both languages of the interface; Chinese first. */
export interface Words {
  zh: string;
  en: string;
}

/** The closed set of refusals: HTTP status of the H5 door, and what a person reads. */
export const REFUSALS = {
  BAD_JSON: { status: 400, zh: '请求格式不对，请重试', en: 'The request is not valid JSON' },
  BAD_INPUT: { status: 400, zh: '填写的内容不对', en: 'Some of the input is not valid' },
  UNAUTHENTICATED: { status: 401, zh: '请先登录', en: 'Please sign in first' },
  SESSION_EXPIRED: {
    status: 401,
    zh: '登录已过期，请重新登录',
    en: 'Your session has expired, please sign in again',
  },
  NOT_REGISTERED: {
    status: 403,
    zh: '还没有登记，请联系您的网格员',
    en: 'You are not registered yet, please ask your grid worker',
  },
  FORBIDDEN: { status: 403, zh: '您的岗位不能做这件事', en: 'Your post does not allow this' },
  NOT_YOURS: { status: 403, zh: '这不在您负责的范围内', en: 'This is outside what you look after' },
  UNKNOWN_ACTION: { status: 404, zh: '没有这个功能', en: 'There is no such action' },
  NOT_FOUND: { status: 404, zh: '没有找到', en: 'Not found' },
  ID_REUSED: {
    status: 409,
    zh: '这个编号已用于另一次提交',
    en: 'This command id was already used with other input',
  },
  CONFLICT: {
    status: 409,
    zh: '刚才有人也在改，请再试一次',
    en: 'Somebody changed this just now, please try again',
  },
  NOT_NOW: { status: 409, zh: '现在的状态不能这样做', en: 'This is not possible in the current state' },
  ELSEWHERE: { status: 422, zh: '这件事要找别的部门', en: 'This is for another office' },
  PERIOD_CLOSED: { status: 409, zh: '这一周的台账已经关闭', en: 'The books of that week are closed' },
  TOO_MANY: {
    status: 429,
    zh: '试得太多了，请过一小时再试',
    en: 'Too many tries, please try again in an hour',
  },
  TOO_LARGE: { status: 413, zh: '内容太大，请减少后再试', en: 'The request is too large' },
  UNAVAILABLE: {
    status: 503,
    zh: '服务暂时不可用，请稍后再试',
    en: 'The service is unavailable, please try again later',
  },
  INTERNAL: { status: 500, zh: '系统出了问题，已记录', en: 'Something went wrong; it has been logged' },
} as const satisfies Record<string, Words & { status: number }>;

export type RefusalCode = keyof typeof REFUSALS;

/** What crosses the wire. `path` names the field, `entries.2.household`. */
export interface RefusalBody {
  code: RefusalCode;
  message: Words;
  path?: string;
}

/** A stated no: changes nothing, tells why in both languages. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly words: Words;
  readonly path: string | undefined;

  constructor(code: RefusalCode, options: { path?: string; words?: Words } = {}) {
    const { zh, en } = options.words ?? REFUSALS[code];
    super(`${code}${options.path ? ` at ${options.path}` : ''}: ${en}`);
    this.name = 'Refusal';
    this.code = code;
    this.words = { zh, en };
    this.path = options.path;
  }

  get status(): number {
    return REFUSALS[this.code].status;
  }

  get body(): RefusalBody {
    return { code: this.code, message: this.words, ...(this.path === undefined ? {} : { path: this.path }) };
  }
}
