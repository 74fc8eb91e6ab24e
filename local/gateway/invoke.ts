import { z } from 'zod';
import { PlatformError } from '../errors';
import type { FunctionHost } from '../functions/host';
import { read, type WireAnswer, type WireRequest } from './wire';

/** `callFunction` from inside a function: no person's identity goes along, as with the real SDK. */
export async function invokeFunction(request: WireRequest, host: FunctionHost): Promise<WireAnswer> {
  const schema = z.object({
    function_name: z.string().min(1),
    request_data: z.union([z.string(), z.record(z.string(), z.unknown())]).optional(),
  });
  const { function_name: name, request_data: data } = read(request, schema);
  const result = await host.invoke(name, eventOf(data), 'function');
  return { data: { response_data: result } };
}

function eventOf(data: string | Record<string, unknown> | undefined): unknown {
  if (typeof data !== 'string') return data ?? {};
  if (data === '') return {};
  try {
    return JSON.parse(data);
  } catch {
    throw new PlatformError('INVALID_PARAM', '[InvalidParameter] request_data is not JSON');
  }
}
