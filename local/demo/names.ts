import type { Random } from './random';

const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕',
  ...'苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟',
  '欧阳',
];
const GIVEN = [
  ...['建国', '建军', '志强', '永胜', '秀英', '桂兰', '玉梅', '凤英', '海龙', '春花', '文明', '小军', '俊峰'],
  ...['晓燕', '丽娟', '美玲', '国庆', '爱民', '占山', '满仓', '来喜', '铁柱', '二女', '润梅', '改莲', '候小'],
  ...['生旺', '金莲', '粉女', '补换', '进财', '丑仁', '三虎', '海霞', '慧敏', '雪梅', '振华', '德胜', '有福'],
  ...['军', '伟', '芳', '敏', '静', '磊', '洋', '勇', '艳', '杰', '娟', '涛', '明', '超', '霞', '平', '刚'],
];
const MONGOLIAN = [
  ...['巴特尔', '其木格', '乌云其木格', '苏和', '那仁', '格日勒', '萨仁', '萨仁花', '阿拉坦', '额尔敦'],
  ...['朝鲁', '布和', '哈斯', '哈斯其其格', '敖特根', '孟克', '乌兰', '娜仁托娅', '斯琴', '斯琴高娃', '图雅'],
  ...['阿木古郎', '宝音', '宝音达来', '达来', '额尔德尼', '格根', '呼和', '吉日嘎拉', '牧仁', '那木汗'],
  ...['敖日格勒', '毕力格', '朝克图', '青格勒', '赛音', '苏日娜', '塔娜', '陶格斯', '特木尔', '托娅'],
  ...['乌力吉', '乌日娜', '锡林', '照日格图', '朝格吉勒图', '巴雅尔', '都仁', '浩毕斯嘎拉图', '阿拉腾其其格'],
];
const CLANS = ['孛儿只斤', '乌审', '克烈', '扎拉尔', '额尔德尼'];
/** As much as a register has to hold. */
const LONGEST = 30;

/** @param mongolian share of Mongolian names, 0 to 1 */
export function nameOf(random: Random, mongolian: number): string {
  if (!random.chance(mongolian)) return random.pick(SURNAMES) + random.pick(GIVEN);
  const rare = random.next();
  if (rare < 0.002) return longName(random);
  if (rare < 0.02) return `${random.pick(CLANS)}·${random.pick(MONGOLIAN)}${random.pick(MONGOLIAN)}`;
  if (rare < 0.05) return `${random.pick(MONGOLIAN)}·${random.pick(MONGOLIAN)}`;
  return random.pick(MONGOLIAN);
}

/** Clan, father's and own names in full, as a passport may have them. */
function longName(random: Random): string {
  let name = random.pick(CLANS);
  for (
    let part = random.pick(MONGOLIAN);
    name.length + 1 + part.length <= LONGEST;
    part = random.pick(MONGOLIAN)
  )
    name = `${name}·${part}`;
  return name;
}

/** 199-000 is handed out to nobody: eleven digits, and no one's telephone rings. */
export function phoneOf(random: Random): string {
  return `199000${String(random.int(0, 99_999)).padStart(5, '0')}`;
}
