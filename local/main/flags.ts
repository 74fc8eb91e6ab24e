import { parseArgs } from 'node:util';
import { SCALES, type Scale } from '../demo/scale';

export interface Flags {
  port: number;
  data: string;
  fresh: boolean;
  scale: Scale;
  build: boolean;
  watch: boolean;
}

export const HELP = `npm start -- [options]

  --port 8788        the stage; the four phones take the next four ports
  --data .data       where the state is kept, one folder per scale
  --fresh            forget the state of this scale and start over
  --scale banner     banner (7 townships, 5,845 grid workers), township, or village
  --no-build         do not look whether the H5 pages have to be built again
  --watch            build functions and pages again when their source changes
  --help             this page
`;

/** A wrong command line, told in a sentence. */
export class FlagError extends Error {}

/** @returns the flags, or 'help' @throws FlagError */
export function readFlags(args: string[]): Flags | 'help' {
  const { values } = parsed(args);
  if (values.help) return 'help';
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port < 1 || port > 65_530)
    throw new FlagError(`--port ${values.port}: a number from 1 to 65530 is needed`);
  const scale = SCALES.find((one) => one === values.scale);
  if (!scale) throw new FlagError(`--scale ${values.scale}: one of ${SCALES.join(', ')} is needed`);
  if (values.data.trim() === '') throw new FlagError('--data: a folder is needed');
  return {
    port,
    scale,
    data: values.data,
    fresh: values.fresh,
    build: !values['no-build'],
    watch: values.watch,
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      strict: true,
      allowPositionals: false,
      options: {
        port: { type: 'string', default: '8788' },
        data: { type: 'string', default: '.data' },
        fresh: { type: 'boolean', default: false },
        scale: { type: 'string', default: 'banner' },
        'no-build': { type: 'boolean', default: false },
        watch: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new FlagError(error instanceof Error ? error.message : String(error));
  }
}
