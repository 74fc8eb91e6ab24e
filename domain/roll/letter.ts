import type { Candidate, Evaluation } from '../evaluation/evaluation';
import type { Person } from '../person/person';
import { type Millis, shanghai } from '../time/shanghai';
import { resultOf, unitOf } from './paper';
import { byName } from './table';

/** 致主管单位的函: a file of its own for one unit in charge, about its own people only. */
export interface Letter {
  unit: string;
  title: string;
  before: string[];
  head: string[];
  rows: string[][];
  after: string[];
  /** On the right: who signs, and the day. */
  signature: string[];
}

const HEAD = ['姓名', '网格', '积分部分', '居民部分', '评议部分', '总分', '等次'];

/** Units in the order of their names, so that the same result prints the same letters. */
export function lettersOf(evaluation: Evaluation, people: ReadonlyMap<string, Person>, at: Millis): Letter[] {
  const byUnit = new Map<string, Candidate[]>();
  for (const candidate of evaluation.candidates) {
    const unit = unitOf(people.get(candidate.person), evaluation.areaPath);
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), candidate]);
  }
  return [...byUnit]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([unit, candidates]) => letter(unit, candidates, evaluation, at));
}

function letter(
  unit: string,
  candidates: readonly Candidate[],
  { areaPath, year, version, scheme, hash, signedBy }: Evaluation,
  at: Millis,
): Letter {
  const { points, residents, review } = scheme.weights;
  const village = areaPath.split('·').at(-1) ?? areaPath;
  return {
    unit,
    title: `关于${year}年联系服务群众评议结果的函`,
    before: [
      `${unit}：`,
      `现将你单位在${areaPath}联系服务群众的人员${year}年评议结果告知你单位，共${candidates.length}人。评议由服务积分、居民评价、村里评议三部分组成，权重为${points}、${residents}、${review}；结果由${signedBy?.name ?? ''}签字并已告知本人，申诉期已满，没有未答复的申诉。`,
    ],
    head: HEAD,
    rows: byName(candidates).map(
      ({ name, areaPath: grid, points: p, residents: r, review: v, score, ...one }) => [
        name,
        grid,
        ...[p.score, r.score, v.score, score].map(figure),
        resultOf(one),
      ],
    ),
    after: [
      '本函供你单位年度考核时参考，不公开、不作他用；本人可以随时查看每一分的来历。',
      `规则版本：${version}　名单校验值（SHA-256）：${hash ?? ''}`,
    ],
    signature: [`${village}党组织`, shanghai(at).format('YYYY年M月D日')],
  };
}

function figure(score: number | undefined): string {
  return score === undefined ? '—' : String(score);
}
