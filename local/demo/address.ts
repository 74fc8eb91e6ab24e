import type { Landscape } from './plan';
import type { Random } from './random';

const TEAMS = ['一社', '二社', '三社', '四社', '五社'];
const FIELDS = ['渠南', '渠北', '大渠东', '老庙前', '扬水站旁', '沙湾', '河头'];
const PASTURE = ['井东', '西梁', '敖包前', '湖畔', '草库伦北', '沙窝子', '公路边'];
const ESTATES = ['建安小区', '团结小区', '锡尼家园', '绿洲小区', '滨河家园'];

/** Where a household lives, in the words people there use. */
export function addressOf(number: number, landscape: Landscape, random: Random): string {
  switch (landscape) {
    case 'community':
      return `${random.pick(ESTATES)}${random.int(1, 18)}号楼${random.int(1, 4)}单元${random.int(1, 6)}0${random.int(1, 3)}`;
    case 'fields':
      return `${random.pick(TEAMS)} ${random.pick(FIELDS)}第${number}户`;
    case 'pasture':
      return `${random.pick(PASTURE)}第${number}户，冬营地${random.int(2, 12)}公里`;
  }
}
