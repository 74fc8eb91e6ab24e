import { CHANNELS, channelFor } from '../../domain/problem/remit';

describe('matters that others must decide', () => {
  test.each([
    ['法院判了半年不给执行', 'court'],
    ['官司输了，我不服要上诉，打官司', 'court'],
    ['我要举报村书记', 'discipline'],
    ['主任收钱才给办低保', 'discipline'],
    ['派出所民警乱作为', 'police'],
    ['我申请了劳动仲裁没结果', 'arbitration'],
    ['这件事我正在信访', 'petition'],
  ])('%s → %s', (text, channel) => {
    expect(channelFor(text)).toBe(channel);
  });

  test.each([
    '法院门口的路坏了',
    '邻居盖羊圈占了过道',
    '派出所旁边的路灯不亮',
    '书记答应修路，一直没动静',
    '主任说下周来看水渠',
    '工钱一直没给',
    '',
  ])('ours: %s', (text) => expect(channelFor(text)).toBeUndefined());

  test('every channel has a number to dial', () => {
    for (const { phone } of Object.values(CHANNELS)) expect(phone).toMatch(/^12[0-9]{3}$/);
  });
});
