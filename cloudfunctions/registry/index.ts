import { all } from '../kit/collections';
import { doorOf, type PlatformContext } from '../kit/door';
import { serve } from '../kit/serve';
import { serveTimer } from '../kit/timer';
import { end, merge, move } from './changes';
import { exportFile } from './export';
import { applyImport, checkImport, goOnWithImports, takePart } from './importing';
import { households, limits } from './list';
import { handOver, leave } from './ties';
import { templateXlsx } from './workbook';

/** Within the platform's limit there is time left to answer and to count. */
const WORK_SECONDS = 40;

/** Who lives where, who looks after whom: areas for everybody, the rest for who keeps the registry. */
const actions = serve('registry', {
  /** The areas directly under one, or the banner itself. */
  async areas({ input }) {
    const scope = input.under ? { parent: input.under } : { level: 'banner' };
    const areas = await all('areas', (some) => some.where(scope).orderBy('_id', 'asc').limit(1000));
    return { areas };
  },
  async template() {
    return { name: '一格导入模板.xlsx', base64: (await templateXlsx()).toString('base64') };
  },
  upload: ({ input, caller, at }) => takePart(input, caller.person, at),
  check: ({ input, caller, at }) => checkImport(input.import, caller.person, at),
  apply: ({ input, caller, at }) => applyImport(input.import, caller.person, at, at + WORK_SECONDS * 1000),
  export: exportFile,
  households,
  limits,
  handOver,
  leave,
  move,
  end,
  merge,
});

const timer = serveTimer(WORK_SECONDS, goOnWithImports);

/** The clock goes on with imports that a crash or a closed page left. */
export const main = (event: unknown, context: PlatformContext): Promise<unknown> =>
  doorOf(event, context).kind === 'timer' ? timer(event, context) : actions(event, context);
