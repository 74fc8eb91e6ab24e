import type { ResidentHome } from '../../../domain/contract/views';
import { Button, Card, ProblemRow } from '../../components';
import { useWords } from '../../i18n';
import { openProblem, openReport } from '../../routes';
import { cloud } from '../../services/cloud';
import { MyWorker } from './MyWorker';
import { Notices } from './Notices';
import { Survey } from './Survey';
import { Vouch } from './Vouch';

/** My grid worker, and what became of what I said. */
export function Resident({ home, onChange }: { home: ResidentHome; onChange(): Promise<void> }) {
  const words = useWords().home.resident;
  return (
    <>
      {home.vouch && (
        <Vouch key={home.vouch.week} vouch={home.vouch} worker={home.worker} onChange={onChange} />
      )}
      {home.survey && <Survey survey={home.survey} onChange={onChange} />}
      <Notices home={home} />
      <MyWorker home={home} onChange={onChange} />
      {home.problems.length === 0 ? (
        <Card title={words.none}>{words.noneHint}</Card>
      ) : (
        <Card title={words.mine}>
          {home.problems.map((problem) => (
            <ProblemRow key={problem.id} problem={problem} now={cloud.now()} onOpen={openProblem} mine />
          ))}
        </Card>
      )}
    </>
  );
}

export function ResidentAction() {
  const words = useWords();
  return (
    <Button id="report" onTap={() => openReport()}>
      {words.home.resident.report}
    </Button>
  );
}
