import type { Divisions } from '../../domain/area/divisions';
import hangjin from './data/hangjin-divisions.json';

/** How much of Hangjin Banner is brought to life. */
export const SCALES = ['village', 'township', 'banner'] as const;
export type Scale = (typeof SCALES)[number];

/** 独贵塔拉镇杭锦淖尔村: fields on the Yellow River's canals and pasture behind them; the stage plays here. */
export const STAGE_VILLAGE = '150625103212';

const SCOPE: Record<Scale, string> = {
  banner: '150625',
  township: STAGE_VILLAGE.slice(0, 9),
  village: STAGE_VILLAGE,
};

/** The real divisions, cut to the scale; names unchanged. */
export function divisionsAt(scale: Scale): Divisions {
  const scope = SCOPE[scale];
  const kept = (code: string) => code.startsWith(scope) || scope.startsWith(code);
  const { code, name, townships } = hangjin as Divisions;
  return {
    code,
    name,
    townships: townships
      .filter((township) => kept(township.code))
      .map((township) => ({ ...township, villages: township.villages.filter((one) => kept(one.code)) })),
  };
}

export function wholeBanner(): Divisions {
  return divisionsAt('banner');
}
