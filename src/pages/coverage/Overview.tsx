import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CoverageView } from '../../../domain/contract/views';
import { Card, Grid, OfflineBadge, StateView } from '../../components';
import { spoken } from '../../components/a11y';
import { useCoverageWords } from '../../i18n/coverage';
import { openCoverage } from '../../routes';
import { useQuery } from '../../state';
import { Figures } from './Figures';
import { WeekSwitch } from './WeekSwitch';

interface Props {
  scope: { area?: string };
  start: string | undefined;
  onBlind(weeks: 0 | 2 | 4 | 8): void;
}

/** One area in one week: what is done of what is due, whom nobody looks after, and the areas below. */
export function Overview({ scope, start, onBlind }: Props) {
  const words = useCoverageWords().coverage;
  const [week, setWeek] = useState(start);
  const query = useQuery('contact.coverage', week === undefined ? scope : { ...scope, week });
  const shown = query.data;
  return (
    <>
      {query.error && shown && query.asOf !== undefined && <OfflineBadge since={query.asOf} />}
      <WeekSwitch shown={shown} week={week} onWeek={setWeek} />
      <StateView query={query}>
        {shown && (
          <View className="y-columns">
            <View className="y-column y-column--side">
              <Card id="total" title={shown.area.path}>
                <Total row={shown.total} />
              </Card>
              <BlindCard blind={shown.blind} onBlind={onBlind} />
            </View>
            <View className="y-column coverage__wide">
              {shown.rows.length > 0 || shown.workers.length === 0 ? (
                <Card id="areas" title={words.below}>
                  <Figures
                    first={words.area}
                    rows={shown.rows.map((row) => ({
                      ...row,
                      key: row.area.code,
                      name: row.area.name,
                      onOpen: () => openCoverage({ area: row.area.code, week: shown.week }),
                    }))}
                    empty={words.noRows}
                    sortable
                  />
                </Card>
              ) : (
                <Card id="workers" title={words.workers}>
                  <View className="y-note">{words.workersHint}</View>
                  <Figures
                    first={words.worker}
                    rows={shown.workers.map((row) => ({
                      ...row,
                      key: row.worker.id,
                      name: row.worker.name,
                      tag: row.onLeave ? words.onLeave : undefined,
                      note: row.misses > 0 ? words.misses(row.misses) : undefined,
                    }))}
                    empty={words.noRows}
                  />
                </Card>
              )}
            </View>
          </View>
        )}
      </StateView>
    </>
  );
}

/** The motif as a measure: each cell fills as far as the figure goes. */
function Total({ row: { due, reached, met, excused } }: { row: CoverageView['total'] }) {
  const words = useCoverageWords().coverage;
  const share = (part: number) => (due === 0 ? 0 : part / due);
  return (
    <>
      <Grid
        columns={3}
        cells={[
          { key: 'due', label: String(due), note: words.due, fill: 0 },
          { key: 'reached', label: String(reached), note: words.reached, fill: share(reached) },
          { key: 'met', label: String(met), note: words.met, fill: share(met) },
        ]}
      />
      {excused > 0 && <View className="y-note">{words.excusedHint(excused)}</View>}
    </>
  );
}

interface BlindProps {
  blind: CoverageView['blind'];
  onBlind(weeks: 0 | 2 | 4 | 8): void;
}

function BlindCard({ blind, onBlind }: BlindProps) {
  const words = useCoverageWords().coverage;
  const lines = [
    { weeks: 0, label: words.blind.noWorker, count: blind.noWorker },
    { weeks: 2, label: words.blind.weeks(2), count: blind.weeks2 },
    { weeks: 4, label: words.blind.weeks(4), count: blind.weeks4 },
    { weeks: 8, label: words.blind.weeks(8), count: blind.weeks8 },
  ] as const;
  const any = lines.some((line) => line.count > 0);
  return (
    <Card id="blind" title={words.blindTitle} tone={any ? 'due' : 'done'}>
      {lines.map(({ weeks, label, count }) => (
        <View
          key={weeks}
          id={`blind-${weeks}`}
          className="coverage__blind y-row y-row--live"
          hoverClass="y-pressed"
          onClick={() => onBlind(weeks)}
          {...spoken('button')}
        >
          <View className="y-grow">{label}</View>
          <View className="y-figure">{words.households(count)}</View>
          <View className="coverage__go" />
        </View>
      ))}
    </Card>
  );
}
