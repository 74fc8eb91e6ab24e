import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { EvaluationView } from '../../../domain/contract/views';
import { Card, Choice, Screen, StateView } from '../../components';
import { type EvaluationWords, useEvaluationWords } from '../../i18n/evaluation';
import { useQuery, useRoles } from '../../state';
import { Appeals } from './Appeals';
import { Lead } from './Lead';
import { Mine } from './Mine';
import { Review } from './Review';
import { Table } from './Table';
import { Villages } from './Villages';
import './index.scss';

/** A village's year as it concerns the reader; who looks after many villages sees first how far each is. */
export default function EvaluationPage() {
  const { id } = useRouter().params;
  const roles = useRoles();
  const own = roles.includes('secretary') || roles.includes('worker');
  const above = roles.includes('official') || roles.includes('supervisor');
  if (id === undefined && above && !own) return <Overview supervises={roles.includes('supervisor')} />;
  const [village, year] = id === undefined ? [] : decodeURIComponent(id).split('_');
  return <Village village={village} from={year} />;
}

function Overview({ supervises }: { supervises: boolean }) {
  const words = useEvaluationWords().evaluation;
  const query = useQuery('evaluation.list', {});
  const rows = query.data?.rows;
  return (
    <Screen
      title={words.title}
      heading={query.data && words.listHeading(query.data.year)}
      staleSince={query.error && rows ? query.asOf : undefined}
      wide
    >
      {supervises && <Appeals onDecided={query.refresh} />}
      <StateView query={query} empty={rows?.length === 0} emptyWords={words.villages.none}>
        {query.data && <Villages list={query.data} />}
      </StateView>
    </Screen>
  );
}

interface Which {
  village: string | undefined;
  from: string | undefined;
}

function Village({ village, from }: Which) {
  const words = useEvaluationWords().evaluation;
  const [chosen, setChosen] = useState(from);
  const query = useQuery('evaluation.open', {
    ...(village ? { village } : {}),
    ...(chosen ? { year: chosen } : {}),
  });
  const view = query.data;
  const evaluates = view !== undefined && view.as !== 'candidate' && view.as !== 'reviewer';
  return (
    <Screen
      title={words.title}
      heading={view && headingOf(view, words)}
      staleSince={query.error && view ? query.asOf : undefined}
      wide={evaluates}
    >
      {view && view.years.length > 1 && (
        <Choice
          label={words.years}
          options={view.years.map((value) => ({ value, label: words.year(value) }))}
          value={view.year}
          onChange={setChosen}
        />
      )}
      <StateView query={query}>
        {view?.toReview && <Review view={view} onChange={query.refresh} />}
        {view && evaluates && <Lead view={view} onChange={query.refresh} />}
        {view?.barred && <Card id="barred">{words.barred}</Card>}
        {view && evaluates && !view.barred && <Table view={view} onChange={query.refresh} />}
        {view && !evaluates && view.as === 'candidate' && <Mine view={view} onChange={query.refresh} />}
      </StateView>
    </Screen>
  );
}

function headingOf({ as, village, year }: EvaluationView, words: EvaluationWords['evaluation']): string {
  if (as === 'candidate') return words.mineHeading(year);
  return words.heading(village.path.split('·').at(-1) ?? village.path, year);
}
