import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DeedView } from '../../../domain/contract/views';
import { Button, Photos, Sheet, StateView, Timeline } from '../../components';
import { momentWords } from '../../i18n';
import { useDeedWords } from '../../i18n/deed';
import { cloud } from '../../services/cloud';
import { useQuery } from '../../state';
import { Act } from './Act';
import { Standing, whenWords } from './List';

interface Props {
  deed: string;
  onClose(): void;
  onChanged(): Promise<void>;
}

/** One deed: who promised what until when, what came of it, and what can be said next. */
export function DeedSheet({ deed: id, onClose, onChanged }: Props) {
  const words = useDeedWords();
  const query = useQuery('deed.view', { deed: id });
  const [act, setAct] = useState<DeedView['actions'][number]>();
  const deed = query.data;
  const buttons = deed && act === undefined && deed.actions.length > 0;
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.deed.title}
      action={
        buttons ? (
          <View className="y-pair">
            {deed.actions.map((one) => (
              <Button
                key={one}
                id={`act-${one}`}
                kind={one === 'done' ? 'primary' : one === 'drop' ? 'danger' : 'quiet'}
                onTap={() => setAct(one)}
              >
                {words.deed.act[one]}
              </Button>
            ))}
          </View>
        ) : undefined
      }
    >
      <StateView query={query}>
        {deed &&
          (act === undefined ? (
            <Told deed={deed} />
          ) : (
            <Act
              deed={deed}
              act={act}
              onDone={async () => {
                setAct(undefined);
                await Promise.all([query.refresh(), onChanged()]);
              }}
            />
          ))}
      </StateView>
    </Sheet>
  );
}

function Told({ deed }: { deed: DeedView }) {
  const words = useDeedWords();
  const now = cloud.now();
  const { responsible, benefit } = deed;
  const who = responsible.unit ? `${responsible.unit} ${responsible.name}` : responsible.name;
  return (
    <>
      <View className="deeds__promise">{deed.promise}</View>
      <View className="y-head">
        <View className="y-note">{[deed.area.path, who, whenWords(deed, now, words)].join(' · ')}</View>
        <Standing deed={deed} />
      </View>
      {deed.masked && <View className="y-note">{words.deed.masked}</View>}
      {benefit && (
        <View className="deeds__benefit y-quote">
          {[benefit.households ? words.deed.benefit(benefit.households) : '', benefit.words ?? '']
            .filter(Boolean)
            .join(' · ')}
        </View>
      )}
      <Timeline
        items={[...deed.timeline].reverse().map(({ n, what, at, by, text, photos }) => ({
          key: String(n),
          title: [words.deed.what[what], by ?? ''].filter(Boolean).join(' · '),
          when: momentWords(at, now, words),
          tone: what === 'done' ? 'now' : 'past',
          body: (
            <>
              {text !== undefined && <View className="y-quote">{text}</View>}
              {photos !== undefined && <Photos photos={photos} />}
            </>
          ),
        }))}
      />
    </>
  );
}
