import { PlatformError } from '../errors';
import { Refusal } from '../http/reply';

/** A platform error as a person at a door sees it. */
export function refusalOf(error: unknown): unknown {
  if (!(error instanceof PlatformError)) return error;
  const { code, message } = error;
  switch (code) {
    case 'FUNCTION_NOT_FOUND':
      return new Refusal(404, code, { zh: '没有这个云函数', en: message });
    case 'FUNCTIONS_TIME_LIMIT_EXCEEDED':
      return new Refusal(504, code, { zh: '云函数执行超时', en: message });
    case 'FUNCTION_EXCEED_RESOURCE_LIMIT':
      return new Refusal(429, code, { zh: '请求太多，请稍后再试', en: message });
    case 'FUNCTIONS_EXECUTE_FAIL':
    case 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED':
      return new Refusal(500, code, { zh: '云函数执行失败', en: message });
    case 'DATABASE_COLLECTION_NOT_EXIST':
      return new Refusal(404, code, { zh: '没有这个集合', en: message });
    default:
      return new Refusal(400, code, { zh: '请求无法处理', en: message });
  }
}
