import type { CloudFunction } from './config';

/** Who is calling, as the platform vouches for it. */
export interface Caller {
  openid?: string;
}

export interface ContextOptions {
  requestId: string;
  envId: string;
  appId: string;
  fn: CloudFunction;
  caller: Caller;
  trigger: 'call' | 'http' | 'timer' | 'function';
  /** The instance's environment variables: the gateway address and the credentials are in there. */
  env: Record<string, string>;
}

/**
 * The second argument of `exports.main`, in the shape that the SDK's `parseContext` and `getCloudbaseContext(context)`
 * read. Identity is in here and nowhere else, so that it cannot outlive the invocation.
 */
export function contextFor({
  requestId,
  envId,
  appId,
  fn,
  caller,
  trigger,
  env,
}: ContextOptions): Record<string, unknown> {
  const identity: Record<string, string> = caller.openid
    ? { WX_OPENID: caller.openid, WX_APPID: appId, WX_CLIENTIP: '127.0.0.1', TCB_SOURCE: 'wx_client' }
    : { TCB_SOURCE: trigger === 'http' ? 'http' : 'scf' };
  const keys = Object.keys(identity).filter((key) => key.startsWith('WX_'));
  const environment = {
    TCB_ENV: envId,
    SCF_NAMESPACE: envId,
    TENCENTCLOUD_RUNENV: 'SCF',
    TCB_CONTEXT_CNFG: env.TCB_CONTEXT_CNFG,
    TCB_CONTEXT_KEYS: 'TCB_SOURCE',
    ...(keys.length > 0 ? { WX_CONTEXT_KEYS: keys.join(',') } : {}),
    ...(trigger === 'timer' ? { TRIGGER_SRC: 'timer' } : {}),
    ...identity,
  };
  return {
    request_id: requestId,
    memory_limit_in_mb: fn.config.memorySize,
    time_limit_in_ms: fn.config.timeout * 1000,
    function_name: fn.name,
    function_version: '$LATEST',
    namespace: envId,
    environment: JSON.stringify(environment),
    environ: Object.entries(environment)
      .map(([key, value]) => `${key}=${value}`)
      .join(';'),
    tencentcloud_region: env.TENCENTCLOUD_REGION,
  };
}

/** What the platform sets in the process of every function. Dummies where the real thing is secret. */
export const CREDENTIALS = {
  secretId: 'AKIDlocalEmbeddedCloud',
  secretKey: 'local-embedded-cloud',
  token: 'local-embedded-cloud-token',
} as const;

export interface EnvironmentOptions {
  base: string;
  instance: string;
  envId: string;
  appId: string;
  appSecret: string;
  extra: Record<string, string>;
}

export function environmentFor({
  base,
  instance,
  envId,
  appId,
  appSecret,
  extra,
}: EnvironmentOptions): Record<string, string> {
  return {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: envId,
    TCB_ENV: envId,
    TENCENTCLOUD_SECRETID: CREDENTIALS.secretId,
    TENCENTCLOUD_SECRETKEY: CREDENTIALS.secretKey,
    TENCENTCLOUD_SESSIONTOKEN: CREDENTIALS.token,
    // The instance is part of the address: that is how the meter knows whose request it is.
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${base}/admin/i/${instance}` }),
    WX_API_BASE: `${base}/wechat/i/${instance}`,
    WX_APPID: appId,
    WX_APPSECRET: appSecret,
    TZ: 'UTC',
    ...extra,
  };
}
