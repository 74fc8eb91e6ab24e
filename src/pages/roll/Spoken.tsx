import { View } from '@tarojs/components';
import { useState } from 'react';
import type { RollView, TopLineView } from '../../../domain/contract/views';
import { Button, Card } from '../../components';
import { useRollWords } from '../../i18n/roll';
import { lastName } from './names';
import { RetractSheet } from './RetractSheet';

interface Props {
  line: TopLineView;
  view: RollView;
  onDone(): Promise<void>;
}

/** Whom one has recommended under another post: it can be taken back, and nothing more is told. */
export function Spoken({ line, view, onDone }: Props) {
  const { mine, candidates, year } = useRollWords().roll;
  const [taking, setTaking] = useState(false);
  return (
    <Card id={`spoken-${line.subject}`} title={mine.spoken(line.name)}>
      <View className="y-note">
        {[year(view.year), line.honour ?? '', lastName(line.areaPath)].filter(Boolean).join(' · ')}
      </View>
      <View className="y-acts">
        <Button id={`retract-${line.subject}`} kind="quiet" inline onTap={() => setTaking(true)}>
          {candidates.retract}
        </Button>
      </View>
      {taking && (
        <RetractSheet
          line={line}
          view={view}
          onClose={() => setTaking(false)}
          onDone={async () => {
            setTaking(false);
            await onDone();
          }}
        />
      )}
    </Card>
  );
}
