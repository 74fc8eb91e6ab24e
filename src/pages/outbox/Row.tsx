import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Queued } from '../../../domain/command/queue';
import { Button } from '../../components';
import { momentWords, useSaid, useWords } from '../../i18n';
import { openProblem } from '../../routes';
import { cloud } from '../../services/cloud';
import { throwAway, tryAgain } from '../../state';
import { described, problemOf } from './described';

interface Props {
  command: Queued;
  /** Names of heads of households, by id. */
  heads: ReadonlyMap<string, string>;
}

/** One command: what, about whom, since when; and, when it was refused, why and what can be done. */
export function Row({ command, heads }: Props) {
  const words = useWords();
  const said = useSaid();
  const { title, lines } = described(command, heads, said, words);
  const { aside } = command;
  return (
    <View id={`command-${command.id}`} className="outbox__row">
      <View className={`outbox__cell${aside ? ' outbox__cell--aside' : ''}`} />
      <View className="outbox__text">
        <View className="outbox__name">{title}</View>
        {lines.map((line) => (
          <View key={line} className="outbox__line">
            {line}
          </View>
        ))}
        <View className="outbox__note">
          {words.outbox.since(momentWords(serverTime(command.at), cloud.now(), words))}
        </View>
        {aside && (
          <>
            <View className="outbox__why">{words.outbox.why[aside.code] ?? said(aside.words)}</View>
            <Choices command={command} />
          </>
        )}
      </View>
    </View>
  );
}

/** Noted on this phone's own clock; shown on the server's, like everything else. */
function serverTime(at: number): number {
  return at + cloud.now() - Date.now();
}

/** Removing asks once more, in place: it cannot be brought back. */
function Choices({ command }: Pick<Props, 'command'>) {
  const { outbox, action } = useWords();
  const [asked, setAsked] = useState(false);
  const problem = problemOf(command);
  if (asked) {
    return (
      <>
        <View className="outbox__line">{outbox.dropAsk}</View>
        <View className="outbox__choices">
          <Button kind="quiet" inline onTap={() => setAsked(false)}>
            {action.cancel}
          </Button>
          <Button id={`drop-now-${command.id}`} kind="danger" inline onTap={() => throwAway(command)}>
            {outbox.drop}
          </Button>
        </View>
      </>
    );
  }
  return (
    <View className="outbox__choices">
      {problem !== undefined && (
        <Button id={`see-${command.id}`} kind="quiet" inline onTap={() => openProblem(problem)}>
          {outbox.see}
        </Button>
      )}
      <Button id={`again-${command.id}`} kind="quiet" inline onTap={() => tryAgain(command)}>
        {outbox.again}
      </Button>
      <Button id={`drop-${command.id}`} kind="quiet" inline onTap={() => setAsked(true)}>
        {outbox.drop}
      </Button>
    </View>
  );
}
