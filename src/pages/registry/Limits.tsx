import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { LimitsView } from '../../../domain/contract/views';
import { Button, Card, StateView } from '../../components';
import { useRegistryWords } from '../../i18n/registry';
import { cloud } from '../../services/cloud';
import { useQuery } from '../../state';

/** Too many, too few, nobody: to look at, grid after grid. */
export function Limits({ area }: { area: string }) {
  const words = useRegistryWords().registry.limits;
  const query = useQuery('registry.limits', { area });
  const [later, setLater] = useState<LimitsView[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another area begins anew
  useEffect(() => setLater([]), [area, query.data]);
  const answers = query.data ? [query.data, ...later] : [];
  const next = answers.at(-1)?.next;
  const more = async () => {
    const answer = (await cloud.call('registry.limits', { area, after: next })) as LimitsView;
    setLater((was) => [...was, answer]);
  };
  return (
    <StateView query={query}>
      <View className="y-note">{words.hint}</View>
      <Part
        title={words.workers}
        lines={answers.flatMap(({ workers }) =>
          workers.map(({ id, name, areaPath, households }) => ({
            id,
            name,
            place: areaPath,
            figure: words.households(households),
          })),
        )}
      />
      <Part
        title={words.chiefless}
        lines={answers.flatMap(({ chiefless }) =>
          chiefless.map(({ code, path }) => ({ id: code, name: path, place: code })),
        )}
      />
      <Part
        title={words.workerless}
        lines={answers.flatMap(({ workerless }) =>
          workerless.map(({ id, head, address }) => ({ id, name: head, place: address })),
        )}
      />
      {next !== undefined && (
        <Button id="more" kind="quiet" onTap={more}>
          {words.more}
        </Button>
      )}
    </StateView>
  );
}

interface Line {
  id: string;
  name: string;
  place: string;
  figure?: string;
}

function Part({ title, lines }: { title: string; lines: Line[] }) {
  const words = useRegistryWords().registry.limits;
  return (
    <Card title={title} tone={lines.length > 0 ? 'due' : 'done'} aside={<View>{lines.length}</View>}>
      {lines.length === 0 && <View className="y-note">{words.none}</View>}
      {lines.map(({ id, name, place, figure }) => (
        <View key={id} className="registry__limit">
          <View className="y-strong">{name}</View>
          <View className="y-note">{place}</View>
          {figure !== undefined && <View className="registry__figure y-figure">{figure}</View>}
        </View>
      ))}
    </Card>
  );
}
