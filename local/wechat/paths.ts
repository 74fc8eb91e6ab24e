/** The documented paths that the stand-in answers, and what each does here. */
export const WECHAT_PATHS = {
  '/cgi-bin/stable_token': 'the same token until it is about to expire, 2 h by the moved clock; 40013, 40125',
  '/cgi-bin/message/subscribe/send': 'one consent is one message; 40003, 40037, 43101, 47003',
  '/wxa/msg_sec_check': 'a text with 违规 is risky; 40003, 44002, 47003',
  '/wxa/media_check_async': 'answers a trace_id, and the verdict later as an event; 40003, 40004, 44002',
  '/wxa/business/getuserphonenumber': 'a code from the phone door works once, for five minutes; 40029',
  '/wxa/getwxacodeunlimit': 'a PNG that carries the scene; 40129, 41030',
} as const;

export type WechatPath = keyof typeof WECHAT_PATHS;
