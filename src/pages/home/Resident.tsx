import { View } from '@tarojs/components';
import type { HomeView } from '../../../domain/contract/views';
import { Button, Card, PhoneButton, ProblemRow } from '../../components';
import { useWords } from '../../i18n';
import { openProblem, openReport } from '../../routes';
import { cloud } from '../../services/cloud';
import { Notices } from './Notices';

type ResidentHome = Extract<HomeView, { as: 'resident' }>;

/** My grid worker, and what became of what I said. */
export function Resident({ home }: { home: ResidentHome }) {
  const words = useWords().home.resident;
  return (
    <>
      <Notices home={home} />
      <WorkerCard worker={home.worker} />
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

function WorkerCard({ worker }: Pick<ResidentHome, 'worker'>) {
  const words = useWords().home;
  if (worker === null) {
    return <Card title={words.resident.noWorker}>{words.resident.noWorkerHint}</Card>;
  }
  return (
    <Card>
      <View className="home__person">
        <View className="home__text">
          <View className="home__note">{words.resident.worker}</View>
          <View className="home__big">{worker.name}</View>
        </View>
        {worker.phone !== undefined && (
          <PhoneButton phone={worker.phone} name={worker.name}>
            {words.call}
          </PhoneButton>
        )}
      </View>
    </Card>
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
