import { FlagError, readFlags } from '../../local/main/flags';

describe('the command line', () => {
  it('begins with the true banner on port 8788', () => {
    expect(readFlags([])).toEqual({
      port: 8788,
      data: '.data',
      scale: 'banner',
      fresh: false,
      build: true,
      watch: false,
    });
  });

  it('takes what is said', () => {
    expect(readFlags(['--scale', 'village', '--port=9000', '--fresh', '--no-build'])).toMatchObject({
      port: 9000,
      scale: 'village',
      fresh: true,
      build: false,
    });
    expect(readFlags(['--help'])).toBe('help');
  });

  it.each([
    [['--scale', 'city']],
    [['--port', 'x']],
    [['--port', '0']],
    [['--data', '']],
    [['--bogus']],
    [['stray']],
  ])('refuses %j in a sentence', (args) => {
    expect(() => readFlags(args)).toThrow(FlagError);
  });
});
