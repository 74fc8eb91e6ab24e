import { View } from '@tarojs/components';
import { useState } from 'react';
import type { InputOf, OutputOf } from '../../../domain/contract/actions';
import { Button, Card, Choice, FieldFrame, StateView } from '../../components';
import { VillagePicker } from '../../components/points/VillagePicker';
import { yearsTo } from '../../components/points/years';
import { usePointsWords } from '../../i18n/points';
import { useRuleWords } from '../../i18n/rules';
import { cloud } from '../../services/cloud';
import { useMe, useQuery } from '../../state';

const VILLAGE = 12;

/** What this version would have booked in a village's past year, the largest change first. */
export function DryRun({ version }: { version: string }) {
  const words = usePointsWords();
  const { dry } = useRuleWords().rules;
  const known = useMe();
  const home = useQuery(known ? undefined : 'home.open', {});
  const root = (known ?? home.data?.me)?.area.code.slice(0, VILLAGE) ?? '';
  const years = yearsTo(cloud.now(), 3);
  const [place, setPlace] = useState<string>();
  const [year, setYear] = useState(years[1] ?? '');
  const [asked, setAsked] = useState<InputOf<'points.dryRun'>>();
  const [missing, setMissing] = useState(false);
  const village = place ?? root;
  const query = useQuery(asked && 'points.dryRun', asked ?? { version, village: '', year });
  const run = () => {
    setMissing(village.length < VILLAGE);
    if (village.length >= VILLAGE) setAsked({ version, village, year });
  };
  return (
    <Card id="dry-run" title={dry.title}>
      <View className="y-note">{dry.hint}</View>
      <View className="rules__form y-form">
        {root && <VillagePicker root={root} value={village} onChange={setPlace} />}
        <FieldFrame label={dry.year} error={missing ? words.points.area.choose : undefined}>
          <Choice
            label={dry.year}
            options={years.map((value) => ({ value, label: words.points.yearOf(value) }))}
            value={year}
            onChange={setYear}
          />
        </FieldFrame>
        <Button id="try" kind="quiet" onTap={run}>
          {dry.go}
        </Button>
      </View>
      {asked && (
        <StateView query={query} empty={query.data?.rows.length === 0} emptyWords={dry.none}>
          {query.data && <Table result={query.data} />}
        </StateView>
      )}
    </Card>
  );
}

/** So many lines before a tap shows the rest: what comes below the table is not to be looked for. */
const FEW = 10;

function Table({ result }: { result: OutputOf<'points.dryRun'> }) {
  const { dry } = useRuleWords().rules;
  const [whole, setWhole] = useState(false);
  const { rows } = result;
  return (
    <View className="rules__table">
      <View className="rules__cells rules__cells--head">
        <View className="y-grow" />
        <View className="rules__cell">{dry.was}</View>
        <View className="rules__cell">{dry.would}</View>
        <View className="rules__cell">{dry.change}</View>
      </View>
      <Row who={dry.total} was={result.was} would={result.would} bold />
      {(whole ? rows : rows.slice(0, FEW)).map((row, index) => (
        <Row
          key={row.account ?? index}
          who={row.name ?? dry.person(index + 1)}
          was={row.was}
          would={row.would}
        />
      ))}
      {!whole && rows.length > FEW && (
        <Button id="try-all" kind="quiet" onTap={() => setWhole(true)}>
          {dry.all(rows.length)}
        </Button>
      )}
    </View>
  );
}

function Row({ who, was, would, bold = false }: { who: string; was: number; would: number; bold?: boolean }) {
  const change = would - was;
  return (
    <View className={`rules__cells${bold ? ' rules__cells--bold' : ''}`}>
      <View className="y-grow">{who}</View>
      <View className="rules__cell">{was}</View>
      <View className="rules__cell">{would}</View>
      <View className="rules__cell">{change > 0 ? `+${change}` : change}</View>
    </View>
  );
}
