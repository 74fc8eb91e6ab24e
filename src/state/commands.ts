import { lineOf, nextOrder, type Queued, triedAgain, withoutFiles } from '../../domain/command/queue';
import type { CommandAction, InputOf, OutputOf } from '../../domain/contract/actions';
import { full, newCommandId } from '../services/cloud';
import { device, type LocalFile } from '../services/device';
import { isMine, sendNow, through } from './sending';
import { cloudScope, currentPerson } from './session';
import { shelf } from './shelf';
import { keepFiles } from './uploads';

interface Options {
  /** Files of this phone. The input names each by its `path` where the id in cloud storage belongs. */
  files?: readonly LocalFile[];
  /** Whether who sent it is still there to hear a no; default: yes. */
  here?(): boolean;
}

const underway = new Map<string, Promise<unknown>>();

/**
 * Sends one user action. It is kept on the phone under one id until the server says yes or a final no, so a second
 * tap, a retry and a restart of the app all send the same command; files are kept with it and go before it.
 * @throws CloudError; when `isUndecided`, the command is kept and goes out by itself
 */
export function send<A extends CommandAction>(
  name: A,
  input: InputOf<A>,
  { files = [], here = () => true }: Options = {},
): Promise<OutputOf<A>> {
  const print = JSON.stringify([name, input]);
  const running =
    underway.get(print) ??
    take(name, input, files)
      .then((command) => through(command, here))
      .finally(() => underway.delete(print));
  underway.set(print, running);
  return running as Promise<OutputOf<A>>;
}

/** @throws CloudError FULL */
async function take(name: CommandAction, given: unknown, local: readonly LocalFile[]): Promise<Queued> {
  const { input, files } = local.length > 0 ? await keepFiles(given, local) : { input: given, files: [] };
  const queue = shelf.list();
  const print = JSON.stringify(input);
  const same = queue.find(
    (one) => isMine(one) && one.name === name && !one.aside && JSON.stringify(one.input) === print,
  );
  if (same) return same;
  const id = newCommandId();
  const at = Date.now();
  const command: Queued = {
    id,
    name,
    input,
    line: lineOf(name, input, id),
    order: nextOrder(queue, at),
    at,
    person: currentPerson(),
    scope: cloudScope(),
    files,
    failures: 0,
  };
  if (shelf.put(command)) return command;
  await device.files.drop(files.map((file) => file.id));
  throw full();
}

/** Puts a command that was set aside back into its line, under its own id. */
export function tryAgain(command: Queued): void {
  const lost = command.aside?.code === 'FILE_LOST';
  shelf.put(triedAgain(lost ? withoutFiles(command) : command));
  sendNow();
}

export function throwAway({ id, files }: Queued): void {
  shelf.remove(id);
  void device.files.drop(files.map((file) => file.id));
}
