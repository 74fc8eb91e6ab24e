import type { TopLineView } from '../../../domain/contract/views';
import { StateView } from '../../components';
import { useRollWords } from '../../i18n/roll';
import { useQuery } from '../../state';
import { Consent } from './Consent';
import { Offered } from './Offered';
import { Spoken } from './Spoken';

interface Props {
  village: string;
  /** Absent: the latest. */
  year: string | undefined;
}

/** What concerns the reader alone, whatever they are now: an honour to agree to, a training, a word for somebody. */
export function Mine({ village, year }: Props) {
  const words = useRollWords().roll;
  const of = { village, ...(year ? { year } : {}) };
  const worker = useQuery('roll.open', { ...of, subjects: 'worker' });
  const household = useQuery('roll.open', { ...of, subjects: 'household' });
  const both = [worker, household];
  const own = both.flatMap(({ data }) => [...(data?.top ?? []), ...(data?.bottom ?? [])]).filter(isMine);
  // Who recommends there now takes it back among the candidates.
  const spoken = both.flatMap(({ data }) => (data?.as === 'own' ? data.top.filter(isSpokenFor) : []));
  return (
    <StateView
      query={worker.data ? household : worker}
      empty={own.length + spoken.length === 0}
      emptyWords={words.mine.none}
      emptyHint={words.mine.noneHint}
    >
      {both.map(({ data: view, refresh }) =>
        view?.top
          .filter(isMine)
          .map((line) => <Consent key={view.subjects} line={line} view={view} onDone={refresh} />),
      )}
      {both.map(({ data: view, refresh }) =>
        view?.bottom
          .filter(isMine)
          .map((line) => <Offered key={view.subjects} line={line} view={view} onDone={refresh} />),
      )}
      {both.map(({ data: view, refresh }) =>
        view?.top
          .filter((line) => spoken.includes(line))
          .map((line) => <Spoken key={line.subject} line={line} view={view} onDone={refresh} />),
      )}
    </StateView>
  );
}

function isMine({ mine }: { mine: boolean }): boolean {
  return mine;
}

function isSpokenFor({ mine, may }: TopLineView): boolean {
  return !mine && may.includes('retract');
}
