import { ROLL_SUBJECTS, type RollSubject } from '../../../domain/roll/roll';
import { StateView } from '../../components';
import { useWords } from '../../i18n';
import { useQuery } from '../../state';
import { Consent } from './Consent';
import { Offered } from './Offered';

interface Props {
  village: string;
  /** Absent: the latest. */
  year: string | undefined;
}

/** What concerns the reader alone, whatever they are now: an honour to agree to, a training that is offered. */
export function Mine({ village, year }: Props) {
  return (
    <>
      {ROLL_SUBJECTS.map((subject) => (
        <One key={subject} village={village} year={year} subjects={subject} />
      ))}
    </>
  );
}

function One({
  village,
  year,
  subjects,
}: {
  village: string;
  year: string | undefined;
  subjects: RollSubject;
}) {
  const words = useWords().roll;
  const query = useQuery('roll.open', { village, subjects, ...(year ? { year } : {}) });
  const view = query.data;
  const top = view?.top.filter(({ mine }) => mine) ?? [];
  const bottom = view?.bottom.filter(({ mine }) => mine) ?? [];
  return (
    <StateView
      query={query}
      empty={top.length + bottom.length === 0}
      emptyWords={words.mine.none}
      emptyHint={words.mine.noneHint}
    >
      {view &&
        top.map((line) => <Consent key={line.subject} line={line} view={view} onDone={query.refresh} />)}
      {view &&
        bottom.map((line) => <Offered key={line.name} line={line} view={view} onDone={query.refresh} />)}
    </StateView>
  );
}
