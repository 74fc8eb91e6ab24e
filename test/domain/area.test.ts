import { areaAt, contains, levelOf, lineage, parentOf } from '../../domain/area/area';
import { areasOf, countHouseholds, gridOf } from '../../domain/area/divisions';

const COUNTY = {
  code: '150625',
  name: '杭锦旗',
  townships: [
    { code: '150625100', name: '锡尼镇', villages: [{ code: '150625100208', name: '胜利村委会' }] },
    { code: '150625101', name: '巴拉贡镇', villages: [{ code: '150625101200', name: '查干白村委会' }] },
  ],
};

describe('areas', () => {
  test('a prefix is a scope', () => {
    expect(contains('150625100', '150625100208001')).toBe(true);
    expect(contains('150625101', '150625100208001')).toBe(false);
    expect(lineage('150625100208001')).toEqual(['150625', '150625100', '150625100208', '150625100208001']);
    expect(parentOf('150625')).toBeNull();
    expect(areaAt('150625100208001', 'township')).toBe('150625100');
  });

  test('a code of another length is refused', () => {
    expect(() => levelOf('1506')).toThrow(RangeError);
    expect(() => areaAt('150625', 'grid')).toThrow(RangeError);
  });

  test('any county is imported with its names unchanged', () => {
    const areas = areasOf(COUNTY);
    expect(areas.map((area) => area.name)).toEqual([
      '杭锦旗',
      '锡尼镇',
      '胜利村委会',
      '巴拉贡镇',
      '查干白村委会',
    ]);
    expect(areas[2]).toMatchObject({ level: 'village', parent: '150625100', path: '锡尼镇·胜利村委会' });
  });

  test('a village outside its township, or standing twice, is refused by its code', () => {
    const stray = structuredClone(COUNTY);
    stray.townships[0]!.villages[0]!.code = '150625199208';
    expect(() => areasOf(stray)).toThrow('150625199208');
    const twice = structuredClone(COUNTY);
    twice.townships[0]!.villages.push({ code: '150625100208', name: '又一个' });
    expect(() => areasOf(twice)).toThrow('stands twice');
  });

  test('households add up from the grids to the banner', () => {
    const areas = areasOf(COUNTY);
    const village = areas[2]!;
    const grids = [gridOf(village, 1), gridOf(village, 2)];
    const counted = countHouseholds(
      [...areas, ...grids],
      new Map([
        [grids[0]!._id, 12],
        [grids[1]!._id, 30],
      ]),
    );
    expect(counted.find((area) => area.level === 'banner')?.households).toBe(42);
    expect(counted.find((area) => area._id === '150625101')?.households).toBe(0);
  });
});
