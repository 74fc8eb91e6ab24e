import { View } from '@tarojs/components';
import type { HomeView } from '../../../domain/contract/views';
import { Button, Card, ProblemRow, Tag } from '../../components';
import { useWords, weekNumber } from '../../i18n';
import { openCoverage, openProblem } from '../../routes';
import { cloud } from '../../services/cloud';
import { Coverage } from './Coverage';
import { Notices } from './Notices';

type DeskHome = Extract<HomeView, { coverage: unknown }>;

/** What I must act on, earliest deadline first; beside it how contact goes in the areas below. */
export function Desk({ home }: { home: DeskHome }) {
  const words = useWords().home;
  return (
    <View className="home__columns">
      <View className="home__column">
        <Notices home={home} />
        {home.desk.length === 0 ? (
          <Card id="desk" title={words.desk.none} tone="done">
            {words.desk.noneHint}
          </Card>
        ) : (
          <Card id="desk" title={words.desk.count(home.desk.length)} tone="due">
            {home.desk.map((problem) => (
              <ProblemRow key={problem.id} problem={problem} now={cloud.now()} onOpen={openProblem} desk />
            ))}
          </Card>
        )}
      </View>
      <View className="home__column">
        <Card
          id="coverage"
          title={words.desk.coverage}
          aside={<Tag>{words.week(weekNumber(home.week))}</Tag>}
        >
          <Coverage rows={home.coverage} />
          {home.as !== 'handler' && (
            <View className="home__ask">
              <Button id="open-coverage" kind="quiet" onTap={() => openCoverage()}>
                {words.desk.open}
              </Button>
            </View>
          )}
        </Card>
      </View>
    </View>
  );
}
