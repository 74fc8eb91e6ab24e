import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { network, newHandset } from './handset';
import { openValley } from './valley';

/** Photos and voice notes are files on the phone: they wait beside their words. */
describe('files of the mini program without network', () => {
  const valley = openValley();

  test('a photo and a voice note wait with their words, are uploaded once, and leave the phone', async () => {
    const picture = join(newHandset().files, 'road.jpg');
    writeFileSync(picture, Buffer.from('ffd8ffe000104a46494600', 'hex'));
    const handset = await valley.inTheValley('/pages/report/index?household=h1&head=x');
    valley.phone.person.photos = [picture];
    valley.phone.person.voice = picture;
    await valley.phone.waitFor('什么事？');
    valley.phone.tap('道路');
    await valley.phone.waitFor('拍照或选照片');
    valley.phone.tap('拍照或选照片');
    await valley.phone.waitFor(() => valley.phone.find('.y-photos__photo').length === 1);
    valley.phone.tap('按一下，开始说话');
    await valley.phone.waitFor('说完了');
    valley.phone.tap('说完了');
    await valley.phone.waitFor('听一听');
    await valley.agree('x');
    valley.phone.tap('送出');
    await valley.phone.waitFor('未上传 1 条');
    expect(readdirSync(handset.files)).toHaveLength(2);

    // The words get through only after the files: uploads work, calls do not.
    await valley.reopen(handset);
    await valley.phone.waitFor('未上传 1 条');
    handset.gets = (call) => call === 'upload';
    valley.phone.pullDown();
    await valley.phone.waitFor(() => readdirSync(handset.files).length === 0);
    expect(valley.waiting(handset)[0]).toMatchObject({
      files: [],
      input: {
        photos: [expect.stringMatching(/^cloud:/)],
        voice: { file: expect.stringMatching(/^cloud:/), seconds: 3 },
      },
    });
    const { photos, voice } = valley.waiting(handset)[0]!.input as { photos: string[]; voice: object };

    await valley.reopen(handset);
    network(handset, true);
    await valley.untilSent(handset, 0);
    const [problem, ...others] = await valley.problems();
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ photos, voice });
  });

  test('killed at whatever write: what was kept arrives once, with its photo, and nothing stays behind', async () => {
    const picture = join(newHandset().files, 'road.jpg');
    writeFileSync(picture, Buffer.from('ffd8ffe000104a46494600', 'hex'));
    let arrived = 0;
    for (let left = 0; left < 8; left += 1) {
      const text = `第${left}次写的时候没电了`;
      const handset = newHandset();
      await valley.open(handset);
      await valley.phone.waitFor('刘志强');
      await valley.phone.go('/pages/report/index?household=h1&head=x');
      valley.phone.person.photos = [picture];
      await valley.phone.waitFor('什么事？');
      valley.phone.tap('道路');
      await valley.phone.waitFor('拍照或选照片');
      valley.phone.tap('拍照或选照片');
      await valley.phone.waitFor(() => valley.phone.find('.y-photos__photo').length === 1);
      valley.phone.type('wx-textarea', text);
      await valley.agree('x');
      const before = (await valley.problems()).length;
      valley.phone.kill(left);
      valley.phone.tap('送出');
      await new Promise((resolve) => setTimeout(resolve, 150));
      const kept = valley.waiting(handset).length;
      const landed = (await valley.problems()).length - before;

      await valley.reopen(handset);
      await valley.phone.waitFor('刘志强');
      await valley.untilSent(handset, 0);
      const told = (await valley.problems()).filter((one) => one.text === text);
      expect([left, told.length]).toEqual([left, Math.max(kept, landed)]);
      for (const one of told) expect(one.photos).toHaveLength(1);
      arrived += told.length;
      expect(valley.waiting(handset)).toEqual([]);
      valley.phone.kill();
      valley.phone.close();
    }
    expect(arrived).toBeGreaterThan(4);
  }, 120_000);
});
