import fc from 'fast-check';
import { emergencyCalls } from '../../domain/problem/emergency';

describe('numbers that help at once', () => {
  test.each([
    ['隔壁着火了', ['119', '120']],
    ['屋里一股煤气味', ['119', '120']],
    ['有人触电了', ['119', '120']],
    ['羊圈塌了，人压在里面', ['119', '120']],
    ['老人晕倒了', ['120']],
    ['外面有人打人', ['110', '120']],
    ['孩子落水了', ['119', '120']],
    ['娃娃掉进机井里了', ['119', '120']],
    ['三轮车翻到渠里了，翻车了', ['110', '120']],
    ['老人走丢了', ['110']],
    ['他说不想活了', ['110', '120']],
    ['there is a fire', ['119', '120']],
  ])('%s', (text, calls) => {
    expect(emergencyCalls('other', text)).toEqual(calls);
  });

  test.each([
    '路灯不亮',
    '斗渠淤了，水浇不上',
    '拐弯处没有护栏',
    '轮胎没气了',
    '贫困在村里怎么认定',
    '垃圾没人拉',
    '',
  ])('nothing for: %s', (text) => expect(emergencyCalls('road', text)).toEqual([]));

  test('a category of danger shows all three, whatever is said', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(emergencyCalls('safety.pit', text)).toEqual(['110', '119', '120']);
      }),
    );
  });

  test('words around it never hide a sign', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(emergencyCalls(undefined, `${before}着火${after}`)).toEqual(expect.arrayContaining(['119']));
      }),
    );
  });
});
