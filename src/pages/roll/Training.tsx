import { View } from '@tarojs/components';
import { useState } from 'react';
import type { BottomLineView, RollView } from '../../../domain/contract/views';
import { Button, Card, Sheet, StateView, TextArea } from '../../components';
import { useRollWords } from '../../i18n/roll';
import { useQuery } from '../../state';
import { AsOf } from './AsOf';
import { Internal } from './Internal';
import { lastName } from './names';
import { AnswerSheet, Objection } from './Objection';
import { Steps } from './Offered';
import { useRollAct } from './useRollAct';

/** Who was offered a training: by name for the village's secretary, a count for who looks from above. */
export function Training({ village }: { village: string }) {
  const honours = useRollWords().roll;
  const query = useQuery('roll.open', { village, subjects: 'worker' });
  const view = query.data;
  const [struck, setStruck] = useState<BottomLineView>();
  const { training } = honours;
  return (
    <StateView query={query}>
      {view && (
        <View className="y-columns">
          {view.as !== 'chief' && (
            <View className="y-column">
              <Card id="training" title={training.title}>
                <View className="y-hint">
                  {view.as === 'above' ? training.masked(view.bottom.length) : training.rule}
                </View>
                <StateView
                  query={query}
                  empty={view.bottom.length === 0}
                  emptyWords={training.none}
                  emptyHint={training.noneHint}
                >
                  {view.bottom.map((line, index) => (
                    <Line
                      key={line.subject ?? index}
                      line={line}
                      view={view}
                      onStrike={() => setStruck(line)}
                      onDone={query.refresh}
                    />
                  ))}
                </StateView>
              </Card>
            </View>
          )}
          <View className="y-column y-column--side">
            <Internal view={view} onDone={query.refresh} />
          </View>
        </View>
      )}
      {view && <AsOf query={query} />}
      {view && struck?.subject !== undefined && (
        <StrikeSheet
          subject={struck.subject}
          name={struck.name}
          view={view}
          onClose={() => setStruck(undefined)}
          onDone={async () => {
            setStruck(undefined);
            await query.refresh();
          }}
        />
      )}
    </StateView>
  );
}

interface LineProps {
  line: BottomLineView;
  view: RollView;
  onStrike(): void;
  onDone(): Promise<void>;
}

function Line({ line, view, onStrike, onDone }: LineProps) {
  const { training, objection } = useRollWords().roll;
  const { error, act } = useRollAct(onDone);
  const [answering, setAnswering] = useState(false);
  const { village, year, subjects } = view;
  const roll = { village: village.code, year, subjects };
  const { subject } = line;
  const untouched = line.signedUpAt === undefined && line.repaired === undefined;
  return (
    <View className="roll__row y-line">
      <View className="roll__who">
        <View className="y-grow y-strong">{line.name}</View>
        {line.areaPath !== undefined && <View className="y-note">{lastName(line.areaPath)}</View>}
      </View>
      <View className="roll__standing">
        {untouched ? <View className="y-note">{training.waiting}</View> : <Steps line={line} />}
        {line.objection && <Objection objection={line.objection} />}
        {error !== undefined && <View className="y-wrong">{error}</View>}
      </View>
      {answering && subject !== undefined && (
        <AnswerSheet
          subject={subject}
          view={view}
          onClose={() => setAnswering(false)}
          onDone={async () => {
            setAnswering(false);
            await onDone();
          }}
        />
      )}
      {subject !== undefined && line.may.length > 0 && (
        <View className="y-acts">
          {line.may.includes('answer') && (
            <Button id={`answer-${subject}`} inline onTap={() => setAnswering(true)}>
              {objection.answer}
            </Button>
          )}
          {line.may.includes('complete') && (
            <Button
              id={`complete-${subject}`}
              inline
              onTap={() => act('roll.train', { ...roll, subject, step: 'complete' }, training.completed)}
            >
              {training.complete}
            </Button>
          )}
          {line.may.includes('repair') && (
            <Button id={`repair-${subject}`} kind="quiet" inline onTap={onStrike}>
              {training.repair}
            </Button>
          )}
        </View>
      )}
    </View>
  );
}

interface StrikeProps {
  subject: string;
  name: string;
  view: RollView;
  onClose(): void;
  onDone(): Promise<void>;
}

function StrikeSheet({ subject, name, view, onClose, onDone }: StrikeProps) {
  const { training, candidates } = useRollWords().roll;
  const [text, setText] = useState('');
  const { error, setError, act } = useRollAct(onDone);
  const save = async () => {
    if (text.trim() === '') return setError(candidates.needWords);
    const { village, year, subjects } = view;
    const input = { village: village.code, year, subjects, subject, text: text.trim() };
    await act('roll.repair', input, training.repairDone);
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={training.repairTitle(name)}
      action={
        <Button id="strike" onTap={save}>
          {training.repair}
        </Button>
      }
    >
      <TextArea
        name="strike-why"
        label={training.repairWords}
        placeholder={training.repairHint}
        most={300}
        value={text}
        onChange={(value) => {
          setError(undefined);
          setText(value);
        }}
        error={error}
      />
    </Sheet>
  );
}
