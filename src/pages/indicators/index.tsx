import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button, Choice, Screen, StateView, toast } from '../../components';
import { momentWords } from '../../i18n';
import { useIndicatorWords } from '../../i18n/indicator';
import { cloud } from '../../services/cloud';
import { useQuery } from '../../state';
import { csvOf } from './csv';
import { exportTable } from './export';
import { MEASURES, type Measure } from './measures';
import { periodsAround, periodWords } from './periods';
import { Table } from './Table';
import './index.scss';

/** One definition, one number: areas side by side, one question at a time, and the same as a table to take along. */
export default function Indicators() {
  const words = useIndicatorWords();
  const { area: from } = useRouter().params;
  const [path, setPath] = useState<string[]>(from ? [from] : []);
  const [chosen, setChosen] = useState<string>();
  const [measure, setMeasure] = useState<Measure>('onTime');
  const area = path.at(-1);
  const query = useQuery('indicator.table', {
    ...(area ? { area } : {}),
    ...(chosen ? { period: chosen } : {}),
  });
  const figures = query.data;
  const now = cloud.now();
  const save = async () => {
    if (!figures) return;
    const copied = await exportTable(
      `${figures.area.name}-${figures.period}.csv`,
      csvOf(figures, momentWords(figures.asOf, now, words), words),
    );
    toast(copied ? words.indicator.copied : words.indicator.exported);
  };
  return (
    <Screen
      title={words.indicator.title}
      heading={figures && words.indicator.heading(figures.area.name, periodWords(figures.period, words))}
      lead={words.indicator.means[measure]}
      staleSince={query.error && figures ? query.asOf : undefined}
      wide
    >
      <Choice
        label={words.indicator.period}
        options={periodsAround(now).map((value) => ({ value, label: periodWords(value, words) }))}
        value={chosen ?? figures?.period}
        onChange={setChosen}
      />
      <Choice<Measure>
        label={words.indicator.sort}
        options={MEASURES.map((value) => ({ value, label: words.indicator.name[value] }))}
        value={measure}
        onChange={setMeasure}
      />
      <StateView query={query} empty={figures?.rows.length === 0} emptyWords={words.indicator.none}>
        {figures && (
          <>
            {path.length > (from ? 1 : 0) && (
              <Button kind="quiet" inline onTap={() => setPath(path.slice(0, -1))}>
                {words.indicator.up}
              </Button>
            )}
            <Table
              figures={figures}
              measure={measure}
              onMeasure={setMeasure}
              onOpen={(code) => setPath([...path, code])}
            />
            <Button id="export" kind="quiet" onTap={save}>
              {words.indicator.export}
            </Button>
            <View className="y-asof">{words.state.asOf(momentWords(figures.asOf, now, words))}</View>
          </>
        )}
      </StateView>
    </Screen>
  );
}
